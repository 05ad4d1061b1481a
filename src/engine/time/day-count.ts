import { dayOfMonth, monthOf, type Day } from "../day";
import { minus, ratio, times, whole, type Ratio } from "../ratio";
import type { Named } from "../words";

export interface Span {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

/** What a day count may have to know about the days that it counts. */
export interface Around {
  /** The period of the calendar, the row of the schedule and the fiscal year that hold them. */
  readonly month: Span;
  readonly row: Span;
  readonly year: Span;
  readonly rowMonths: number;
  /** How many periods the fiscal year has after this one. */
  readonly monthsAfter: number;
  /** Left out where the life is open. */
  readonly life: { readonly span: Span; readonly months: Ratio } | undefined;
}

/** How days become months of life. */
export interface DayCount extends Named {
  /** Days from the first to the last, both included, as this count has them. */
  days(span: Span): number;
  /** Months of life in a span of days. */
  months(span: Span, around: Around): Ratio;
}

const actualDaysIn = ({ firstDay, lastDay }: Span): number => lastDay - firstDay + 1;

const partOf = (span: Span, all: Span): Ratio => ratio(BigInt(actualDaysIn(span)), BigInt(actualDaysIn(all)));

const ofFiscalYear = (span: Span, { year }: Around): Ratio => times(whole(12), partOf(span, year));

function ofYearsOf(days: number): Pick<DayCount, "days" | "months"> {
  return { days: actualDaysIn, months: (span) => ratio(12n * BigInt(actualDaysIn(span)), BigInt(days)) };
}

export const dayCounts: readonly DayCount[] = [
  {
    word: "actual",
    aliases: ["actual/actual", "act/act"],
    label: "Actual days of the fiscal year",
    days: actualDaysIn,
    months: ofFiscalYear,
  },
  { word: "actual/365", aliases: ["act/365"], label: "Actual days, years of 365", ...ofYearsOf(365) },
  { word: "actual/360", aliases: ["act/360"], label: "Actual days, years of 360", ...ofYearsOf(360) },
  {
    word: "30/360",
    aliases: ["30E/360"],
    label: "Months of 30 days, years of 360",
    days: daysBy30,
    months: (span) => ratio(BigInt(daysBy30(span)), 30n),
  },
  {
    word: "life",
    aliases: ["days of life", "all days"],
    label: "Every day of the life alike",
    days: actualDaysIn,
    months: (span, around) => {
      const { life } = around;
      return life === undefined ? ofFiscalYear(span, around) : times(life.months, partOf(span, life.span));
    },
  },
  {
    word: "posting-period",
    aliases: ["days of the row"],
    label: "Actual days of the posting period, all posting periods alike",
    days: actualDaysIn,
    months: (span, { row, rowMonths }) => times(whole(rowMonths), partOf(span, row)),
  },
  {
    word: "year-less-months",
    aliases: ["first year by days"],
    label: "Whole months, the first year by its days",
    days: actualDaysIn,
    months: yearLessMonths,
  },
];

// A whole month is a month. The first one, begun within, has what the days of its fiscal year leave beside the whole
// months after it; any other part of a month has its part by days.
function yearLessMonths(span: Span, around: Around): Ratio {
  const { month, year, monthsAfter } = around;
  if (span.firstDay === month.firstDay || span.lastDay < month.lastDay) return partOf(span, month);
  return minus(ofFiscalYear({ firstDay: span.firstDay, lastDay: year.lastDay }, around), whole(monthsAfter));
}

// 30E/360: every month has 30 days and its end is the 30th, in February as well: an asset in service on the 28th of a
// February of 28 days has one day of it.
function daysBy30({ firstDay, lastDay }: Span): number {
  return position((lastDay + 1) as Day) - position(firstDay);
}

function position(day: Day): number {
  const isEnd = dayOfMonth((day + 1) as Day) === 1;
  return 30 * monthOf(day) + (isEnd ? 30 : Math.min(dayOfMonth(day), 30));
}
