import { cell, number } from "./bundle";

const years = (...charges: readonly number[]): readonly (readonly number[])[] => charges.map((charge) => [charge]);

describe("a spilled formula has one row for each year of life", () => {
  // From: oanor, Depreciation Calculator API, the three examples: cost 10000, salvage 1000, life 5, factor 2.
  test.each([
    ["DEPR.SL", [1800, 1800, 1800, 1800, 1800]],
    ["DEPR.DB", [4000, 2400, 1440, 864, 296]],
    ["DEPR.SYD", [3000, 2400, 1800, 1200, 600]],
  ])("%s of 10000, 1000, 5", (id, charges) => {
    expect(cell(id, 10000, 1000, 5)).toEqual(years(...charges));
  });

  test("the last part of a year takes its share", () => {
    expect(cell("DEPR.SL", 1000, 0, 2.5)).toEqual(years(400, 400, 200));
    expect(cell("DEPR.SL", 1000, 0, 0.5)).toEqual(years(1000));
    // By hand: 6561 at 4/9 a year leaves 3645, 2025, 1125 and 625, and half a year takes half of four ninths of that.
    const declining = cell("DEPR.DB", 6561, 0, 4.5) as readonly (readonly number[])[];
    const expected = [2916, 1620, 900, 500, 1250 / 9];
    expect(declining).toHaveLength(5);
    expected.forEach((charge, index) => expect(declining[index]?.[0]).toBeCloseTo(charge, 8));
  });

  test("switching to straight line uses the whole cost up", () => {
    // From: Microsoft Excel, VDB(10000, 0, 5, p - 1, p) for p = 1 to 5: 2000 a year is overtaken in year 4.
    expect(cell("DEPR.DB", 10000, 0, 5, null, null, true)).toEqual(years(4000, 2400, 1440, 1080, 1080));
    expect(cell("DEPR.DB", 10000, 0, 5, null, null, "true")).toEqual(years(4000, 2400, 1440, 1080, 1080));
    expect(cell("DEPR.DB", 10000, 0, 5, null, null, 0)).toEqual(years(4000, 2400, 1440, 864, 518.4));
  });
});

// From: Microsoft, support pages of SLN, SYD, DDB and VDB and the DAX page of DDB, in full doubles.
test.each<readonly [string, readonly unknown[], number]>([
  ["DEPR.SL", [30000, 7500, 10, 1], 2250],
  ["DEPR.SYD", [30000, 7500, 10, 1], 4090.909090909091],
  ["DEPR.SYD", [30000, 7500, 10, 10], 409.09090909090907],
  ["DEPR.DB", [2400, 300, 3650, 1], 1.3150684931506849],
  ["DEPR.DB", [2400, 300, 120, 1, 2], 40],
  ["DEPR.DB", [2400, 300, 10, 1, 2], 480],
  ["DEPR.DB", [2400, 300, 10, 2, 1.5], 306],
  ["DEPR.DB", [2400, 300, 10, 10], 22.1225472],
  ["DEPR.DB", [1000000, 0, 10, 5, 1.5], 78300.9375],
  ["DEPR.DB", [2400, 300, 10, 1, null, true], 480],
])("%s%j is %d, as Microsoft documents", (id, argued, expected) => {
  expect(Math.abs(number(cell(id, ...argued)) - expected)).toBeLessThanOrEqual(1e-12 * Number(argued[0]) + 1e-15);
});

describe("the result has the shape of the periods", () => {
  const lives = [10000, 1000, 5] as const;

  test.each<readonly [string, unknown, readonly (readonly unknown[])[]]>([
    ["a number", 2, [[2400]]],
    ["a row", [[1, 2, 3]], [[4000, 2400, 1440]]],
    ["a column", [[5], [4]], [[296], [864]]],
    [
      "a block",
      [
        [1, 2],
        [3, 4],
      ],
      [
        [4000, 2400],
        [1440, 864],
      ],
    ],
    ["text that looks like numbers", [["1", " 2 "]], [[4000, 2400]]],
    ["blanks among them", [[1], [""], [null], [3]], [[4000], [""], [""], [1440]]],
    ["a blank cell alone", [[null]], [[""]]],
    ["an empty rich value", [[{ type: "Empty", basicType: "Empty", basicValue: "" }]], [[""]]],
  ])("%s", (_, period, shown) => {
    expect(cell("DEPR.DB", ...lives, period)).toEqual(shown);
  });
});

describe("arguments are read as Excel reads them", () => {
  test.each<readonly [string, readonly unknown[]]>([
    ["a blank salvage is 0", [1000, null, 5, 1]],
    ["an empty text as salvage is 0", [1000, "", 5, 1]],
    ["text that looks like a number counts", ["1000", "0", "5", "1"]],
    ["thousands may be grouped", ["1,000.00", 0, 5, 1]],
    ["a percent sign divides by a hundred", ["100000%", 0, 5, 1]],
    ["an exponent counts", ["1e3", 0, 5, 1]],
    ["a formatted number carries its value along", [{ type: "FormattedNumber", basicValue: 1000 }, 0, 5, 1]],
    ["a single cell may come as a range", [[[1000]], [[0]], [[5]], [[1]]]],
  ])("%s", (_, argued) => {
    expect(cell("DEPR.SL", ...argued)).toEqual([[200]]);
  });
});

describe("a bad argument is named with its value and what would be right", () => {
  test.each<readonly [string, readonly unknown[], string, string]>([
    ["DEPR.SL", [null, 0, 5], "#VALUE!", "cost is missing."],
    ["DEPR.SL", [1000, 0, null], "#VALUE!", "life is missing."],
    ["DEPR.SL", ["abc", 0, 5], "#VALUE!", 'cost is "abc", but must be a number.'],
    ["DEPR.SL", ["1,5", 0, 5], "#VALUE!", 'cost is "1,5", but must be a number.'],
    ["DEPR.SL", [true, 0, 5], "#VALUE!", 'cost is "TRUE", but must be a number.'],
    ["DEPR.SL", [[[1000, 2000]], 0, 5], "#VALUE!", 'cost is "a range of several cells", but must be a number.'],
    ["DEPR.SL", [1000, "x", 5], "#VALUE!", 'salvage is "x", but must be a number.'],
    ["DEPR.SL", [-1000, 0, 5], "#NUM!", "cost is -1000, but must be 0 or more."],
    ["DEPR.SL", [1000, -1, 5], "#NUM!", "salvage is -1, but must be 0 or more."],
    ["DEPR.SL", [1000, 1500, 5], "#NUM!", "salvage is 1500, but must not be more than the cost, which is 1000."],
    ["DEPR.SL", [1000, 0, 0], "#NUM!", "life is 0, but must be more than 0."],
    ["DEPR.SL", [1000, 0, -5], "#NUM!", "life is -5, but must be more than 0."],
    ["DEPR.SL", [1000, 0, 5, 0], "#NUM!", "period is 0, but must be from 1 to 5."],
    ["DEPR.SL", [1000, 0, 5, 6], "#NUM!", "period is 6, but must be from 1 to 5."],
    ["DEPR.SL", [1000, 0, 5, 1.5], "#NUM!", "period is 1.5, but must be a whole number."],
    ["DEPR.SL", [1000, 0, 5, [[1], [2], [7]]], "#NUM!", "period is 7, but must be from 1 to 5."],
    ["DEPR.SL", [1000, 0, 5, [[1, "two"]]], "#VALUE!", 'period is "two", but must be a number.'],
    ["DEPR.DB", [1000, 0, 5, 1, 0], "#NUM!", "factor is 0, but must be more than 0."],
    ["DEPR.DB", [1000, 0, 5, null, -1], "#NUM!", "factor is -1, but must be more than 0."],
    ["DEPR.DB", [1000, 0, 5, 1, "two"], "#VALUE!", 'factor is "two", but must be a number.'],
    ["DEPR.DB", [1000, 0, 5, 1, 2, "maybe"], "#VALUE!", 'switch is "maybe", but must be TRUE or FALSE.'],
    ["DEPR.SYD", [1000, 0, 4.5], "#NUM!", "life is 4.5, but must be a whole number of years to spill."],
  ])("%s%j is %s: %s", (id, argued, error, sentence) => {
    expect(cell(id, ...argued)).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });
});

describe("an error passed in comes out as it is", () => {
  test.each(["#DIV/0!", "#N/A", "#NUM!", "#VALUE!", "#REF!", "#NAME?", "#NULL!"])("%s", (error) => {
    expect(cell("DEPR.SL", error, 0, 5)).toEqual({ error });
    expect(cell("DEPR.SL", 1000, 0, 5, [[1], [error]])).toEqual({ error });
    expect(cell("DEPR.SL", { type: "Error", basicValue: error }, 0, 5)).toEqual({ error });
  });

  test("the first one wins, and wins over other mistakes", () => {
    expect(cell("DEPR.SL", "abc", "#N/A", "#DIV/0!")).toEqual({ error: "#N/A" });
  });

  test("one that a custom function cannot show is named", () => {
    const sentence = "life is the error #SPILL!. Mend that cell first.";
    expect(cell("DEPR.SL", 1000, 0, "#SPILL!")).toEqual({ error: "#VALUE!", sentence });
  });
});
