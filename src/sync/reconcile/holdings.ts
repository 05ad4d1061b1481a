import type { Connection, Connector, LedgerAsset, PostedUpdate, PostVerb, Refusal, RunVerb } from "../../connectors";
import { type Cents, type Day, type Result, cents, fail, lastDay, ok } from "../../engine";
import { calendarMonth, updateTypes, type CoveredRange, type UpdateType } from "../../sheet";
import { inParallel } from "../in-parallel";
import { bookOfKey } from "../key";
import { readLedger } from "../ledger-state";
import { endOf, rangeOf } from "../posted";

/** A posting that the ledger holds, whichever of its doors it came through. */
export interface HeldPosting {
  readonly id: string;
  readonly ledgerId: string;
  readonly type: UpdateType;
  /** The day on which it is posted. */
  readonly day: Day;
  /** The last day of the period that it is of. */
  readonly period: Day;
  readonly amount: Cents;
  /** Ours or another's; undefined where it came without one. */
  readonly key: string | undefined;
  /** False once it was archived or reversed: it no longer counts. */
  readonly isLive: boolean;
  /** The days that a charge stands for; undefined where it stands for none of its own. */
  readonly range: CoveredRange | undefined;
  /** Why it is not what the terms gave when the months before it were posted: the word that was answered then. */
  readonly change?: PostedUpdate["change"];
}

/** All that a ledger holds of one book. */
export interface Holdings {
  /** Whether it keeps the keys of what it is sent. */
  readonly keepsKeys: boolean;
  readonly assets: readonly LedgerAsset[];
  readonly postings: readonly HeldPosting[];
}

/** Reads the whole of a book from the ledger, by the verb that it has. Changes nothing there. */
export function readHoldings(
  { post, run, label }: Connector,
  connection: Connection,
  book: string,
): Promise<Result<Holdings, Refusal>> {
  if (post !== undefined) return heldByPosting(post, connection, book);
  if (run !== undefined) return heldByRuns(run, connection);
  const sentence = `${label} has nothing that could be compared with the sheet.`;
  return Promise.resolve(fail({ kind: "rejected", sentence }));
}

async function heldByPosting(verb: PostVerb, connection: Connection, book: string): Promise<Result<Holdings, Refusal>> {
  const ledger = await readLedger(verb, connection);
  if (!ledger.ok) return ledger;
  const { assets, updates } = ledger.value;
  return ok({ keepsKeys: true, assets, postings: updates.filter((update) => isOfBook(update, book)).map(postingOf) });
}

/** A posting that names no book may be of any, and so counts for each, as it does before a push. */
function isOfBook({ book, key }: PostedUpdate, wanted: string): boolean {
  const theirs = book ?? (key === undefined ? undefined : bookOfKey(key));
  return theirs === undefined || theirs === wanted;
}

function postingOf(update: PostedUpdate): HeldPosting {
  const { id, ledgerId, type, date, amount, key, archived, change } = update;
  const range = rangeOf(update);
  const held = { id, ledgerId, type, day: date, period: endOf(update), amount, key, isLive: !archived, range };
  return change === undefined ? held : { ...held, change };
}

async function heldByRuns(verb: RunVerb, connection: Connection): Promise<Result<Holdings, Refusal>> {
  const assets = await verb.assets(connection);
  if (!assets.ok) return assets;
  const answers = await inParallel(assets.value, ({ ledgerId }) => verb.entries(connection, ledgerId));
  const postings: HeldPosting[] = [];
  for (const answer of answers) {
    if (!answer.ok) return answer;
    for (const { id, ledgerId, month, charge, standing } of answer.value) {
      const [day, isLive] = [lastDay(month), standing !== "reversed"];
      const range = calendarMonth(day);
      const what = { type: "DEPRECIATION", day, period: day, amount: charge } as const;
      postings.push({ id, ledgerId, ...what, key: undefined, isLive, range });
    }
  }
  return ok({ keepsKeys: false, assets: assets.value, postings });
}

/** What the ledger's books say of an asset at the end of a day; cost less accumulated is the book value. */
export interface HeldBalances {
  readonly cost: Cents;
  readonly accumulated: Cents;
}

/**
 * The balances of one asset at the end of the day. A ledger that tells its accumulated depreciation tells it as it is
 * now, so what came after the day is taken off; one that does not is added up from its postings.
 */
export function heldBalances(asset: LedgerAsset, postings: readonly HeldPosting[], day: Day): HeldBalances {
  const live = postings.filter(({ isLive }) => isLive);
  const charges = live.filter(({ type }) => type === "DEPRECIATION");
  const before = charges.filter((posting) => posting.day <= day);
  const after = charges.filter((posting) => posting.day > day);
  const accumulated =
    asset.accumulated === undefined
      ? (asset.openingAccumulated ?? 0) + sumOf(before)
      : asset.accumulated - sumOf(after);
  const changes = live.filter((posting) => posting.type !== "DEPRECIATION" && posting.day <= day);
  const cost = changes.reduce((sum, { type, amount }) => sum + signOf(type) * amount, asset.cost ?? 0);
  return { cost: cents(cost), accumulated: cents(accumulated) };
}

export function sumOf(postings: readonly HeldPosting[]): Cents {
  return cents(postings.reduce((sum, { amount }) => sum + amount, 0));
}

/** Whether such a posting adds to the book value or takes from it. */
export function signOf(type: UpdateType): number {
  return signs.get(type) ?? -1;
}

const signs: ReadonlyMap<UpdateType, number> = new Map(updateTypes.map(({ word, sign }) => [word, sign]));
