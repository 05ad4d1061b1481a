import { type Cents, type Month, type Movement, cents, dayText, monthText } from "../../engine";
import type { HeldBalances } from "./holdings";
import { type DifferenceWord, type Sight, differenceLabels, notComputed, slotKinds } from "./kinds";
import type { RegisterSide } from "./register-side";
import type { Slot } from "./slots";

/** One thing in which register, sheet and ledger do not agree, with what each of them has. */
export interface Difference {
  readonly word: DifferenceWord;
  readonly label: string;
  readonly asset: string;
  /** The last day of the period as yyyy-mm-dd; "" for what is of no period. */
  readonly period: string;
  /** An update type, or what else differs: COST, ACCUMULATED, DISPOSAL and the like. */
  readonly what: string;
  /** Undefined where a side has nothing. */
  readonly register: Cents | undefined;
  readonly sheet: Cents | undefined;
  readonly ledger: Cents | undefined;
  readonly sentence: string;
  /** A row of the sheet to look at, by its place in the matrix that was read. */
  readonly row: number | undefined;
  readonly key: string;
  /** The ledger's ids of what it holds. */
  readonly refs: readonly string[];
}

export function slotDifference(slot: Slot, sight: Sight): Difference {
  const kind = slotKinds.find(({ fits }) => fits(slot, sight));
  if (kind === undefined) throw new Error("The last kind of difference fits everything.");
  const { asset, day, type, register, sheet, ledger, rows, key, postings } = slot;
  return {
    ...wordOf(kind.word),
    ...{ asset, register, sheet, ledger, key },
    period: dayText(day),
    what: type,
    sentence: kind.wording(slot, sight),
    row: rows[0],
    refs: postings.map(({ id }) => id),
  };
}

/** A movement that no row can post, with what it changes in the book value. */
export function byHandDifference({ asset }: RegisterSide, movement: Movement): Difference {
  const { cost, accumulated, impairment, kind, day } = movement;
  const amount = cents(cost - accumulated - impairment);
  return {
    ...ofAsset("post-by-hand", asset.id),
    period: dayText(day),
    what: kind.toUpperCase(),
    register: amount,
    sentence: `No row can post this ${kind}. Post it by hand in the ledger, and note there who did.`,
  };
}

export interface BalanceGiven {
  readonly side: RegisterSide;
  /** Undefined where the ledger does not know the asset. */
  readonly held: { readonly isClosed: boolean; readonly balances: HeldBalances } | undefined;
  /** What the slots of the months account for: the sides' own sums. */
  readonly slots: readonly Slot[];
  readonly byHand: readonly Movement[];
  readonly from: Month;
  readonly signOf: (slot: Slot) => number;
}

/** How an asset's balances differ beyond what its periods account for already. */
export function balanceDifferences(given: BalanceGiven, { show }: Sight): readonly Difference[] {
  const { side, held } = given;
  const { id } = side.asset;
  if (held === undefined) return missingAsset(side, show);
  const { after } = side;
  if (held.isClosed) {
    if (after.cost === 0 && after.accumulated === 0) return [];
    const sentence = `The ledger has closed the asset, but the register still has a book value of ${show(cents(after.cost - after.accumulated))}.`;
    return [{ ...ofAsset("closed-in-ledger", id), what: "COST", register: after.cost, ledger: cents(0), sentence }];
  }
  return [...earlierMonths(given, held.balances, show), ...otherCost(given, held.balances, show)];
}

function missingAsset({ asset, after }: RegisterSide, show: Sight["show"]): readonly Difference[] {
  if (after.cost === 0 && after.accumulated === 0) return [];
  const sentence = `The ledger does not know the asset; the register has a cost of ${show(after.cost)}. Posting its first charge makes it; one that is never charged is entered in the ledger by hand.`;
  return [{ ...ofAsset("asset-not-in-ledger", asset.id), what: "COST", register: after.cost, sentence }];
}

/** What was accumulated before the months: at their end, less what each side has in them. */
function earlierMonths(
  { side, slots, byHand, from }: BalanceGiven,
  balances: HeldBalances,
  show: Sight["show"],
): readonly Difference[] {
  const charges = slots.filter(({ type }) => type === "DEPRECIATION");
  const taken = byHand.reduce((sum, { accumulated }) => sum + accumulated, 0);
  const register = cents(side.after.accumulated - sum(charges, "register") - taken);
  const ledger = cents(balances.accumulated - sum(charges, "ledger"));
  if (register === ledger) return [];
  const sentence = `Accumulated before ${monthText(from)}: the register has ${show(register)}, the ledger ${show(ledger)}.`;
  return [{ ...ofAsset("earlier-months", side.asset.id), what: "ACCUMULATED", register, ledger, sentence }];
}

function otherCost(
  { side, slots, byHand, signOf }: BalanceGiven,
  balances: HeldBalances,
  show: Sight["show"],
): readonly Difference[] {
  const changes = slots.filter(({ type }) => type !== "DEPRECIATION");
  const signed = (which: "register" | "ledger"): number =>
    changes.reduce((total, slot) => total + signOf(slot) * (slot[which] ?? 0), 0);
  const taken = byHand.reduce((total, { cost, impairment }) => total + cost - impairment, 0);
  const register = cents(side.after.cost - signed("register") - taken);
  const ledger = cents(balances.cost - signed("ledger"));
  if (register === ledger) return [];
  const sentence = `The cost is ${show(register)} in the register and ${show(ledger)} in the ledger.`;
  return [{ ...ofAsset("cost-differs", side.asset.id), what: "COST", register, ledger, sentence }];
}

export function strangerDifference(asset: string, { cost }: HeldBalances, show: Sight["show"]): Difference {
  const sentence = `The ledger holds it with a cost of ${show(cost)}, but it is not in the register.`;
  return { ...ofAsset("asset-not-in-register", asset), what: "COST", ledger: cost, sentence };
}

/** An asset of the register that cannot be compared, whatever the other sides have of it. */
export function notComputedDifference(asset: string): Difference {
  return { ...ofAsset("not-computed", asset), what: "COST", sentence: notComputed(asset) };
}

function sum(slots: readonly Slot[], side: "register" | "ledger"): number {
  return slots.reduce((total, slot) => total + (slot[side] ?? 0), 0);
}

function ofAsset(word: DifferenceWord, asset: string) {
  const nothing = { register: undefined, sheet: undefined, ledger: undefined, row: undefined };
  return { ...wordOf(word), ...nothing, asset, period: "", key: "", refs: [] };
}

function wordOf(word: DifferenceWord) {
  return { word, label: differenceLabels[word] };
}
