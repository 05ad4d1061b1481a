import { assert } from "../assert";
import type { Dated } from "../asset";
import { monthsLater, type Day } from "../day";
import type { Frequency } from "../frequency";
import { dividedBy, lowest, plus, ratio, times, whole, type Ratio } from "../ratio";
import type { Calendar, Periods } from "./calendar";
import type { Around, DayCount, Span } from "./day-count";

/**
 * The smallest stretch of time that a charge is worked out for: a month of life or of the calendar, or a part of one
 * where something in mid-life cuts it.
 */
export interface Slice {
  /** With dates. */
  readonly span?: Span;
  /** 0 is the fiscal year of the in-service date; without dates the first year of life. */
  readonly fiscalYear: number;
  /** The period of the fiscal year, 0 to 11; without dates the month of the year of life. */
  readonly period: number;
  /** The row of the schedule, from 1. */
  readonly row: number;
  /** The months of life that it takes where so many are left. */
  readonly room: Ratio;
  /** The days or, where months count, the months of life that it is for: what a unit amount is worked out for. */
  readonly units: Ratio;
  /** The days of life in it, where days are counted. */
  readonly days?: number;
  /** Whether the life is over at its end, whatever is left: by days, lives end on a day. */
  readonly endsLife: boolean;
  /** Whether it is the last of its row, and of its fiscal year. */
  readonly endsRow: boolean;
  readonly endsYear: boolean;
}

/** The stretch of life from a day on: when it began, and the months it has; left out where the life is open. */
export interface Lifetime {
  readonly from: Day | undefined;
  readonly months: Ratio | undefined;
}

/** How an asset's life meets the periods. */
export interface Time {
  /** The slices of month 0, 1, 2 ... from the one in service, each cut before these days. */
  slices(index: number, cuts: readonly Day[], life: Lifetime): readonly Slice[];
  /** The first and last day of a row in the calendar; nothing without dates. */
  rowSpan(row: number): Span | undefined;
  /** The month of the calendar, and the row, that hold a day; nothing before the first of them, and without dates. */
  holding(day: Day): { readonly month: Span; readonly row: Span; readonly rowNumber: number } | undefined;
  /** The fiscal year, and the month of it, that hold a day. */
  placeOf(day: Day): { readonly fiscalYear: number; readonly period: number } | undefined;
}

/** Months of life from age 0, for an asset without dates. */
export function undatedTime(frequency: Frequency): Time {
  const one = whole(1);
  return {
    slices: (index) => [
      {
        fiscalYear: Math.floor(index / 12),
        period: index % 12,
        row: Math.floor(index / frequency.months) + 1,
        room: one,
        units: one,
        endsLife: false,
        endsRow: (index + 1) % frequency.months === 0,
        endsYear: index % 12 === 11,
      },
    ],
    rowSpan: () => undefined,
    holding: () => undefined,
    placeOf: () => undefined,
  };
}

export interface TimeTerms {
  readonly dated: Dated;
  readonly frequency: Frequency;
  readonly calendar: Calendar;
  readonly dayCount: DayCount;
  readonly lifeMonths: Ratio | undefined;
}

export function datedTime(terms: TimeTerms): Time {
  const { dated, frequency, calendar } = terms;
  const periods = calendar.periods(dated);
  const rowAt = (period: number): number => Math.floor(period / frequency.months);
  const yearAt = (period: number): number => periods.yearOf(period, frequency.months).number;
  const rowSpan = (row: number): Span => {
    const first = (rowAt(periods.first) + row - 1) * frequency.months;
    return { firstDay: periods.days(first).firstDay, lastDay: periods.days(first + frequency.months - 1).lastDay };
  };
  const rooms = dated.convention.firstYear === undefined ? roomsByDays(terms, periods) : roomsByMonths(terms, periods);
  return {
    slices: (index, cuts, life) => {
      const period = periods.first + index;
      const fiscalYear = yearAt(period);
      const place = { fiscalYear, period: period % 12, row: rowAt(period) - rowAt(periods.first) + 1 };
      const ends = { endsRow: rowAt(period + 1) !== rowAt(period), endsYear: yearAt(period + 1) !== fiscalYear };
      const spans = cutAt(periods.days(period), cuts);
      return spans.map((span, at) => {
        const isLast = at === spans.length - 1;
        const borders = { endsRow: isLast && ends.endsRow, endsYear: isLast && ends.endsYear };
        return { ...place, span, ...rooms.of(period, span, life), ...borders };
      });
    },
    rowSpan,
    holding: (day) => {
      const period = periodHolding(periods, day);
      if (period === undefined) return undefined;
      const rowNumber = rowAt(period) - rowAt(periods.first) + 1;
      return { month: periods.days(period), row: rowSpan(rowNumber), rowNumber };
    },
    placeOf: (day) => {
      const period = periodHolding(periods, day);
      return period === undefined ? undefined : { fiscalYear: yearAt(period), period: period % 12 };
    },
  };
}

function periodHolding(periods: Periods, day: Day): number | undefined {
  if (day < periods.days(periods.first).firstDay) return undefined;
  let period = periods.first;
  while (periods.days(period).lastDay < day) period += 1;
  return period;
}

interface Rooms {
  of(period: number, span: Span, life: Lifetime): Pick<Slice, "room" | "units" | "days" | "endsLife">;
}

function cutAt({ firstDay, lastDay }: Span, cuts: readonly Day[]): readonly Span[] {
  const starts = [firstDay, ...cuts.filter((day) => day > firstDay && day <= lastDay)];
  return starts.map((start, at) => ({ firstDay: start, lastDay: ((starts[at + 1] ?? lastDay + 1) - 1) as Day }));
}

// The convention says what the first year holds; later, a month is a month. A part of a month has its part by days.
function roomsByMonths({ dated, dayCount, lifeMonths, calendar }: TimeTerms, periods: Periods): Rooms {
  const inFirstYear = firstYearRooms(dated, lifeMonths, calendar, periods);
  return {
    of: (period, span) => {
      const room = inFirstYear[period - periods.first] ?? calendar.monthOfLife(periods, period);
      const all = periods.days(period);
      if (span.firstDay === all.firstDay && span.lastDay === all.lastDay) return { room, units: room, endsLife: false };
      const part = ratio(BigInt(dayCount.days(span)), BigInt(dayCount.days(all)));
      const cut = lowest(times(room, part));
      return { room: cut, units: cut, endsLife: false };
    },
  };
}

function firstYearRooms(
  { convention, inService }: Dated,
  lifeMonths: Ratio | undefined,
  calendar: Calendar,
  periods: Periods,
): readonly Ratio[] {
  assert(convention.firstYear !== undefined, "these conventions count in months");
  const life = lifeMonths === undefined ? Infinity : Number(lifeMonths.top) / Number(lifeMonths.bottom);
  const { halfMonths, weights } = convention.firstYear(12 - periods.first, inService, life);
  const parts = weights.map((weight, at) => times(whole(weight), calendar.monthOfLife(periods, periods.first + at)));
  const total = parts.reduce(plus, whole(0));
  if (total.top === 0n) return parts;
  // Where the weights are the months themselves, in halves, each has its own length; else the year's months are spread.
  const isWhole = weights.reduce((sum, weight) => sum + weight, 0) === halfMonths;
  const months = isWhole ? dividedBy(total, whole(2)) : ratio(BigInt(halfMonths), 2n);
  return parts.map((part) => lowest(dividedBy(times(months, part), total)));
}

function roomsByDays({ dated, dayCount, frequency }: TimeTerms, periods: Periods): Rooms {
  const none = { room: whole(0), units: whole(0), days: 0 };
  return {
    of: (period, span, life) => {
      const end = dayAfter(life);
      const firstDay = span.firstDay > dated.inService ? span.firstDay : dated.inService;
      const endsLife = end !== undefined && span.lastDay >= end - 1;
      const lastDay = endsLife ? ((end - 1) as Day) : span.lastDay;
      if (lastDay < firstDay) return { ...none, endsLife };
      const charged = { firstDay, lastDay };
      const around = aroundPeriod(periods, period, frequency.months, lifeSpan(life, end));
      const days = dayCount.days(charged);
      return { room: lowest(dayCount.months(charged, around)), units: whole(days), days, endsLife };
    },
  };
}

function aroundPeriod(periods: Periods, period: number, rowMonths: number, life: Around["life"]): Around {
  const first = period - (period % rowMonths);
  return {
    month: periods.days(period),
    row: { firstDay: periods.days(first).firstDay, lastDay: periods.days(first + rowMonths - 1).lastDay },
    year: periods.yearOf(period, rowMonths).span,
    rowMonths,
    monthsAfter: 11 - (period % 12),
    life,
  };
}

// The day after the last of a life: its anniversary. What an interruption left of a month is counted in days of a
// twelfth of a year.
function dayAfter({ from, months }: Lifetime): Day | undefined {
  if (from === undefined || months === undefined) return undefined;
  const wholeMonths = Number(months.top / months.bottom);
  const rest = Number(months.top % months.bottom) / Number(months.bottom);
  return (monthsLater(from, wholeMonths) + Math.ceil((rest * 365) / 12)) as Day;
}

function lifeSpan({ from, months }: Lifetime, end: Day | undefined): Around["life"] {
  if (from === undefined || months === undefined || end === undefined) return undefined;
  return { span: { firstDay: from, lastDay: (end - 1) as Day }, months };
}
