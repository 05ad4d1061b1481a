import * as fc from "fast-check";
import { cell, type Shown } from "./bundle";

type Rows = readonly (readonly unknown[])[];

function schedule(frequency: string, terms: { readonly start?: string; readonly yearEnd?: number } = {}): Rows {
  const options = [["year end", terms.yearEnd ?? 12]];
  return cell("DEPR.SCHEDULE", 1000, 100, 2.5, "SYD", terms.start, frequency, null, options) as Rows;
}

const regroup = (rows: unknown, frequency: unknown, options?: unknown): Shown =>
  cell("DEPR.REGROUP", rows, frequency, options);

const longer = ["quarter", "half-year", "year"];

describe("months put together are the schedule that was asked for in longer periods, cent for cent", () => {
  test.each(longer)("numbered, by %s", (frequency) => {
    expect(regroup(schedule("month"), frequency)).toEqual(schedule(frequency));
  });

  test.each(longer)("dated, by %s, for any start and year end", (frequency) => {
    const days = fc.date({ min: new Date("1950-01-01"), max: new Date("2090-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 12 }), (day, yearEnd) => {
        const terms = { start: day.toISOString().slice(0, 10), yearEnd };
        const regrouped = regroup(schedule("month", terms), frequency, [["year end", yearEnd]]);
        expect(regrouped).toEqual(schedule(frequency, terms));
      }),
      { numRuns: 60 },
    );
  });
});

test("with the header row or without, and blank rows count for nothing", () => {
  const months = schedule("month");
  const body = [...months.slice(1), ["", null, "", "", ""]];
  expect(regroup(body, "year")).toEqual(regroup(months, "year"));
  expect(regroup(months, "year", [["headers", false]])).toEqual((regroup(months, "year") as Rows).slice(1));
});

test("the adjustments of a period are added up and its events named", () => {
  // From: a schedule with an improvement of 60 in month 2, by hand.
  const rows = [
    [1, 1000, 10, 10, 990, 0, ""],
    [2, 990, 10, 20, 1040, 60, "IMPROVEMENT"],
    [3, 1040, 12, 32, 1028, 0, ""],
  ];
  expect(regroup(rows, "quarter", [["headers", false]])).toEqual([[1, 1000, 32, 32, 1028, 60, "IMPROVEMENT"]]);
});

describe("a schedule that is not one is refused, and the sentence says where", () => {
  const rows = [
    [1, 1000, 10, 10, 990],
    [2, 990, 10, 20, 980],
  ];
  const [first = [], second = []] = rows;
  test.each([
    [[second, first], "Period 1 stands after 2"],
    [[first, [2, 900, 10, 20, 890]], "Opening value of period 2 is 900.00, but must be 990.00"],
    [[first, [2, 990, 10, 20, 970]], "Book value of period 2 is 970.00, but must be 980.00"],
    [[[1, 1000, 10]], "schedule must have the columns Period, Opening value"],
    [[[1, 1000, 10.005, 10, 990]], "Depreciation is 10.005, which has more than 2 decimals"],
    [[[1, 1000, "x", 10, 990]], 'Depreciation is "x"'],
  ])("%j", (given, sentence) => {
    expect(regroup(given, "year")).toMatchObject({ sentence: expect.stringContaining(sentence) as string });
  });

  test("and so is a frequency that is missing", () => {
    expect(regroup(rows, null)).toMatchObject({ error: "#VALUE!", sentence: "frequency is missing." });
  });
});
