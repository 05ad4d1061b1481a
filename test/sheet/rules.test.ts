// Goal: the limits of Sage Intacct's document are told at their cells, before anything is sent. Expected values: "Asset
// depreciation rules", the schema of a rule: usefulLife at most 500 months or 100 years, depreciationRate 1.00 to 100.00.
import { type Cell, readRules, rulesMatrix } from "../../src/sheet";

const settings = { dateSystem: "1900", decimals: 2, yearEnd: 12 } as const;
const header = ["Rule key", "Asset", "Posting rule", "Method", "Useful life", "Life unit", "Rate", "Action"];

const read = (...cells: readonly Cell[]) => readRules([header, cells], settings);
const withLife = (life: Cell, unit: Cell) => read("", "A", "1", "SL", life, unit, "", "");
const withRate = (rate: Cell) => read("", "A", "1", "DB", 60, "months", rate, "");

test.each<readonly [Cell, Cell]>([
  [1, "months"],
  [500, "months"],
  [100, "years"],
  [500, ""],
])("a useful life of %s %s is taken", (life, unit) => {
  expect(withLife(life, unit).findings).toEqual([]);
  expect(withLife(life, unit).rows).toMatchObject([{ usefulLife: life }]);
});

test.each<readonly [Cell, Cell, string]>([
  [501, "months", "Useful life is 501, but must be at most 500 where it is counted in months."],
  [101, "years", "Useful life is 101, but must be at most 100 where it is counted in years."],
  [501, "", "Useful life is 501, but must be at most 500 where it is counted in months."],
  [2.5, "years", "2.5"],
  [0, "years", "0"],
  ["5", "years", 'Useful life is the text "5", but must be a number.'],
])("a useful life of %s %s is refused at its cell", (life, unit, words) => {
  const { rows, findings } = withLife(life, unit);
  expect(rows).toEqual([]);
  expect(findings).toMatchObject([{ table: "rules", row: 1, column: 4, severity: "error" }]);
  if (words.includes("at most")) expect(findings).toMatchObject([{ code: "rule-life-too-long" }]);
  expect(findings[0]?.sentence).toContain(words);
});

test.each<readonly [Cell, string]>([
  ["30.00", "30.00"],
  ["30", "30.00"],
  ["30.5", "30.50"],
  [30, "30.00"],
  ["1.00", "1.00"],
  ["100.00", "100.00"],
])("a rate of %s is %s", (given, rate) => {
  expect(withRate(given).rows).toMatchObject([{ rate }]);
});

test.each<readonly [Cell]>([["0.99"], ["100.01"], ["30.001"], ["30%"], ["-5"], ["1e1"], [0.3], ["thirty"]])(
  "a rate of %s is refused at its cell",
  (given) => {
    const { rows, findings } = withRate(given);
    expect(rows).toEqual([]);
    expect(findings).toMatchObject([{ row: 1, column: 6, code: "rule-rate" }]);
  },
);

test.each([
  ["SL", "SL"],
  ["-1", "SL"],
  ["'-1", "SL"],
  ["db", "DB"],
  ["-2", "DB"],
  ["SYD", "SYD"],
])("the method %s goes by the id %s", (given, method) => {
  expect(read("", "A", "1", given, 5, "", "", "").rows).toMatchObject([{ method }]);
});

test("a unit is months or years", () => {
  expect(withLife(5, "Years").rows).toMatchObject([{ unit: "years" }]);
  expect(withLife(5, "days").findings).toMatchObject([{ column: 5, code: "rule-unit" }]);
});

test("a row is deleted by the word delete alone, and any other word there is refused", () => {
  expect(read("7", "A", "1", "SL", 5, "", "", "Delete").rows).toMatchObject([{ isDeletion: true }]);
  expect(read("7", "A", "1", "SL", 5, "", "", "").rows).toMatchObject([{ isDeletion: false }]);
  const { rows, findings } = read("7", "A", "1", "SL", 5, "", "", "x");
  expect(rows).toEqual([]);
  expect(findings).toMatchObject([{ column: 7, code: "rule-action" }]);
});

test("a row that was emptied is no rule, whatever stands beside it", () => {
  const beside = readRules(
    [
      [...header, "Outcome"],
      ["", "", "", "", "", "months", "", "", "Posted"],
    ],
    settings,
  );
  expect(beside).toMatchObject({ rows: [], findings: [], rowCount: 0 });
});

test("what was pulled is read back as it was, whatever the system's text looks like", () => {
  // From: Sage Intacct, "Get an asset depreciation rule": the name of the asset in the response sample.
  const name = "Asset Name _~!@#$%^*()_+=-`1682315965";
  const rule = { key: "1009", asset: "=1+1", assetName: name, postingRule: "-1", method: "SL", usefulLife: 5 };
  const matrix = rulesMatrix([{ ...rule, unit: "years", rate: "", modified: "2023-04-24T05:59:27Z" }]);
  expect(matrix[1]?.slice(0, 4)).toEqual(["1009", "'=1+1", name, "'-1"]);
  expect(readRules(matrix, settings).rows).toMatchObject([{ key: "1009", asset: "=1+1", postingRule: "-1" }]);
});
