import type { LedgerAsset } from "../../connectors";
import {
  type AccountWord,
  type Cents,
  type Decimals,
  type Month,
  amountText,
  cents,
  lastDay,
  monthText,
} from "../../engine";
import { type Accounts, type Events, type Register, accountOf } from "../../sheet";
import { matchIn } from "../asset-match";
import type { SheetRow } from "../identify";
import type { JournalRecord } from "../journal";
import {
  type Difference,
  balanceDifferences,
  byHandDifference,
  notComputedDifference,
  slotDifference,
  strangerDifference,
} from "./difference";
import { type HeldBalances, type Holdings, heldBalances, signOf } from "./holdings";
import { type Sight, agrees } from "./kinds";
import { type RegisterSide, registerSides } from "./register-side";
import { type Slot, namesOf, slotsOf } from "./slots";

export interface ReconcileInput {
  readonly book: string;
  /** The months to prove, both included. */
  readonly from: Month;
  readonly to: Month;
  readonly decimals: Decimals;
  readonly register: Register;
  readonly accounts: Accounts;
  readonly events: Events;
  /** The schedule's rows as the sheet has them now. */
  readonly rows: readonly SheetRow[];
  /** From `readHoldings`. */
  readonly holdings: Holdings;
  /** From the journal's `records`. */
  readonly journal: ReadonlyMap<string, JournalRecord>;
}

/** An account's balance at the end of the months, as the register and as the ledger has it. */
export interface AccountProof {
  readonly account: string;
  readonly use: Extract<AccountWord, "cost" | "accumulated">;
  readonly register: Cents;
  readonly ledger: Cents;
  readonly difference: Cents;
}

/** The proof that register, sheet and ledger have the same, or in what they differ. */
export interface Reconciliation {
  readonly book: string;
  readonly from: Month;
  readonly to: Month;
  readonly decimals: Decimals;
  /** What each side has for the months: how many charges and changes, and what they take from the book values. */
  readonly charges: number;
  readonly register: Cents;
  readonly sheet: Cents;
  readonly ledger: Cents;
  readonly accounts: readonly AccountProof[];
  readonly differences: readonly Difference[];
  /** True only where every cent does, in every period and on every account. */
  readonly agrees: boolean;
}

/** Compares the three sides, asset by asset and period by period, then their balances. Sends and reads nothing. */
export async function reconcile(input: ReconcileInput): Promise<Reconciliation> {
  const nameOf = namesOf(input.holdings, input.register.assets);
  const byAsset = grouped(input.holdings.postings, ({ ledgerId }) => nameOf(ledgerId));
  const sides = registerSides({ ...input, postingsOf: (asset) => byAsset.get(asset) ?? [] });
  const sight = sightOf(input, sides);
  const slots = await slotsOf({
    ...input,
    lines: sides.flatMap(({ lines }) => lines),
    nameOf,
  });
  const pairs = pairsOf(input, sides);
  const wrong = slots.filter((slot) => !agrees(slot)).map((slot) => slotDifference(slot, sight));
  const told = new Set(wrong.filter(({ word }) => word === "not-computed").map(({ asset }) => asset));
  const untold = [...input.register.ids].filter((asset) => sight.isNotComputed(asset) && !told.has(asset));
  const beyond = beyondPeriods(pairs, slots, input, sight);
  const differences = [...wrong, ...untold.map(notComputedDifference), ...beyond];
  const accounts = accountProofs(pairs, strangers(input, sides), input);
  const total = (side: "register" | "sheet" | "ledger"): Cents =>
    cents(slots.reduce((sum, slot) => sum - signOf(slot.type) * (slot[side] ?? 0), 0));
  const { book, from, to, decimals } = input;
  return {
    ...{ book, from, to, decimals, accounts, differences },
    charges: slots.filter(({ ledger }) => ledger !== undefined).length,
    register: total("register"),
    sheet: total("sheet"),
    ledger: total("ledger"),
    agrees: differences.length === 0 && accounts.every(({ difference }) => difference === 0),
  };
}

/** The result in one sentence; amounts as `show` writes them. */
export function verdictOf(proof: Reconciliation, show: (amount: Cents) => string): string {
  const { charges, ledger, differences } = proof;
  const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? "" : "s"}`;
  if (proof.agrees && charges === 0) return `There are no charges in ${rangeText(proof)}, on any side.`;
  if (proof.agrees)
    return `The register, the sheet and the ledger agree to the cent: ${count(charges, "charge")}, ${show(ledger)}.`;
  const byHand = differences.filter(({ word }) => word === "post-by-hand").length;
  const ours = byHand === 0 ? "" : `, ${byHand === differences.length ? "all" : byHand} to post by hand`;
  return `The register, the sheet and the ledger differ: ${count(differences.length, "difference")}${ours}.`;
}

/** "2026-01", or "2026-01 to 2026-03". */
export function rangeText({ from, to }: Pick<Reconciliation, "from" | "to">): string {
  return from === to ? monthText(from) : `${monthText(from)} to ${monthText(to)}`;
}

function sightOf({ register, decimals, holdings }: ReconcileInput, sides: readonly RegisterSide[]): Sight {
  const computed = new Set(sides.map(({ asset }) => asset.id));
  return {
    isNotComputed: (asset) => register.ids.has(asset) && !computed.has(asset),
    keepsKeys: holdings.keepsKeys,
    show: (amount) => amountText(amount, decimals),
  };
}

/** An asset of the register with what the ledger has of it. */
interface Pair {
  readonly side: RegisterSide;
  readonly held: Held | undefined;
}

interface Held {
  readonly asset: LedgerAsset;
  readonly isClosed: boolean;
  readonly balances: HeldBalances;
}

function pairsOf(input: ReconcileInput, sides: readonly RegisterSide[]): readonly Pair[] {
  const match = matchIn(input.holdings.assets);
  const heldAs = heldIn(input);
  const end = lastDay(input.to);
  // What is bought later is not in these balances; the ledger does not tell since when it has it.
  const owned = sides.filter(({ asset }) => (asset.acquired ?? asset.inService) <= end);
  return owned.map((side) => {
    const asset = match(side.asset);
    return { side, held: asset === undefined ? undefined : heldAs(asset) };
  });
}

/** A closed asset is out of the ledger's books: its balances are nothing. */
function heldIn({ holdings, to }: ReconcileInput): (asset: LedgerAsset) => Held {
  const byAsset = grouped(holdings.postings, ({ ledgerId }) => ledgerId);
  return (asset) => {
    const isClosed = asset.standing === "closed";
    const none = { cost: cents(0), accumulated: cents(0) };
    const balances = isClosed ? none : heldBalances(asset, byAsset.get(asset.ledgerId) ?? [], lastDay(to));
    return { asset, isClosed, balances };
  };
}

/** Open assets of the ledger that no row of the register stands for, not even one that cannot be computed. */
function strangers(input: ReconcileInput, sides: readonly RegisterSide[]): readonly Held[] {
  const match = matchIn(input.holdings.assets);
  const known = new Set(sides.map(({ asset }) => match(asset)?.ledgerId));
  const heldAs = heldIn(input);
  return input.holdings.assets.filter(({ ledgerId }) => !known.has(ledgerId)).map(heldAs);
}

function beyondPeriods(
  pairs: readonly Pair[],
  slots: readonly Slot[],
  input: ReconcileInput,
  sight: Sight,
): readonly Difference[] {
  const byAsset = grouped(slots, ({ asset }) => asset);
  const ofRegister = pairs.flatMap(({ side, held }) => {
    // A disposal that was carried out in the ledger has closed the asset there.
    const isDone = held?.isClosed === true && side.after.cost === 0;
    const byHand = isDone ? [] : side.byHand;
    const own = byAsset.get(side.asset.id) ?? [];
    const given = { side, held, byHand, slots: own, from: input.from, signOf: ({ type }: Slot) => signOf(type) };
    return [...byHand.map((one) => byHandDifference(side, one)), ...balanceDifferences(given, sight)];
  });
  const sides = pairs.map(({ side }) => side);
  const others = strangers(input, sides)
    .filter(({ asset, balances }) => !input.register.ids.has(asset.asset ?? "") && !isEmpty(balances))
    .map(({ asset, balances }) => strangerDifference(asset.asset ?? asset.name, balances, sight.show));
  return [...ofRegister, ...others];
}

function isEmpty({ cost, accumulated }: HeldBalances): boolean {
  return cost === 0 && accumulated === 0;
}

const uses = ["cost", "accumulated"] as const;

function accountProofs(
  pairs: readonly Pair[],
  others: readonly Held[],
  { accounts }: ReconcileInput,
): readonly AccountProof[] {
  const sums = new Map<string, { account: string; use: AccountProof["use"]; register: number; ledger: number }>();
  const add = (assetClass: string, register: HeldBalances | undefined, ledger: HeldBalances | undefined): void => {
    for (const use of uses) {
      const account = accountOf(accounts, assetClass, use);
      const name = JSON.stringify([use, account]);
      const sum = sums.get(name) ?? { account, use, register: 0, ledger: 0 };
      sums.set(name, {
        ...sum,
        register: sum.register + (register?.[use] ?? 0),
        ledger: sum.ledger + (ledger?.[use] ?? 0),
      });
    }
  };
  for (const { side, held } of pairs) add(side.asset.assetClass, side.after, held?.balances);
  // The ledger does not tell by which class an asset of its own goes: the usual accounts stand for it.
  for (const { balances } of others) add("", undefined, balances);
  return [...sums.values()].map(({ account, use, register, ledger }) => ({
    ...{ account, use },
    register: cents(register),
    ledger: cents(ledger),
    difference: cents(register - ledger),
  }));
}

function grouped<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
