import * as fc from "fast-check";
import {
  cellsText,
  columnLetters,
  columnNumber,
  intersection,
  bounding,
  quotedSheet,
  rectangle,
  splitAddress,
} from "../../workbench/host/area";

const extent = { rows: 10_000, columns: 200 };

describe("addresses", () => {
  test.each([
    ["A1", { row: 0, column: 0, rows: 1, columns: 1 }],
    ["$B$2:$D$4", { row: 1, column: 1, rows: 3, columns: 3 }],
    ["d4:b2", { row: 1, column: 1, rows: 3, columns: 3 }],
    ["A:C", { row: 0, column: 0, rows: 10_000, columns: 3 }],
    ["2:4", { row: 1, column: 0, rows: 3, columns: 200 }],
    ["XFD1048576", { row: 1_048_575, column: 16_383, rows: 1, columns: 1 }],
  ])("%s names its cells", (address, cells) => {
    expect(rectangle(address, extent)).toEqual(cells);
  });

  test.each(["", "A", "1", "A0", "XFE1", "A1048577", "A1:B2:C3", "A1:B", "Cost", "R1C1:", "A-1"])(
    "%j names none",
    (address) => {
      expect(rectangle(address, extent)).toBeUndefined();
    },
  );

  test.each([
    ["Sheet1!A1", "Sheet1", "A1"],
    ["'My data'!B2", "My data", "B2"],
    ["'It''s!'!B2", "It's!", "B2"],
    ["A1:B2", undefined, "A1:B2"],
  ])("%s is split into sheet and cells", (address, sheet, cells) => {
    expect(splitAddress(address)).toEqual({ sheet, cells });
  });

  test.each([
    ["Sheet1", "Sheet1"],
    ["My data", "'My data'"],
    ["It's", "'It''s'"],
    ["2026", "'2026'"],
  ])("the sheet %s is written %s", (name, written) => {
    expect(quotedSheet(name)).toBe(written);
  });

  test("letters and numbers of columns are the same thing", () => {
    fc.assert(fc.property(fc.nat(16_383), (column) => columnNumber(columnLetters(column)) === column));
  });

  const areas = fc.record({
    sheetId: fc.constant("s"),
    row: fc.nat(300),
    column: fc.nat(100),
    rows: fc.integer({ min: 1, max: 50 }),
    columns: fc.integer({ min: 1, max: 50 }),
  });

  test("an area comes back from its address", () => {
    fc.assert(
      fc.property(areas, (area) => {
        expect({ sheetId: "s", ...rectangle(cellsText(area, extent), extent) }).toEqual(area);
      }),
    );
  });

  test("what two areas share lies in both, and what holds both holds each", () => {
    fc.assert(
      fc.property(areas, areas, (one, other) => {
        const both = bounding(one, other);
        expect(intersection(both, one)).toEqual(one);
        expect(intersection(both, other)).toEqual(other);
        const shared = intersection(one, other);
        if (shared !== undefined) expect(intersection(one, shared)).toEqual(shared);
      }),
    );
  });
});
