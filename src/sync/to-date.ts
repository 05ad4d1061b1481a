import type { PostedUpdate } from "../connectors";
import { type Cents, type Decimals, amountText, cents, dayText, exactCents, wording } from "../engine";
import { type RegisterAsset, coveredRange } from "../sheet";
import type { IdentifiedRow } from "./identify";
import { endOf, sumOf } from "./posted";
import type { Blocked, RowStep } from "./steps";

export interface ToDateGiven {
  readonly assetOf: (id: string) => RegisterAsset | undefined;
  /** The asset's depreciation in the ledger. */
  readonly postingsOf: (asset: RegisterAsset) => readonly PostedUpdate[];
  readonly decimals: Decimals;
  /** Whether somebody said to go on without months that are missing: then only what is too much is held back. */
  readonly withoutEarlier: boolean;
}

/**
 * Holds back each charge after which the ledger would not have what the schedule says is charged to date: months that
 * are missing, charged twice, or posted by other terms. Rows whose total nobody knows pass.
 */
export function tiedToDate(steps: readonly RowStep[], given: ToDateGiven): readonly RowStep[] {
  const byAsset = new Map<string, RowStep[]>();
  for (const step of steps) {
    const group = byAsset.get(step.row.line.asset);
    if (step.row.line.type !== "DEPRECIATION") continue;
    if (group === undefined) byAsset.set(step.row.line.asset, [step]);
    else group.push(step);
  }
  const held = new Map<RowStep, Blocked>();
  for (const [id, group] of byAsset) {
    const asset = given.assetOf(id);
    if (asset !== undefined && group.some(({ kind }) => kind === "post")) heldBack(group, asset, given, held);
  }
  return steps.map((step) => held.get(step) ?? step);
}

function heldBack(
  steps: readonly RowStep[],
  asset: RegisterAsset,
  { postingsOf, decimals, withoutEarlier }: ToDateGiven,
  held: Map<RowStep, Blocked>,
): void {
  const inOrder = [...steps].sort(byDate);
  const postings = postingsOf(asset);
  const unknown = chargedElsewhere(inOrder[0], postings, asset);
  let before = 0;
  inOrder.forEach(({ row }, at) => {
    const step = inOrder[at];
    if (step?.kind !== "post") return;
    const figures = {
      inLedger: inLedgerBefore(row, inOrder.slice(at + 1), postings, asset),
      before: cents(before),
      toDate: row.line.chargedToDate,
    };
    const sum = cents(unknown + figures.inLedger + before + row.line.amount);
    // What may have arrived already has to be settled, whatever it comes to.
    const isTied = figures.toDate === undefined || sum === figures.toDate || step.unsettled !== undefined;
    if (isTied || (withoutEarlier && sum < (figures.toDate ?? sum))) before += row.line.amount;
    else
      held.set(step, {
        kind: "blocked",
        row,
        code: "not-tied",
        sentence: untied(row, cents(sum - unknown), figures, unknown, decimals),
      });
  });
}

/**
 * What the schedule counts between the opening balance and its first row, where the ledger holds nothing of that time: it
 * was charged elsewhere, or before anybody kept these books.
 */
function chargedElsewhere(first: RowStep | undefined, postings: readonly PostedUpdate[], asset: RegisterAsset): Cents {
  const { amount, chargedToDate, periodEnd } = first?.row.line ?? {};
  if (amount === undefined || chargedToDate === undefined || periodEnd === undefined) return cents(0);
  const openedUntil = asset.terms.opening?.asOf ?? -Infinity;
  const isEarlier = (posted: PostedUpdate): boolean => endOf(posted) > openedUntil && endOf(posted) < periodEnd;
  const isKnown = postings.some((posted) => isEarlier(posted) && posted.key !== first?.row.key);
  return isKnown ? cents(0) : cents(Math.max(0, chargedToDate - amount - openingOf(asset)));
}

/** Opening balance and what is posted up to the row's date, but for what the sheet has after the row. */
function inLedgerBefore(
  { line }: IdentifiedRow,
  later: readonly RowStep[],
  postings: readonly PostedUpdate[],
  asset: RegisterAsset,
): Cents {
  const after = new Set(later.map(({ row }) => row.key));
  const counted = postings.filter(({ key }) => key === undefined || !after.has(key));
  return cents(openingOf(asset) + sumOf(counted, asset.terms.opening?.asOf ?? -Infinity, line.periodEnd));
}

/** The register was read with this amount, so it is whole minor units of its currency. */
function openingOf({ terms }: RegisterAsset): Cents {
  const opening = exactCents(terms.opening?.accumulated ?? 0, terms.decimals, "Opening accumulated");
  if (!opening.ok) throw new Error(wording(opening.problem));
  return opening.value;
}

/** A correction counts after the charge of its date. */
function byDate({ row: { line: one } }: RowStep, { row: { line: other } }: RowStep): number {
  const rank = (line: IdentifiedRow["line"]): number => (coveredRange(line) === undefined ? 1 : 0);
  return (
    one.periodEnd - other.periodEnd || rank(one) - rank(other) || (one.chargedToDate ?? 0) - (other.chargedToDate ?? 0)
  );
}

interface Figures {
  readonly inLedger: Cents;
  readonly before: Cents;
  readonly toDate: Cents | undefined;
}

function untied({ line }: IdentifiedRow, sum: Cents, figures: Figures, unknown: Cents, decimals: Decimals): string {
  const text = (amount: number): string => amountText(cents(amount), decimals);
  const toDate = figures.toDate ?? sum;
  const missing = toDate - sum - unknown;
  const parts = `${text(figures.inLedger)} in the ledger, ${text(figures.before)} of rows before it and ${text(line.amount)} of this row`;
  const advice =
    missing > 0
      ? `${text(missing)} is missing. Post the months before it, or give the asset an opening balance.`
      : `${text(-missing)} is too much. Rebuild the schedule, so that posted months keep their amounts.`;
  return `"${line.asset}" does not tie at ${dayText(line.periodEnd)}: ${parts} make ${text(sum)}, but the schedule has ${text(toDate)} charged to date. ${advice}`;
}
