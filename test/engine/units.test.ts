// What the compiler must refuse. A line that compiles by mistake fails the type check of this file.
import {
  cents,
  yearTerms,
  type Cents,
  type Day,
  type Month,
  type Problem,
  type YearTermsChecked,
} from "../../src/engine";
import { chargesByYear, methods, kinds } from "../../src/engine";

test("amounts, days, months and checked terms are no plain numbers or terms", () => {
  // @ts-expect-error A dollar amount is not a count of cents.
  const dollars: Cents = 16.66;
  // @ts-expect-error A sum of cents is a number again until cents() has looked at it.
  const total: Cents = cents(1) + cents(2);
  // @ts-expect-error A serial number of a cell is not a day.
  const day: Day = 45_000;
  // @ts-expect-error A month of the year is not a month of the calendar.
  const month: Month = 12;
  // @ts-expect-error Terms that nobody checked do not reach a method.
  const terms: YearTermsChecked = { cost: 1, salvage: 2, lifeYears: 0 };
  expect([dollars, total, day, month, terms]).toHaveLength(5);
});

test("a problem carries the facts of its code", () => {
  // @ts-expect-error A salvage above the cost names both.
  const problem: Problem = { code: "salvage-above-cost", cost: 1 };
  // @ts-expect-error A code that the list does not know is none.
  const unknown: Problem = { code: "something-else" };
  expect(kinds[problem.code]).toBe("number");
  expect(unknown.code in kinds).toBe(false);
});

test("charges want checked terms", () => {
  const given = { cost: 1000, salvage: 0, lifeYears: 5 };
  const [straightLine] = methods;
  if (straightLine === undefined) throw new Error("there is a method");
  // @ts-expect-error Unchecked terms do not compile, whatever they would give.
  expect(() => chargesByYear(straightLine, given)).not.toThrow();
  expect(yearTerms(given).ok).toBe(true);
});
