import { addMonths, firstDay, lastDay, monthOf, monthsLater, type Day, type Month } from "../day";
import { lowest, ratio, whole, type Ratio } from "../ratio";
import type { Named } from "../words";
import type { Span } from "./day-count";

/** The periods of an asset's years, twelve to a year, counted from 0 at the start of the year in which it goes into service. */
export interface Periods {
  /** The period that holds the in-service date, 0 to 11. */
  readonly first: number;
  days(period: number): Span;
  /** The fiscal year that a period belongs to, where rows have so many months: years are counted from 0. */
  yearOf(period: number, rowMonths: number): FiscalYear;
}

export interface FiscalYear {
  readonly number: number;
  readonly span: Span;
}

/** What a calendar is made of. */
export interface CalendarTerms {
  readonly inService: Day;
  readonly yearEnd: number;
  readonly firstPosting?: Day;
}

/** How a fiscal year is divided. */
export interface Calendar extends Named {
  periods(terms: CalendarTerms): Periods;
  /** The months of life in a whole period: a fiscal year has twelve. */
  monthOfLife(periods: Periods, period: number): Ratio;
}

const oneMonth = whole(1);

/** Calendar months; the year ends with the last day of the year-end month. */
const months: Calendar = {
  word: "months",
  aliases: ["calendar-months"],
  label: "Calendar months",
  periods: ({ inService, yearEnd }) => {
    const start = fiscalYearStart(monthOf(inService), yearEnd);
    return inTwelves(monthOf(inService) - start, (period) => {
      const month = addMonths(start, period);
      return { firstDay: firstDay(month), lastDay: lastDay(month) };
    });
  },
  monthOfLife: () => oneMonth,
};

/** Months and years from the day of purchase on; the fiscal year does not count. */
const anniversary: Calendar = {
  word: "anniversary",
  aliases: ["purchase-anniversary"],
  label: "Months from the purchase day",
  periods: ({ inService }) =>
    inTwelves(0, (period) => ({
      firstDay: monthsLater(inService, period),
      lastDay: (monthsLater(inService, period + 1) - 1) as Day,
    })),
  monthOfLife: () => oneMonth,
};

/**
 * Months that end on the day of the month of the first posting, or on the last day of the month where it is one: rows end
 * at the first posting and so many months on. A row belongs to the fiscal year that holds its last day.
 */
const postingDates: Calendar = {
  word: "posting-dates",
  aliases: ["first-posting"],
  label: "First posting date and so many months on",
  periods: periodsOfPosting,
  monthOfLife: () => oneMonth,
};

/** Years of 52 or 53 whole weeks, in quarters of 4, 4 and 5 weeks in some order; a 53rd week lengthens the last period. */
function weeks(word: string, weeksOfQuarter: readonly [number, number, number], aliases: readonly string[]): Calendar {
  const ends = [0, 1, 2, 3].flatMap((quarter) => {
    const [one, two] = weeksOfQuarter;
    return [13 * quarter + one, 13 * quarter + one + two, 13 * quarter + 13];
  });
  return {
    word,
    aliases,
    label: `Weeks, ${word}`,
    periods: (terms) => weekPeriods(terms, ends),
    monthOfLife: partByWeeks,
  };
}

export const calendars: readonly Calendar[] = [
  months,
  weeks("4-4-5", [4, 4, 5], ["52/53", "52-53-weeks"]),
  weeks("4-5-4", [4, 5, 4], []),
  weeks("5-4-4", [5, 4, 4], []),
  anniversary,
  postingDates,
];

function inTwelves(first: number, days: Periods["days"]): Periods {
  const yearOf = (period: number): FiscalYear => {
    const start = period - (period % 12);
    return { number: start / 12, span: { firstDay: days(start).firstDay, lastDay: days(start + 11).lastDay } };
  };
  return { first, days, yearOf };
}

function partByWeeks(periods: Periods, period: number): Ratio {
  const first = period - (period % 12);
  const year = periods.days(first + 11).lastDay - periods.days(first).firstDay + 1;
  const { firstDay: start, lastDay: end } = periods.days(period);
  return lowest(ratio(BigInt(12 * (end - start + 1)), BigInt(year)));
}

function fiscalYearStart(month: Month, yearEnd: number): Month {
  const sinceStart = (month - yearEnd) % 12;
  return addMonths(month, -sinceStart);
}

function periodsOfPosting({ inService, yearEnd, firstPosting }: CalendarTerms): Periods {
  const start = fiscalYearStart(monthOf(inService), yearEnd);
  const endOfPeriod = endsFrom(firstPosting ?? lastDay(addMonths(start, 11)));
  let held = monthOf(inService) - monthOf(endOfPeriod(0));
  while (endOfPeriod(held) < inService) held += 1;
  while (endOfPeriod(held - 1) >= inService) held -= 1;
  // The first posting ends a year of periods, so that it ends a row, whatever the frequency.
  const first = (((held + 11) % 12) + 12) % 12;
  const days = (period: number): Span => {
    const at = period - first + held;
    return { firstDay: (endOfPeriod(at - 1) + 1) as Day, lastDay: endOfPeriod(at) };
  };
  const yearOfRow = (period: number, rowMonths: number): number => {
    const last = days(period - (period % rowMonths) + rowMonths - 1).lastDay;
    return Math.floor((monthOf(last) - start) / 12);
  };
  return {
    first,
    days,
    yearOf: (period, rowMonths) => {
      const year = yearOfRow(period, rowMonths);
      const month = addMonths(start, 12 * year);
      const span = { firstDay: firstDay(month), lastDay: lastDay(addMonths(month, 11)) };
      return { number: year - yearOfRow(first, rowMonths), span };
    },
  };
}

function endsFrom(firstPosting: Day): (months: number) => Day {
  const month = monthOf(firstPosting);
  return firstPosting === lastDay(month)
    ? (months) => lastDay(addMonths(month, months))
    : (months) => monthsLater(firstPosting, months);
}

function weekPeriods({ inService, yearEnd }: CalendarTerms, ends: readonly number[]): Periods {
  const last = yearEndHolding(inService, yearEnd);
  const days = (period: number): Span => {
    const [year, at] = [Math.floor(period / 12), period % 12];
    const end = lastSaturday(addMonths(last, 12 * year));
    const start = lastSaturday(addMonths(last, 12 * (year - 1))) + 1;
    const first = start + 7 * (at === 0 ? 0 : (ends[at - 1] ?? 0));
    return { firstDay: first as Day, lastDay: at === 11 ? end : ((start + 7 * (ends[at] ?? 0) - 1) as Day) };
  };
  let first = 0;
  while (days(first).lastDay < inService) first += 1;
  return inTwelves(first, days);
}

// The year ends on the last Saturday of the year-end month, so a day after it belongs to the next year.
function yearEndHolding(inService: Day, yearEnd: number): Month {
  const month = monthOf(inService);
  const end = addMonths(fiscalYearStart(month, yearEnd), 11);
  return inService > lastSaturday(end) ? addMonths(end, 12) : end;
}

function lastSaturday(month: Month): Day {
  const day = lastDay(month);
  // 1970-01-01, day 0, was a Thursday, so Saturdays leave 2 when divided by 7.
  return (day - ((((day - 2) % 7) + 7) % 7)) as Day;
}
