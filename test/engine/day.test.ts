// Days without a clock, judged by the calendar of JavaScript itself, in UTC.
import fc from "fast-check";
import {
  addMonths,
  dayFromText,
  dayOf,
  dayText,
  firstDay,
  lastDay,
  monthFromText,
  monthOf,
  monthText,
} from "../../src/engine";
import { wording, type Day } from "../../src/engine";
import { value } from "./random-assets";

const millisecondsPerDay = 86_400_000;
const anyDay = fc.integer({ min: -25_508, max: 2_932_896 });

test("every day from 1900-03-01 to 9999-12-31 is the calendar's, there and back", () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const date = new Date(number * millisecondsPerDay);
      const text = date.toISOString().slice(0, 10);
      expect(value(dayFromText(text))).toBe(number);
      expect(dayText(number as Day)).toBe(text);
      expect(value(dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()))).toBe(number);
    }),
    { numRuns: 2_000 },
  );
});

test("a month begins with its first day and ends the day before the next", () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const month = monthOf(number as Day);
      const [first, last] = [firstDay(month), lastDay(month)];
      expect(first <= number && number <= last).toBe(true);
      expect(dayText(first)).toBe(`${monthText(month)}-01`);
      expect(last + 1).toBe(firstDay(addMonths(month, 1)));
      expect(value(monthFromText(monthText(month)))).toBe(month);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  "1900-02-28",
  "1900-01-01",
  "2023-02-29",
  "2024-13-01",
  "2024-00-10",
  "2024-01-32",
  "24-01-01",
  "2024-1-1",
  "01/02/2024",
  "",
  "2024-01-01T00:00",
])("%p is no date", (text) => {
  const read = dayFromText(text, "start");
  expect(read.ok ? read.value : wording(read.problem)).toBe(
    `start is "${text}", but must be a date from 1900-03-01 to 9999-12-31, as a date cell or as yyyy-mm-dd.`,
  );
});

test.each([
  [1900, 2, 29],
  [2024.5, 1, 1],
  [2024, 1, 0],
  [NaN, 1, 1],
  [10_000, 1, 1],
])("the year %p, month %p, day %p is no date", (year, month, dayOfMonth) => {
  expect(dayOf(year, month, dayOfMonth).ok).toBe(false);
});

test.each(["2024-13", "2024", "2024-1", "1900-02", "2024-01-01"])("%p is no month", (text) => {
  const read = monthFromText(text);
  expect(read.ok ? read.value : wording(read.problem)).toBe(`month is "${text}", but must be a month as yyyy-mm.`);
});
