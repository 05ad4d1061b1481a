import { assert } from "./assert";
import type { Asset, AssetTerms } from "./asset";
import { checkedAsset } from "./asset-terms";
import { monthOf, type Day } from "./day";
import type { Course } from "./methods";
import { cents, type Cents } from "./money";
import { daysInOrder, gridOf, monthsAtEnd, periodCount, type Grid } from "./periods";
import { hasClosedForm } from "./policy/of-terms";
import type { Ratio } from "./ratio";
import { ok, type Result } from "./result";
import { walkOf } from "./walk/walk-of";
import { datedLine, ticksAfter, undatedLine, type TimeLine } from "./time-line";

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
  /** With events: the change of the book value that is not depreciation, and the words of what happened. */
  readonly adjustment?: Cents;
  readonly events?: readonly string[];
}

/**
 * The schedule of an asset in whole minor units. By default every running total is the exact running total rounded half
 * up, and a charge is the difference of two of them, so no total is ever more than half a unit off and the parts always
 * add up. Problems: those of the terms and of the events, too-many-periods, too-late, life-is-over.
 */
export function schedule(terms: AssetTerms): Result<readonly ScheduleRow[]> {
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  if (hasClosedForm(terms)) return inClosedForm(terms, asset.value);
  const walked = walkOf(terms, asset.value);
  return walked.ok ? ok(walked.value.rows) : walked;
}

function inClosedForm(terms: AssetTerms, asset: Asset): Result<readonly ScheduleRow[]> {
  const life = terms.method.lifeMonths(asset);
  if (!life.ok) return life;
  const [line, grid] = [lineOf(terms, life.value), gridOf(terms)];
  // A life far too long is refused before anything is worked out for it.
  const known = line.life === undefined ? ok(0) : periodCount(grid, line, line.life);
  if (!known.ok) return known;
  const monthsGone = monthsBefore(terms);
  assert(terms.method.course !== undefined, "only methods with a closed form come here");
  const course = terms.method.course(asset, line, ticksAfter(line, monthsGone));
  if (!course.ok) return course;
  const count = periodCount(grid, line, course.value.end);
  return count.ok ? ok(rows(asset, course.value, line, grid, periodsAfter(grid, monthsGone, count.value))) : count;
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

// The periods that end after so many months have passed.
function periodsAfter(grid: Grid, months: number, count: number): readonly number[] {
  const whole = months < grid.firstLength ? 0 : 1 + Math.floor((months - grid.firstLength) / grid.length);
  return Array.from({ length: Math.max(0, count - whole) }, (_, index) => whole + 1 + index);
}

function rows(asset: Asset, course: Course, line: TimeLine, grid: Grid, periods: readonly number[]): ScheduleRow[] {
  const totals = course.totalsAt(periods.map((period) => ticksAfter(line, monthsAtEnd(grid, period))));
  const daysFrom = daysInOrder(grid);
  let before = asset.accumulated;
  return periods.map((period, index) => {
    const accumulated = totals[index] ?? before;
    const opening = cents(asset.cost - before);
    const charge = cents(accumulated - before);
    before = accumulated;
    const closing = cents(asset.cost - accumulated);
    if (daysFrom === undefined) return { period, opening, charge, accumulated, closing };
    const { firstDay, lastDay } = daysFrom(period);
    return { period, firstDay, lastDay, opening, charge, accumulated, closing };
  });
}
