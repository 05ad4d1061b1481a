/** Months that the ledger holds stay as they were posted; what they differ by from the terms of today goes elsewhere. */
import {
  addMonths,
  amountOf,
  bookOf,
  cents,
  exactCents,
  firstDay,
  monthOf,
  monthsToYearEnd,
  ok,
  type AssetBook,
  type AssetTerms,
  type Cents,
  type Day,
  type Result,
} from "../engine";
import { changes } from "./changes";
import { coveredRange, type CoveredRange } from "./covered-range";
import { chargeWithin, monthlyCharges, type MonthlyCharges } from "./monthly-charges";
import type { ScheduleLine } from "./schedule";

/** What is posted of one asset, and what the terms of today give for the same days. */
export interface PostedHistory {
  readonly ranges: readonly CoveredRange[];
  /** The last day that is charged; undefined where nothing is. */
  readonly last: Day | undefined;
  readonly held: Cents;
  /** By the terms of today, for the days of `held`. */
  readonly computed: Cents;
  /** The charges by the terms of today, from the last change in estimate on. */
  readonly charges: MonthlyCharges;
}

/** Problems: those of the books of terms that begin with what was posted before a change in estimate. */
export function postedHistory(
  terms: AssetTerms,
  book: AssetBook,
  posted: readonly ScheduleLine[],
): Result<PostedHistory> {
  const periods = periodsOf(posted);
  const since = settledUntil(periods);
  const settled = since === -Infinity ? ok(book) : reopened(terms, posted, (since - 1) as Day);
  if (!settled.ok) return settled;
  const charges = monthlyCharges(settled.value);
  const opened = terms.opening?.asOf ?? -Infinity;
  const isCounted = (day: Day): boolean => day >= since && day > opened;
  const ranges = periods.map(({ range }) => range);
  const computed = ranges.filter(({ last }) => isCounted(last)).map((range) => chargeWithin(charges, range));
  return ok({
    ranges,
    last: ranges.length === 0 ? undefined : (Math.max(...ranges.map(({ last }) => last)) as Day),
    held: totalOf(posted.filter(({ periodEnd }) => isCounted(periodEnd))),
    computed: cents(computed.reduce<number>((sum, charge) => sum + charge, 0)),
    charges,
  });
}

interface Period {
  readonly line: ScheduleLine;
  readonly range: CoveredRange;
}

function periodsOf(posted: readonly ScheduleLine[]): readonly Period[] {
  return posted.flatMap((line) => {
    const range = coveredRange(line);
    return range === undefined ? [] : [{ line, range }];
  });
}

/** The first day of the latest change in estimate: it has spread the difference of what was posted before it. */
function settledUntil(periods: readonly Period[]): number {
  const forward = new Set(changes.filter(({ goes }) => goes === "forward").map(({ word }) => word));
  const estimates = periods.filter(({ line: { change } }) => change !== undefined && forward.has(change));
  return estimates.reduce((latest, { range }) => Math.max(latest, range.first), -Infinity);
}

/**
 * The books as they go on after a day, from what was posted until then: what is left is spread over the life that is left.
 * Problems: those of the terms with that opening.
 */
export function reopened(terms: AssetTerms, posted: readonly ScheduleLine[], asOf: Day): Result<AssetBook> {
  const opened = terms.opening?.asOf ?? -Infinity;
  const before = posted.filter(({ periodEnd }) => periodEnd <= asOf && periodEnd > opened);
  const ofYear = before.filter(({ periodEnd }) => periodEnd >= yearStart(terms, asOf));
  const opening = terms.opening?.accumulated ?? 0;
  const isYearKnown = terms.opening === undefined || terms.opening.asOf < yearStart(terms, asOf);
  const inUnits = (amount: Cents): number => amountOf(amount, terms.decimals);
  return bookOf({
    ...terms,
    opening: {
      accumulated: inUnits(cents(centsIn(opening, terms) + totalOf(before))),
      asOf,
      ...(isYearKnown ? { chargedThisYear: inUnits(totalOf(ofYear)) } : {}),
    },
    policy: { ...terms.policy, opening: "respread" },
  });
}

/** What the register says was charged before its first month, in minor units. */
export function openingOf(terms: AssetTerms): Cents {
  return centsIn(terms.opening?.accumulated ?? 0, terms);
}

export function totalOf(lines: readonly ScheduleLine[]): Cents {
  return cents(lines.reduce((sum, { amount }) => sum + amount, 0));
}

// The register was read with these amounts, so they are whole minor units of its currency.
function centsIn(amount: number, { decimals }: AssetTerms): Cents {
  const exact = exactCents(amount, decimals, "Opening accumulated");
  if (!exact.ok) throw new Error(`an opening balance of ${amount} was read, but is no amount of money`);
  return exact.value;
}

function yearStart({ dated }: AssetTerms, day: Day): Day {
  const left = dated === undefined ? 12 : monthsToYearEnd(day, dated.yearEnd);
  return firstDay(addMonths(monthOf(day), left - 12));
}
