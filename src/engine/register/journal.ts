import { assert } from "../assert";
import { monthOf, monthText, type Day, type Month } from "../day";
import { cents, type Cents } from "../money";
import { wording } from "../problem";
import { fail, ok, type Result } from "../result";
import { accountBook, type AccountBook, type ClassAccounts } from "./accounts";
import { notComputed, type KeptAsset, type Register, type RegisterAsset } from "./asset";
import { entryKinds, type EntryKind, type Side } from "./entries";
import type { Change } from "./history";
import { journalKey, usualBook } from "./journal-key";
import { compareText } from "./keys";

/** A line of a journal entry: either a debit or a credit. */
export interface JournalLine {
  /** Counted from 1; the lines of one entry balance. */
  readonly entry: number;
  readonly day: Day;
  readonly account: string;
  readonly name: string;
  readonly debit?: Cents;
  readonly credit?: Cents;
  readonly asset: string;
  readonly assetClass: string;
  readonly costCentre: string;
  readonly memo: string;
  /** The same for every line of an entry, and the same whenever it is made again. */
  readonly key: string;
}

export interface JournalTerms {
  readonly accounts?: readonly ClassAccounts[];
  /** The book that the keys name; GAAP where it is left out. */
  readonly book?: string;
}

/**
 * The balanced lines of a month, entry by entry, debits first: acquisition on its day, depreciation on the last day,
 * and what events did on theirs. The order of the register's rows does not matter. Problem: rows-not-computed, for a
 * journal with an asset missing would be posted as if it were whole.
 */
export function journalOf(
  register: Register,
  month: Month,
  { accounts = [], book = usualBook }: JournalTerms = {},
): Result<readonly JournalLine[]> {
  const known = accountBook(accounts);
  const entries = register.assets.flatMap((kept) => entriesOf(kept, month, known));
  const [missing, ...others] = notComputed(register);
  if (missing !== undefined) {
    const { id, problem } = missing;
    return fail({ code: "rows-not-computed", count: 1 + others.length, asset: id, sentence: wording(problem) });
  }
  return ok(entries.sort(inOrder).flatMap((entry, index) => linesOf(entry, index + 1, known, book)));
}

interface Entry {
  readonly asset: RegisterAsset;
  readonly change: Change;
  readonly kind: EntryKind;
  /** The place of the kind among the entries of a day. */
  readonly turn: number;
  /** Which of the asset's entries with one word on one day it is, from 0. */
  readonly sequence: number;
  readonly sides: readonly Side[];
}

function entriesOf({ asset, ...kept }: KeptAsset, month: Month, accounts: AccountBook): readonly Entry[] {
  const books = kept.books();
  if (!books.ok) return [];
  const sequences = new Map<string, number>();
  return books.value.history.changesOf(month).flatMap((change) => {
    const turn = entryKinds.findIndex(([kind]) => kind === change.kind);
    const kind = entryKinds[turn]?.[1];
    if (kind === undefined) return [];
    const sides = netted(kind.sides(change), accounts);
    if (sides.length === 0) return [];
    const slot = `${change.day} ${kind.word(change)}`;
    const sequence = sequences.get(slot) ?? 0;
    sequences.set(slot, sequence + 1);
    return [{ asset, change, kind, turn, sequence, sides }];
  });
}

// Sides of 0 say nothing, nor does a transfer between classes that share an account.
function netted(sides: readonly Side[], accounts: AccountBook): readonly Side[] {
  const net = new Map<string, Side>();
  for (const one of sides) {
    const account = one.account ?? accounts.accountOf(one.assetClass, one.use);
    const slot = JSON.stringify([account, one.use]);
    net.set(slot, { ...one, account, amount: (net.get(slot)?.amount ?? 0) + one.amount });
  }
  const left = [...net.values()].filter(({ amount }) => amount !== 0);
  assert(left.reduce((sum, { amount }) => sum + amount, 0) === 0, "a movement's sides balance");
  return left;
}

function inOrder(left: Entry, right: Entry): number {
  return (
    left.change.day - right.change.day ||
    left.turn - right.turn ||
    compareText(left.asset.id, right.asset.id) ||
    left.sequence - right.sequence ||
    compareText(fingerprint(left), fingerprint(right))
  );
}

// Rows that share an id are told apart by what they post, so that the order of the rows still does not matter.
function fingerprint({ asset, sides }: Entry): string {
  return JSON.stringify([asset.description, asset.costCentre, sides]);
}

function linesOf(entry: Entry, number: number, accounts: AccountBook, book: string): readonly JournalLine[] {
  const { asset, change, kind, sequence, sides } = entry;
  const memo = `${kind.label} ${monthText(monthOf(change.day))}, ${asset.description || asset.id}`;
  const key = journalKey(asset.id, change.day, kind.word(change), book, sequence);
  const debitsFirst = [...sides].sort((left, right) => Math.sign(right.amount) - Math.sign(left.amount));
  return debitsFirst.map(({ assetClass, use, amount, account = "" }) => ({
    entry: number,
    day: change.day,
    account,
    name: accounts.nameOf(use),
    ...(amount > 0 ? { debit: cents(amount) } : { credit: cents(-amount) }),
    asset: asset.id,
    assetClass,
    costCentre: asset.costCentre,
    memo,
    key,
  }));
}
