/** The formulas that bear Excel's own names: Excel's figures, to the last digit that a double has. */
import { casesIn } from "../engine/case-table";
import { cell, number } from "./bundle";

function expectNear(shown: ReturnType<typeof cell>, expected: number, cost: number): void {
  expect(Math.abs(number(shown) - expected)).toBeLessThanOrEqual(1e-12 * cost + 1e-15);
}

// From: Microsoft, support pages of DB, DDB and VDB, the DAX pages of the same, Google's and SpreadJS's of VDB, in full doubles.
test.each<readonly [string, readonly unknown[], number]>([
  ["DEPR.FDB", [1000000, 100000, 6, 1, 7], 186083.33333333334],
  ["DEPR.FDB", [1000000, 100000, 6, 2, 7], 259639.41666666666],
  ["DEPR.FDB", [1000000, 100000, 6, 3, 7], 176814.44275],
  ["DEPR.FDB", [1000000, 100000, 6, 4, 7], 120410.63551275],
  ["DEPR.FDB", [1000000, 100000, 6, 5, 7], 81999.64278418275],
  ["DEPR.FDB", [1000000, 100000, 6, 6, 7], 55841.75673602845],
  ["DEPR.FDB", [1000000, 100000, 6, 7, 7], 15845.098473848073],
  ["DEPR.FDB", [1000000, 0, 6, 1, 2], 166666.66666666666],
  ["DEPR.FDB", [500000, 5000, 5, 1, 10], 250833.33333333334],
  ["DEPR.DDB", [2400, 300, 3650, 1], 1.3150684931506849],
  ["DEPR.DDB", [2400, 300, 120, 1, 2], 40],
  ["DEPR.DDB", [2400, 300, 10, 1, 2], 480],
  ["DEPR.DDB", [2400, 300, 10, 2, 1.5], 306],
  ["DEPR.DDB", [2400, 300, 10, 10], 22.1225472],
  ["DEPR.DDB", [1000000, 0, 10, 5, 1.5], 78300.9375],
  ["DEPR.DDB", [500000, 5000, 5, 1, 4], 400000],
  ["DEPR.VDB", [2400, 300, 3650, 0, 1], 1.3150684931506849],
  ["DEPR.VDB", [2400, 300, 120, 0, 1], 40],
  ["DEPR.VDB", [2400, 300, 10, 0, 1], 480],
  ["DEPR.VDB", [2400, 300, 120, 6, 18], 396.30605326475086],
  ["DEPR.VDB", [2400, 300, 120, 6, 18, 1.5], 311.8089366582341],
  ["DEPR.VDB", [2400, 300, 120, 6, 18, 3], 540.1855581996978],
  ["DEPR.VDB", [2400, 300, 10, 0, 0.875, 1.5], 315],
  ["DEPR.VDB", [100, 10, 20, 10, 11, 2, true], 3.486784401],
  ["DEPR.VDB", [100, 33, 20, 10, 11, 2, false], 1.86784401],
  ["DEPR.VDB", [50000, 500, 1200, 100, 1000, 1], 37122.94024227176],
])("%s%j is %d, as documented", (id, argued, expected) => {
  expectNear(cell(id, ...argued), expected, Number(argued[0]));
});

describe("LibreOffice Calc answers the same", () => {
  test.each([
    ["DEPR.FDB", "libreoffice-db.txt"],
    ["DEPR.DDB", "libreoffice-ddb.txt"],
    ["DEPR.VDB", "libreoffice-vdb.txt"],
  ])("%s, case by case", (id, file) => {
    const cases = casesIn(file);
    expect(cases.length).toBeGreaterThan(100);
    for (const { words, options, expected } of cases) {
      const [, cost, salvage, life] = words.map(Number);
      const option = (name: string): number | null => (options.has(name) ? Number(options.get(name)) : null);
      const rest =
        id === "DEPR.VDB"
          ? [option("from"), option("to"), option("factor"), !options.has("switch")]
          : [option("year"), option(id === "DEPR.FDB" ? "month" : "factor")];
      expectNear(cell(id, cost, salvage, life, ...rest), Number(expected), Number(cost));
    }
  });
});

describe("without a period they spill", () => {
  test("DEPR.DDB down the years of life, as DEPR.DB", () => {
    // From: oanor, Depreciation Calculator API, cost 10000, salvage 1000, life 5, factor 2.
    expect(cell("DEPR.DDB", 10000, 1000, 5)).toEqual([[4000], [2400], [1440], [864], [296]]);
  });

  test("DEPR.FDB into the year after the life, where the first one was short", () => {
    // From: Microsoft, DB function, to the cents it prints.
    const shown = cell("DEPR.FDB", 1000000, 100000, 6, null, 7) as readonly (readonly number[])[];
    const cents = shown.map(([charge = NaN]) => Number(charge.toFixed(2)));
    expect(cents).toEqual([186083.33, 259639.42, 176814.44, 120410.64, 81999.64, 55841.76, 15845.1]);
    expect(cell("DEPR.FDB", 1000000, 100000, 6)).toHaveLength(6);
  });
});

describe("ranges give arrays", () => {
  test("years in any shape", () => {
    expect(cell("DEPR.DDB", 10000, 1000, 5, [[1, 2, ""]])).toEqual([[4000, 2400, ""]]);
    const shown = cell("DEPR.FDB", 500000, 5000, 5, [[1], [6]], 10) as readonly (readonly number[])[];
    expect(shown).toHaveLength(2);
  });

  test("ages pair cell by cell, and a single one counts for all", () => {
    const cells = (starts: unknown, ends: unknown): unknown => cell("DEPR.VDB", 10000, 0, 5, starts, ends);
    // From: Microsoft Excel, VDB(10000, 0, 5, p - 1, p) for p = 1 to 5.
    expect(cells([[0], [1], [2], [3], [4]], [[1], [2], [3], [4], [5]])).toEqual([
      [4000],
      [2400],
      [1440],
      [1080],
      [1080],
    ]);
    expect(cells(0, [[1, 2]])).toEqual([[4000, 6400]]);
    expect(cells([[0], [1]], [[1, 2]])).toEqual([
      [4000, 6400],
      [0, 2400],
    ]);
    expect(cells([[0], [""]], [[1], [2]])).toEqual([[4000], [""]]);
  });
});

describe("a bad argument is named with its value and what would be right", () => {
  test.each<readonly [string, readonly unknown[], string, string]>([
    ["DEPR.DDB", [1000, 0, 5, 6], "#NUM!", "period is 6, but must be from 1 to 5."],
    ["DEPR.DDB", [1000, 0, 5, 1, 0], "#NUM!", "factor is 0, but must be more than 0."],
    ["DEPR.VDB", [1000, 0, 5, 2, 6], "#NUM!", "end is 6, but must be from 0 to 5."],
    ["DEPR.VDB", [1000, 0, 5, -1, 1], "#NUM!", "start is -1, but must be from 0 to 5."],
    ["DEPR.VDB", [1000, 0, 5, 2, 1], "#NUM!", "start is 2, but must not be after end, which is 1."],
    ["DEPR.VDB", [1000, 0, 5, null, 1], "#VALUE!", "start is missing."],
    ["DEPR.VDB", [1000, 0, 5, 0, null], "#VALUE!", "end is missing."],
    ["DEPR.VDB", [1000, 0, 5, 0, 1, 2, "no"], "#VALUE!", 'no_switch is "no", but must be TRUE or FALSE.'],
    ["DEPR.VDB", [1000, 0, 5, [[0], [1]], [[1], [2], [3]]], "#VALUE!", "start has 2 x 1 cells, but must have 3 x 1"],
    ["DEPR.FDB", [1000, 0, 4.5], "#NUM!", "life is 4.5, but must be a whole number of years, as for Excel's DB."],
    ["DEPR.FDB", [1000, 0, 5, 6], "#NUM!", "period is 6, but must be from 1 to 5."],
    ["DEPR.FDB", [1000, 0, 5, 7, 7], "#NUM!", "period is 7, but must be from 1 to 6."],
    ["DEPR.FDB", [1000, 0, 5, 1, 13], "#NUM!", "month is 13, but must be from 1 to 12."],
    ["DEPR.FDB", [1000, 1500, 5, 1], "#NUM!", "salvage is 1500, but must not be more than the cost, which is 1000."],
  ])("%s%j is %s: %s", (id, argued, error, sentence) => {
    expect(cell(id, ...argued)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });
});

test.each(["DEPR.DDB", "DEPR.VDB", "DEPR.FDB"])("an error passed into %s comes out as it is", (id) => {
  expect(cell(id, "#N/A", 0, 5, 0, 1)).toEqual({ error: "#N/A" });
  expect(cell(id, 1000, 0, 5, [["#DIV/0!"]], 1)).toEqual({ error: "#DIV/0!" });
});
