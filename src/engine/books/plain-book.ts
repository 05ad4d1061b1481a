import { assert } from "../assert";
import type { Asset, AssetTerms, Dated } from "../asset";
import { checkedAsset } from "../asset-terms";
import { addMonths, lastDay, monthOf, type Day } from "../day";
import { cents, type Cents } from "../money";
import { gridOf, periodCount } from "../periods";
import { fail, ok, type Result } from "../result";
import { schedule, type ScheduleRow } from "../schedule";
import { datedLine, ticksAfter } from "../time-line";
import { firstMovement, nothing, type AssetBook, type Movement } from "./book";

/**
 * The books of an asset to which nothing happens but its charges. Their balances at a day come from the method's own running totals, so that no
 * month is walked that nobody asks for. Problems: those of its schedule, and needs-start.
 */
export function plainBook(terms: AssetTerms): Result<AssetBook> {
  const { dated, opening } = terms;
  if (dated === undefined) return fail({ code: "needs-start", what: "a book" });
  const totals = monthlyTotals(terms, dated);
  if (!totals.ok) return totals;
  const { asset, end, accumulatedAfter } = totals.value;
  const begin = opening?.asOf ?? dated.inService;
  const firstMonth = monthOf(dated.inService);
  const rows = (): readonly ScheduleRow[] => {
    const computed = schedule(terms);
    return computed.ok ? computed.value : [];
  };
  return ok({
    get rows() {
      return rows();
    },
    get movements() {
      return movementsOf(asset, begin, opening === undefined ? "acquisition" : "opening", rows());
    },
    balancesAt: (day) => {
      if (day < begin) return nothing;
      const months = Math.min(end, Math.max(0, monthOf((day + 1) as Day) - firstMonth));
      const { impairment, surplus } = nothing;
      return { cost: asset.cost, accumulated: accumulatedAfter(months), impairment, surplus };
    },
    lastDay: end === 0 ? undefined : lastDay(addMonths(firstMonth, end - 1)),
  });
}

interface MonthlyTotals {
  readonly asset: Asset;
  /** Months from the in-service month to the last row. */
  readonly end: number;
  /** What is gone after so many calendar months. */
  readonly accumulatedAfter: (months: number) => Cents;
}

function monthlyTotals(terms: AssetTerms, { inService, yearEnd, convention }: Dated): Result<MonthlyTotals> {
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  const life = terms.method.lifeMonths(asset.value);
  if (!life.ok) return life;
  const line = datedLine(inService, yearEnd, convention, life.value);
  const grid = gridOf(terms);
  const known = line.life === undefined ? ok(0) : periodCount(grid, line, line.life);
  if (!known.ok) return known;
  const gone = monthsGone(terms, inService);
  assert(terms.method.course !== undefined, "only methods with a closed form have plain books");
  const course = terms.method.course(asset.value, line, ticksAfter(line, gone));
  if (!course.ok) return course;
  const count = periodCount(grid, line, course.value.end);
  if (!count.ok) return count;
  const accumulatedAfter = (months: number): Cents =>
    months <= gone
      ? asset.value.accumulated
      : (course.value.totalsAt([ticksAfter(line, months)])[0] ?? asset.value.accumulated);
  return ok({ asset: asset.value, end: count.value, accumulatedAfter });
}

// Months that end on or before the opening date are inside the opening amount.
function monthsGone({ opening }: AssetTerms, inService: Day): number {
  if (opening === undefined) return 0;
  return Math.max(0, monthOf((opening.asOf + 1) as Day) - monthOf(inService));
}

function movementsOf(
  asset: Asset,
  begin: Day,
  kind: "acquisition" | "opening",
  rows: readonly ScheduleRow[],
): readonly Movement[] {
  const rest = { ...nothing, proceeds: cents(0), profit: cents(0), kind: "depreciation" } as const;
  const charged = rows.flatMap(({ lastDay: day, charge }): readonly Movement[] =>
    day === undefined ? [] : [{ ...rest, day, accumulated: charge }],
  );
  return [firstMovement(asset, kind, begin), ...charged];
}
