import type { PostedUpdate } from "../connectors";
import { type Month, addMonths, bookOf, firstDay, lastDay, monthOf, monthText } from "../engine";
import { type CoveredRange, type EventRow, type RegisterAsset, coveredRange } from "../sheet";
import type { IdentifiedRow } from "./identify";
import { covering, rangeOf } from "./posted";
import type { Sight } from "./row-step";
import type { RowStep } from "./steps";

/** An asset, since when its months are expected in the ledger, and which are there. */
export interface MonthsGiven {
  readonly asset: RegisterAsset;
  readonly events: readonly EventRow[];
  /** The first month that the ledger is kept for. */
  readonly start: Month;
  /** Months from this one on are not looked at. */
  readonly before: Month;
  readonly isThere: (month: Month) => boolean;
}

/**
 * The months before this one that the register charges and that are not there. What an opening balance holds is in no
 * row of the schedule, and so is never missed.
 */
export function missingMonths({ asset, events, start, before, isThere }: MonthsGiven): readonly Month[] {
  const book = bookOf(events.length === 0 ? asset.terms : { ...asset.terms, events });
  if (!book.ok) return [];
  const charged = book.value.rows.flatMap(({ lastDay, charge }) =>
    lastDay === undefined || charge === 0 ? [] : [monthOf(lastDay)],
  );
  return charged.filter((month) => month >= start && month < before && !isThere(month));
}

/**
 * The first month of any charge, in the ledger or in the sheet. A register knows since when an asset is in service, but
 * not since when this ledger is kept: months before its first are another ledger's.
 */
export function firstMonthOf(charges: readonly { readonly month: Month }[]): Month | undefined {
  return charges.reduce<Month | undefined>(
    (first, { month }) => (first === undefined || month < first ? month : first),
    undefined,
  );
}

/** "2026-05", "2026-04 and 2026-05", "2026-01 to 2026-05 (5 months)". */
export function monthsText(months: readonly Month[]): string {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return "";
  if (months.length === 1) return monthText(first);
  if (months.length === 2) return `${monthText(first)} and ${monthText(last)}`;
  return `${monthText(first)} to ${monthText(last)} (${months.length} months)`;
}

export interface EarlierGiven {
  readonly sight: Sight;
  readonly updates: readonly PostedUpdate[];
  readonly eventsOf: ReadonlyMap<string, readonly EventRow[]>;
  /** Whether the row is to be sent now, if nothing forbids it. */
  readonly isWanted: (row: IdentifiedRow) => boolean;
}

/** Lets a charge wait for the asset's earlier months: June is not posted while May is missing, until somebody says so. */
export function waitingForEarlier(steps: readonly RowStep[], given: EarlierGiven): readonly RowStep[] {
  const charges = steps.filter(({ row }) => row.line.type === "DEPRECIATION");
  const isComing = ({ kind, row }: RowStep): boolean => kind !== "blocked" && (kind !== "post" || given.isWanted(row));
  const coming = new Set(charges.filter(isComing).flatMap(({ row }) => namesOf(row)));
  const start = firstMonthOf([
    ...charges.map(({ row: { line } }) => ({ month: monthOf(line.periodStart ?? line.periodEnd) })),
    ...given.updates.filter(isCharge).map((held) => ({ month: monthOf(rangeOf(held)?.first ?? held.date) })),
  ]);
  if (start === undefined) return steps;
  const missingOf = missingBefore(given, start, coming);
  return steps.map((step) => {
    // What may have arrived already has to be settled, whatever is missing before it.
    if (step.kind !== "post" || step.row.line.type !== "DEPRECIATION" || step.unsettled !== undefined) return step;
    const missing = missingOf(step.row);
    if (missing.length === 0) return step;
    return { kind: "blocked", row: step.row, code: "earlier-month-missing", sentence: waits(step.row, missing) };
  });
}

function missingBefore(
  { sight, eventsOf }: EarlierGiven,
  start: Month,
  coming: ReadonlySet<string>,
): (row: IdentifiedRow) => readonly Month[] {
  const last = (Number.MAX_SAFE_INTEGER - 1) as Month;
  const known = new Map<string, readonly Month[]>();
  const ofAsset = (id: string): readonly Month[] => {
    const asset = sight.register.get(id);
    if (asset === undefined) return [];
    const ledgerId = sight.ledgerAsset(asset)?.ledgerId;
    const isHeld = (month: Month): boolean =>
      ledgerId !== undefined && covering(sight.charges.depreciation(ledgerId), monthRange(month)).length > 0;
    const isThere = (month: Month): boolean => coming.has(JSON.stringify([id, month])) || isHeld(month);
    return missingMonths({ asset, events: eventsOf.get(id) ?? [], start, before: last, isThere });
  };
  return ({ line }) => {
    const missing = known.get(line.asset) ?? ofAsset(line.asset);
    known.set(line.asset, missing);
    return missing.filter((month) => month < monthOf(line.periodStart ?? line.periodEnd));
  };
}

function waits({ line }: IdentifiedRow, missing: readonly Month[]): string {
  const it = missing.length === 1 ? "it" : "them";
  const is = missing.length === 1 ? "is" : "are";
  const month = monthText(monthOf(line.periodEnd));
  return `${monthsText(missing)} of "${line.asset}" ${is} not posted, so ${month} waits. Post ${it} first, or go on without ${it}.`;
}

/** A name for each month that the row stands for. */
function namesOf({ line }: IdentifiedRow): readonly string[] {
  const range = coveredRange(line);
  return range === undefined ? [] : monthsOf(range).map((month) => JSON.stringify([line.asset, month]));
}

/** The months of which a range has a day. */
export function monthsOf({ first, last }: CoveredRange): readonly Month[] {
  const count = monthOf(last) - monthOf(first) + 1;
  return Array.from({ length: count }, (_none, at) => addMonths(monthOf(first), at));
}

function monthRange(month: Month): CoveredRange {
  return { first: firstDay(month), last: lastDay(month) };
}

function isCharge({ type, archived }: PostedUpdate): boolean {
  return type === "DEPRECIATION" && !archived;
}
