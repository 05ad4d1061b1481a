import { addMonths, dayText, firstDay, lastDay, monthOf } from "../../../src/engine";
import type { Day } from "../../../src/engine";

/** The first and the last day that something names. */
export type Days = readonly [first: string, last: string];

type Macro = (asOf: Day) => readonly [Day, Day];

const macros: Readonly<Record<string, Macro>> = {
  today: (asOf) => [asOf, asOf],
  yesterday: (asOf) => [(asOf - 1) as Day, (asOf - 1) as Day],
  currentWeek: (asOf) => week(asOf),
  lastWeek: (asOf) => week((asOf - 7) as Day),
  currentMonth: (asOf) => months(asOf, 1, 0),
  priorMonth: (asOf) => months(asOf, 1, -1),
  currentQuarter: (asOf) => months(asOf, 3, 0),
  priorQuarter: (asOf) => months(asOf, 3, -1),
  currentYear: (asOf) => months(asOf, 12, 0),
  priorYear: (asOf) => months(asOf, 12, -1),
};

/** The days of a word such as priorMonth, seen from a day; undefined for any other text. */
export function macroDays(word: string, asOf: Day): Days | undefined {
  if (!Object.hasOwn(macros, word)) return undefined;
  const days = macros[word]?.(asOf);
  return days === undefined ? undefined : [dayText(days[0]), dayText(days[1])];
}

export const macroWords: readonly string[] = Object.keys(macros);

// Weeks begin on Monday (ISO 8601). Days count from 1970-01-01, a Thursday, so a Monday is four days later.
function week(day: Day): readonly [Day, Day] {
  const sinceMonday = (((day - 4) % 7) + 7) % 7;
  return [(day - sinceMonday) as Day, (day - sinceMonday + 6) as Day];
}

/** The stretch of so many months that holds the day, or one so many stretches away. */
function months(day: Day, length: number, away: number): readonly [Day, Day] {
  const month = monthOf(day);
  const start = addMonths(month, -(month % length) + away * length);
  return [firstDay(start), lastDay(addMonths(start, length - 1))];
}
