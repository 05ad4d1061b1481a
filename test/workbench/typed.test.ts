import { typed } from "../../workbench/host/typed";
import { headerWords } from "../../workbench/host/objects/table-header";

describe("what is typed into a cell", () => {
  test.each<[unknown, string, unknown]>([
    [12.5, "General", { input: 12.5 }],
    ["12.5", "General", { input: 12.5 }],
    ["  -3e2 ", "General", { input: -300 }],
    ["0012", "@", { input: "0012" }],
    ["'0012", "General", { input: "0012" }],
    ["TRUE", "General", { input: true }],
    ["=A1", "General", { input: { formula: "=A1" } }],
    ["=A1", "@", { input: "=A1" }],
    ["'=A1", "General", { input: "=A1" }],
    ["=", "General", { input: "=" }],
    // From: Microsoft, "Date systems in Excel": serial 46053 is 2026-01-31.
    ["2026-01-31", "General", { input: 46053, numberFormat: "yyyy-mm-dd" }],
    ["2026-01-31", "d mmm yyyy", { input: 46053 }],
    ["1900-03-01", "General", { input: 61, numberFormat: "yyyy-mm-dd" }],
    ["1900-02-28", "General", { input: "1900-02-28" }],
    ["2026-02-30", "General", { input: "2026-02-30" }],
    ["1-2-3", "General", { input: "1-2-3" }],
    ["", "General", { input: "" }],
  ])("%j in a cell formatted %s", (value, numberFormat, becomes) => {
    expect(typed(value as string, numberFormat)).toEqual(becomes);
  });
});

describe("the header of a table", () => {
  test("has a word in every column, and none twice", () => {
    expect(headerWords(["Cost", "", "cost", "Cost2", "  "])).toEqual(["Cost", "Column2", "cost2", "Cost22", "Column5"]);
  });
});
