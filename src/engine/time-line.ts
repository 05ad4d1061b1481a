import { assert } from "./assert";
import { monthOf, type Day } from "./day";
import type { Convention } from "./conventions";
import { lowest, smaller, times, whole, type Ratio } from "./ratio";

/**
 * How a life meets the months, counted in ticks of life. A tick is the part of a month that makes the end of every
 * month a whole number of ticks; only the end of the life may fall between two of them.
 */
export interface TimeLine {
  readonly ticksPerMonth: number;
  readonly ticksPerYear: number;
  /** Ticks gone after 0, 1, 2 ... months of the first fiscal year, counted from the first month. */
  readonly firstYear: readonly number[];
  /** Ticks of the whole life; left out where the life is open. */
  readonly life?: Ratio;
}

/** Years of life from age 0, for an asset without dates; a month has as many ticks as it is to be divided into. */
export function undatedLine(lifeMonths: Ratio | undefined, ticksPerMonth = 1): TimeLine {
  const firstYear = Array.from({ length: 13 }, (_, months) => months * ticksPerMonth);
  return withLife({ ticksPerMonth, ticksPerYear: 12 * ticksPerMonth, firstYear }, lifeMonths);
}

/** Fiscal years from the month in service, as the convention fills the first of them. */
export function datedLine(
  inService: Day,
  yearEnd: number,
  convention: Convention,
  lifeMonths: Ratio | undefined,
): TimeLine {
  const months = monthsToYearEnd(inService, yearEnd);
  const lifeNumber = lifeMonths === undefined ? Infinity : Number(lifeMonths.top) / Number(lifeMonths.bottom);
  assert(convention.firstYear !== undefined, "only conventions that count in months have a line of ticks");
  const { halfMonths, weights } = convention.firstYear(months, inService, lifeNumber);
  assert(weights.length === months, "a convention weighs every month to the year's end");
  const weight = weights.reduce((sum, one) => sum + one, 0) || 1;
  const common = weights.reduce((divisor, one) => greatestCommonDivisor(divisor, one * halfMonths), 2 * weight);
  const ticksPerMonth = (2 * weight) / common;
  const firstYear = [0];
  let gone = 0;
  for (const one of weights) firstYear.push((gone += (one * halfMonths) / common));
  return withLife({ ticksPerMonth, ticksPerYear: 12 * ticksPerMonth, firstYear }, lifeMonths);
}

/** How many months there are from the in-service month to the fiscal year's end, both included. */
export function monthsToYearEnd(inService: Day, yearEnd: number): number {
  return ((yearEnd - 1 - (monthOf(inService) % 12) + 12) % 12) + 1;
}

/** Ticks of life gone after so many calendar months; it goes on counting beyond the end of the life. */
export function ticksAfter(line: TimeLine, months: number): number {
  const inFirstYear = line.firstYear[months];
  return inFirstYear ?? firstYearTicks(line) + (months - line.firstYear.length + 1) * line.ticksPerMonth;
}

/** Ticks of life gone when fiscal year 0, 1, 2 ... begins. */
export function yearStart(line: TimeLine, year: number): number {
  return year === 0 ? 0 : firstYearTicks(line) + (year - 1) * line.ticksPerYear;
}

/** The fiscal year in which the life goes on from this tick: a tick on a border belongs to the year that begins there. */
export function yearAt(line: TimeLine, tick: number): number {
  const first = firstYearTicks(line);
  return tick < first ? 0 : 1 + Math.floor((tick - first) / line.ticksPerYear);
}

/** The tick, or the end of the life where that comes first. */
export function withinLife(line: TimeLine, tick: number): Ratio {
  const age = whole(tick);
  return line.life === undefined ? age : smaller(age, line.life);
}

function firstYearTicks(line: TimeLine): number {
  return line.firstYear.at(-1) ?? 0;
}

function withLife(line: Omit<TimeLine, "life">, lifeMonths: Ratio | undefined): TimeLine {
  if (lifeMonths === undefined) return line;
  const { ticksPerMonth, ticksPerYear, firstYear } = line;
  return { ticksPerMonth, ticksPerYear, firstYear, life: lowest(times(lifeMonths, whole(ticksPerMonth))) };
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
