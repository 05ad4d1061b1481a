import type { AssetTerms } from "./asset";
import { addMonths, firstDay, lastMonth, monthOf, type Day, type Month } from "./day";
import { mostPeriods } from "./methods";
import { ceiling, type Ratio } from "./ratio";
import { fail, ok, type Result } from "./result";
import { monthsToYearEnd, type TimeLine } from "./time-line";

/** The periods of a schedule, as months from the first month in service. */
export interface Grid {
  /** How many months the first period has from the month in service. */
  readonly firstLength: number;
  readonly length: number;
  /** The month in service; left out without dates. */
  readonly firstMonth?: Month;
}

export function gridOf({ dated, frequency }: Pick<AssetTerms, "dated" | "frequency">): Grid {
  const length = frequency.months;
  if (dated === undefined) return { firstLength: length, length };
  const firstLength = ((monthsToYearEnd(dated.inService, dated.yearEnd) - 1) % length) + 1;
  return { firstLength, length, firstMonth: monthOf(dated.inService) };
}

/**
 * How many periods there are until this tick of the life; the period of the month in service is one of them.
 * Problems: too-many-periods, too-late.
 */
export function periodCount(grid: Grid, line: TimeLine, end: Ratio): Result<number> {
  const months = monthsUntil(line, end);
  const count = months === 0 ? 0 : 1 + Math.max(0, Math.ceil((months - grid.firstLength) / grid.length));
  if (count > mostPeriods) return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  const isTooLate = grid.firstMonth !== undefined && grid.firstMonth + monthsAtEnd(grid, count) - 1 > lastMonth;
  return isTooLate ? fail({ code: "too-late", what: "the asset" }) : ok(count);
}

/** Months from the first month in service to the end of period 1, 2, 3 ... */
export function monthsAtEnd(grid: Grid, period: number): number {
  return grid.firstLength + (period - 1) * grid.length;
}

/**
 * The first and the last day of a period in the fiscal calendar, for periods asked for one after the other; nothing
 * without dates.
 */
export function daysInOrder(
  grid: Grid,
): ((period: number) => { readonly firstDay: Day; readonly lastDay: Day }) | undefined {
  const { firstMonth, length } = grid;
  if (firstMonth === undefined) return undefined;
  let [before, next] = [NaN, 0 as Day];
  return (period) => {
    const month = addMonths(firstMonth, monthsAtEnd(grid, period));
    const start = period === before + 1 ? next : firstDay(addMonths(month, -length));
    [before, next] = [period, firstDay(month)];
    return { firstDay: start, lastDay: (next - 1) as Day };
  };
}

function monthsUntil(line: TimeLine, end: Ratio): number {
  if (end.top === 0n) return 0;
  const ticks = Number(ceiling(end));
  const within = line.firstYear.findIndex((gone) => gone >= ticks);
  if (within >= 0) return within;
  return line.firstYear.length - 1 + Math.ceil((ticks - (line.firstYear.at(-1) ?? 0)) / line.ticksPerMonth);
}
