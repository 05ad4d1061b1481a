import type { AssetBook, Balances, Movement } from "../books";
import { firstDay, lastDay, monthOf, type Day, type Month } from "../day";
import { hasClosedForm } from "../policy/of-terms";
import { cents, exactCents, type Cents } from "../money";
import type { DatedTerms, RegisterAsset } from "./asset";

/** What the books of a register say of one asset: those of the engine, with the cost from the day it was acquired. */
export interface History {
  /** Nothing happens to it but its acquisition and its charges, so that balances at two dates tell all. */
  readonly isPlain: boolean;
  /** The day on which its cost is an addition; undefined where opening balances took it over. */
  readonly entry: Day | undefined;
  /** At the end of the day. Opening balances are there on every day before their own. */
  balancesAt(day: Day): Balances;
  /** At the end of the day. */
  classAt(day: Day): string;
  /** All that happened, in order; what opening balances hold is not in it. */
  changes(): readonly Change[];
  /** Those of one month. */
  changesOf(month: Month): readonly Change[];
}

export interface Change extends Movement {
  /** The class that it belongs to; of a transfer the new one. */
  readonly assetClass: string;
  /** Of a transfer: the class that the asset leaves, and the balances that it takes along. */
  readonly left?: { readonly assetClass: string; readonly balances: Balances };
}

export function historyOf(asset: RegisterAsset, terms: DatedTerms, book: AssetBook): History {
  const isPlain = (terms.events ?? []).length === 0;
  const { opening, dated } = terms;
  const entry = opening === undefined ? (asset.acquired ?? dated.inService) : undefined;
  let known: readonly Change[] | undefined;
  const changes = (): readonly Change[] => (known ??= changesOf(asset, terms, book, entry));
  const balancesAt = (day: Day): Balances => {
    if (entry === undefined) return book.balancesAt(opening !== undefined && day < opening.asOf ? opening.asOf : day);
    const [isAcquired, isInBook] = [day >= entry, day >= begins(terms, book, isPlain)];
    const balances = book.balancesAt(day);
    return isAcquired === isInBook ? balances : withCost(balances, isAcquired ? costOf(terms) : 0 - costOf(terms));
  };
  return {
    isPlain,
    entry,
    balancesAt,
    classAt: (day) => (isPlain ? asset.assetClass : classAt(changes(), day, asset.assetClass)),
    changes,
    // A closed form charges at each month's end, so that a month needs the balances at its two ends and no other month.
    changesOf: (month) =>
      hasClosedForm(terms)
        ? changesOfPlain(asset, terms, entry, balancesAt, month)
        : changes().filter(({ day }) => monthOf(day) === month),
  };
}

/** The balances of nothing. */
export const nothing: Balances = { cost: cents(0), accumulated: cents(0), impairment: cents(0), surplus: cents(0) };

const still = { ...nothing, proceeds: cents(0), profit: cents(0) };

function costOf({ cost, decimals }: DatedTerms): Cents {
  const read = exactCents(cost, decimals, "cost");
  // The terms came through the door, which read the same cost.
  return read.ok ? read.value : cents(0);
}

// The engine's book begins in service, or with an event before it.
function begins(terms: DatedTerms, book: AssetBook, isPlain: boolean): Day {
  if (isPlain) return terms.dated.inService;
  return book.movements.find(({ kind }) => kind === "acquisition")?.day ?? terms.dated.inService;
}

function changesOfPlain(
  { assetClass }: RegisterAsset,
  terms: DatedTerms,
  entry: Day | undefined,
  balancesAt: (day: Day) => Balances,
  month: Month,
): readonly Change[] {
  const day = lastDay(month);
  const charge = cents(balancesAt(day).accumulated - balancesAt((firstDay(month) - 1) as Day).accumulated);
  const bought = entry !== undefined && monthOf(entry) === month ? [acquisition(entry, costOf(terms))] : [];
  const charged = charge === 0 ? [] : [{ ...still, kind: "depreciation" as const, day, accumulated: charge }];
  return [...bought, ...charged].map((movement) => ({ ...movement, assetClass }));
}

function withCost(balances: Balances, change: number): Balances {
  return { ...balances, cost: cents(balances.cost + change) };
}

function changesOf(
  asset: RegisterAsset,
  terms: DatedTerms,
  book: AssetBook,
  entry: Day | undefined,
): readonly Change[] {
  const later = book.movements.filter(({ kind }) => kind !== "acquisition" && kind !== "opening");
  const bought: readonly Movement[] = entry === undefined ? [] : [acquisition(entry, costOf(terms))];
  const before = entry === undefined ? openingBalances(terms, book) : nothing;
  return classed([...bought, ...later].sort(inOrder), asset.assetClass, before);
}

function openingBalances(terms: DatedTerms, book: AssetBook): Balances {
  const taken = book.movements.find(({ kind }) => kind === "opening");
  return taken ?? { ...nothing, cost: costOf(terms) };
}

function acquisition(day: Day, cost: Cents): Movement {
  return { ...still, day, kind: "acquisition", cost };
}

// In the month of a transfer the charge belongs to the new class, also when both are dated by the month's last day.
function inOrder(left: Movement, right: Movement): number {
  return left.day - right.day || turn(left) - turn(right);
}

function turn({ kind }: Movement): number {
  return kind === "acquisition" ? 0 : kind === "transfer" ? 1 : 2;
}

function classed(movements: readonly Movement[], first: string, before: Balances): readonly Change[] {
  let [assetClass, balances] = [first, before];
  return movements.map((movement) => {
    const isTransfer = movement.kind === "transfer";
    const left = { assetClass, balances };
    if (isTransfer) assetClass = movement.assetClass ?? assetClass;
    balances = sumOf(balances, movement);
    return { ...movement, assetClass, ...(isTransfer ? { left } : {}) };
  });
}

function sumOf(balances: Balances, movement: Movement): Balances {
  return {
    cost: cents(balances.cost + movement.cost),
    accumulated: cents(balances.accumulated + movement.accumulated),
    impairment: cents(balances.impairment + movement.impairment),
    surplus: cents(balances.surplus + movement.surplus),
  };
}

function classAt(changes: readonly Change[], day: Day, first: string): string {
  let found = first;
  for (const change of changes) if (change.day <= day) found = change.assetClass;
  return found;
}
