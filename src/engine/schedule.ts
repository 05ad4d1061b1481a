import type { AssetTerms } from "./asset";
import { checkedAsset } from "./asset-terms";
import { addMonths, firstDay, lastDay, lastMonth, monthOf, type Day } from "./day";
import { mostPeriods, type Course } from "./methods";
import { cents, type Cents } from "./money";
import { ceiling, type Ratio } from "./ratio";
import { fail, ok, type Result } from "./result";
import { datedLine, monthsToYearEnd, ticksAfter, undatedLine, type TimeLine } from "./time-line";

/** One period: what was there, what it takes, what is gone and what is left, in whole minor units. */
export interface ScheduleRow {
  /** Counted from 1, the period of the in-service date; rows after an opening date go on counting. */
  readonly period: number;
  /** The first and the last day of the period as the fiscal calendar has it; on dated rows. */
  readonly firstDay?: Day;
  readonly lastDay?: Day;
  readonly opening: Cents;
  readonly charge: Cents;
  readonly accumulated: Cents;
  readonly closing: Cents;
}

/**
 * The schedule of an asset in whole minor units. Every running total is the exact running total rounded half up, and a
 * charge is the difference of two of them, so no total is ever more than half a unit off and the parts always add up.
 * Problems: those of the terms, too-many-periods, too-late, life-is-over.
 */
export function schedule(terms: AssetTerms): Result<readonly ScheduleRow[]> {
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  const life = terms.method.lifeMonths(asset.value);
  if (!life.ok) return life;
  const line = lineOf(terms, life.value);
  const monthsGone = monthsBefore(terms);
  const course = terms.method.course(asset.value, line, ticksAfter(line, monthsGone));
  if (!course.ok) return course;
  const periods = periodsOf(terms, line, course.value.end, monthsGone);
  return periods.ok ? ok(rows(course.value, line, periods.value, asset.value)) : periods;
}

function lineOf({ dated }: AssetTerms, life: Ratio | undefined): TimeLine {
  return dated === undefined ? undatedLine(life) : datedLine(dated.inService, dated.yearEnd, dated.convention, life);
}

// Months that end on or before the opening date are inside the opening amount.
function monthsBefore({ dated, opening }: AssetTerms): number {
  if (dated === undefined || opening === undefined) return 0;
  const nextDay = (opening.asOf + 1) as Day;
  return Math.max(0, monthOf(nextDay) - monthOf(dated.inService));
}

interface Period {
  readonly number: number;
  /** Months from the first month in service to the period's end. */
  readonly monthsAtEnd: number;
  readonly days?: { readonly firstDay: Day; readonly lastDay: Day };
}

function periodsOf(terms: AssetTerms, line: TimeLine, end: Ratio, monthsGone: number): Result<readonly Period[]> {
  const { dated, frequency } = terms;
  const firstLength = dated === undefined ? frequency.months : monthsToPeriodEnd(dated, frequency.months);
  const lastMonths = monthsUntil(line, end);
  const count = lastMonths <= 0 ? 0 : 1 + Math.max(0, Math.ceil((lastMonths - firstLength) / frequency.months));
  if (count > mostPeriods) return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  const periods: Period[] = [];
  for (let number = 1; number <= count; number += 1) {
    const monthsAtEnd = firstLength + (number - 1) * frequency.months;
    if (monthsAtEnd <= monthsGone) continue;
    if (dated === undefined) periods.push({ number, monthsAtEnd });
    else {
      const last = addMonths(monthOf(dated.inService), monthsAtEnd - 1);
      if (last > lastMonth) return fail({ code: "too-late", what: "the asset" });
      const days = { firstDay: firstDay(addMonths(last, 1 - frequency.months)), lastDay: lastDay(last) };
      periods.push({ number, monthsAtEnd, days });
    }
  }
  return ok(periods);
}

function monthsToPeriodEnd(dated: NonNullable<AssetTerms["dated"]>, length: number): number {
  return ((monthsToYearEnd(dated.inService, dated.yearEnd) - 1) % length) + 1;
}

// The first month in service has a row even where the life begins later or is very short.
function monthsUntil(line: TimeLine, end: Ratio): number {
  if (end.top === 0n) return 0;
  const ticks = Number(ceiling(end));
  const within = line.firstYear.findIndex((gone) => gone >= ticks);
  if (within >= 0) return within;
  const firstYearMonths = line.firstYear.length - 1;
  return firstYearMonths + Math.ceil((ticks - (line.firstYear.at(-1) ?? 0)) / line.ticksPerMonth);
}

function rows(
  course: Course,
  line: TimeLine,
  periods: readonly Period[],
  asset: { readonly cost: Cents; readonly accumulated: Cents },
): readonly ScheduleRow[] {
  const totals = course.totalsAt(periods.map((period) => ticksAfter(line, period.monthsAtEnd)));
  return periods.map(({ number, days }, index) => {
    const before = totals[index - 1] ?? asset.accumulated;
    const accumulated = totals[index] ?? before;
    return {
      period: number,
      ...days,
      opening: cents(asset.cost - before),
      charge: cents(accumulated - before),
      accumulated,
      closing: cents(asset.cost - accumulated),
    };
  });
}
