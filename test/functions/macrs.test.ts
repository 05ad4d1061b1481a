/** DEPR.MACRS: what the IRS prints, cell by cell, through the built formula. */
import fc from "fast-check";
import { casesIn } from "../engine/case-table";
import { cell } from "./bundle";

/** The basis of which a printed percentage is a whole number of cents. */
const basis = 1_000_000;

const printed = casesIn("irs-publication-946.txt").map(({ words, expected }) => {
  const [table, placed = "", percent = "", years] = words;
  const [convention, number] = [placed.slice(0, 2), Number(placed.slice(2))];
  const month = convention === "MQ" ? 3 * number - 1 : number || 7;
  const percents = expected.split(" ").filter((word) => word !== "...");
  return { table, convention, month, years: Number(years), percent, percents, isWhole: !expected.endsWith("...") };
});

test.each(printed)("$table $convention $month $percent $years", ({ convention, month, years, percent, ...rest }) => {
  const method = percent === "100" ? "SL" : `${percent}DB`;
  const date = `2026-${String(month).padStart(2, "0")}-15`;
  const shown = cell("DEPR.MACRS", basis, years, null, convention, date, method) as readonly (readonly number[])[];
  const { percents } = rest;
  const count = rest.isWhole ? shown.length : percents.length;
  const amounts = shown.slice(0, count).map(([amount = NaN]) => amount);
  expect(amounts).toEqual(percents.map((text) => Math.round(Number(text) * 10_000)));
});

const years = (...amounts: readonly number[]): readonly (readonly number[])[] => amounts.map((amount) => [amount]);

// From: IRS, Publication 946, Table A-1, 5-year property.
const fiveYears = years(2000, 3200, 1920, 1152, 1152, 576);

describe("words, dates and options", () => {
  test("the convention may be written long, in an option, or left to the class", () => {
    for (const word of ["HY", "half-year", "Half Year"])
      expect(cell("DEPR.MACRS", 10000, 5, null, word)).toEqual(fiveYears);
    expect(cell("DEPR.MACRS", 10000, 5, null, null, null, null, [["convention", "half-year"]])).toEqual(fiveYears);
    expect(cell("DEPR.MACRS", 10000, 5)).toEqual(fiveYears);
    // From: Table A-7a, month 1.
    expect(cell("DEPR.MACRS", 100000, 39, 1, null, "2026-01-31")).toEqual([[2461]]);
  });

  test("a date cell counts from 1900 or 1904, as the option says", () => {
    // From: Table A-5. 2026-11-15 is 46341 from 1900 and 44879 from 1904.
    const first = (serial: number, system: number): unknown =>
      cell("DEPR.MACRS", 10000, 7, 1, "MQ", serial, null, [["date system", system]]);
    expect(first(46341, 1900)).toEqual([[357]]);
    expect(first(44879, 1904)).toEqual([[357]]);
  });

  test("the tax year may end with another month", () => {
    // From: Tables, 5-year property, year 1: 35, 25, 15 and 5 percent.
    const first = (yearEnd: number): unknown =>
      cell("DEPR.MACRS", 10000, 5, 1, "mid-quarter", "2026-11-15", null, [["year end", yearEnd]]);
    expect([10, 7, 4, 1, 12].map(first)).toEqual([3500, 2500, 1500, 500, 500].map((amount) => [[amount]]));
  });

  test("ADS takes its own life, straight line", () => {
    // From: IRS, Publication 946, Table A-8, straight line, half-year, 12 years: 4.17, 8.33, 8.33, 8.33 percent.
    expect(cell("DEPR.MACRS", 10000, 12, [[1, 2, 3, 4]], null, null, "ADS")).toEqual([[417, 833, 833, 833]]);
    expect(cell("DEPR.MACRS", 10000, 12, 1, null, null, null, [["system", "ads"]])).toEqual([[417]]);
  });
});

test("years in any shape, and blanks stay blank", () => {
  expect(cell("DEPR.MACRS", 10000, 5, [[1], [""], [6]])).toEqual([[2000], [""], [576]]);
});

test("the years add up to the basis, and none has a part of a cent", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1_000_000_000 }),
      fc.constantFrom(3, 5, 7, 10, 15, 20, 27.5, 39, 40),
      fc.constantFrom("HY", "MQ", "MM"),
      fc.integer({ min: 1, max: 9 }),
      (cents, years, convention, month) => {
        const date = `2026-0${month}-10`;
        const shown = cell("DEPR.MACRS", cents / 100, years, null, convention, date) as readonly (readonly number[])[];
        const amounts = shown.map(([amount = NaN]) => Math.round(amount * 100));
        expect(amounts.reduce((sum, amount) => sum + amount, 0)).toBe(cents);
        expect(shown).toEqual(amounts.map((amount) => [amount / 100]));
      },
    ),
    { numRuns: 300 },
  );
});

describe("a bad argument is named with its value and what would be right", () => {
  test.each<readonly [readonly unknown[], string, string]>([
    [[null, 5], "#VALUE!", "cost is missing."],
    [[-1, 5], "#NUM!", "cost is -1, but must be 0 or more."],
    [[10.005, 5], "#NUM!", "cost is 10.005, which has more than 2 decimals."],
    [[1000, null], "#VALUE!", "class is missing."],
    [[1000, 6], "#VALUE!", '"6" is no class. Use 3, 5, 7, 10, 15, 20, 27.5, 39, 40.'],
    [[1000, 5, 7], "#NUM!", "year is 7, but must be from 1 to 6."],
    [[1000, 5, 1.5], "#NUM!", "year is 1.5, but must be a whole number."],
    [
      [1000, 5, 1, "full-month"],
      "#VALUE!",
      '"full-month" is no MACRS convention. Use half-year, mid-quarter, mid-month.',
    ],
    [[1000, 5, 1, "MQ"], "#VALUE!", "the date placed in service is missing."],
    [[1000, 39, 1], "#VALUE!", "the date placed in service is missing."],
    [[1000, 5, 1, "MQ", "15.11.2026"], "#VALUE!", 'placed_in_service is "15.11.2026", but must be a date'],
    [[1000, 5, 1, null, null, "175DB"], "#VALUE!", '"175DB" is no MACRS method. Use GDS, 200DB, 150DB, SL, ADS.'],
  ])("%j is %s: %s", (argued, error, sentence) => {
    const shown = cell("DEPR.MACRS", ...argued);
    expect(shown).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  test("an error passed in comes out as it is", () => {
    expect(cell("DEPR.MACRS", 1000, "#N/A")).toEqual({ error: "#N/A" });
    expect(cell("DEPR.MACRS", 1000, 5, [[1], ["#DIV/0!"]])).toEqual({ error: "#DIV/0!" });
  });
});
