import { dayOfMonth, monthOf, type Day } from "../day";
import { dividedBy, lowest, ratio, whole, type Ratio } from "../ratio";
import type { Result } from "../result";
import { named, type Named } from "../words";

/** What a day count may have to know: the fiscal year of the day, and the whole life. */
export interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** How days become months of life. */
export interface DayCount extends Named {
  /** Days from the first to the last, both included, as this count has them. */
  days(span: Span): number;
  /** Months of life in one such day. `life` is left out where the life is open. */
  monthsInDay(year: Span, life: { readonly span: Span; readonly months: Ratio } | undefined): Ratio;
}

const actualDaysIn = ({ firstDay, lastDay }: Span): number => lastDay - firstDay + 1;

function yearOf(days: number): Pick<DayCount, "days" | "monthsInDay"> {
  return { days: actualDaysIn, monthsInDay: () => ratio(12n, BigInt(days)) };
}

const byFiscalYear = (year: Span): Ratio => ratio(12n, BigInt(actualDaysIn(year)));

export const dayCounts: readonly DayCount[] = [
  {
    word: "actual",
    aliases: ["actual/actual", "act/act"],
    label: "Actual days of the fiscal year",
    days: actualDaysIn,
    monthsInDay: byFiscalYear,
  },
  { word: "actual/365", aliases: ["act/365"], label: "Actual days, years of 365", ...yearOf(365) },
  { word: "actual/360", aliases: ["act/360"], label: "Actual days, years of 360", ...yearOf(360) },
  {
    word: "30/360",
    aliases: ["30E/360"],
    label: "Months of 30 days, years of 360",
    days: daysBy30,
    monthsInDay: () => ratio(1n, 30n),
  },
  {
    word: "life",
    aliases: ["days of life", "all days"],
    label: "Every day of the life alike",
    days: actualDaysIn,
    monthsInDay: (year, life) =>
      life === undefined ? byFiscalYear(year) : lowest(dividedBy(life.months, whole(actualDaysIn(life.span)))),
  },
];

/** Problem: unknown-word. */
export function dayCountNamed(text: string): Result<DayCount> {
  return named("day count", dayCounts, [], text);
}

// 30E/360: every month has 30 days, and the 31st counts as the 30th; the last day of February ends its month as well.
function daysBy30({ firstDay, lastDay }: Span): number {
  return position((lastDay + 1) as Day) - position(firstDay);
}

function position(day: Day): number {
  return 30 * monthOf(day) + Math.min(dayOfMonth(day), 30);
}
