import type { PostedUpdate } from "../connectors";
import { type Journal, type JournalRecord, type JournalState, settledQuietly } from "./journal";
import { isReversalKey, keyWithoutReversal } from "./key";
import type { LedgerState } from "./ledger-state";
import { twiceSentence } from "./posted";
import { quarantineMs } from "./row-step";
import { type RowEvent, after } from "./states";

/** What a ledger turned out to hold of a request without a known outcome. */
export interface Found {
  readonly event: Extract<RowEvent, "there" | "not-there" | "differs" | "there-twice">;
  readonly sentence: string;
  readonly held?: { readonly id: string; readonly amount: JournalRecord["amount"] };
}

/** What the ledger says of a record; undefined where it says nothing yet. */
export type Look = (record: JournalRecord) => Found | undefined;

/**
 * Settles the requests whose outcome was not known by what the ledger holds now, and answers with the journal as it then
 * is. A request that may still arrive stays as it is: of it the ledger has not said the last word.
 */
export async function settledByLooking(journal: Journal, look: Look, now: number): Promise<Records> {
  const records = await journal.records();
  const open = [...records.values()].filter(({ state }) => state === "UNKNOWN");
  const settled = open.flatMap((record) => settledRecord(record, look(record), now));
  if (settled.length === 0) return records;
  await settledQuietly(journal, ...settled);
  return new Map([...records, ...settled.map((record) => [record.key, record] as const)]);
}

export type Records = ReadonlyMap<string, JournalRecord>;

function settledRecord(record: JournalRecord, found: Found | undefined, now: number): readonly JournalRecord[] {
  if (found === undefined || (found.event === "not-there" && record.lastSentAt + quarantineMs > now)) return [];
  const state = after(record.state, found.event);
  if (state === undefined) return [];
  const { id, amount = record.amount } = found.held ?? {};
  return [
    {
      ...record,
      ...{ state: state as JournalState, settledAt: now, sentence: found.sentence },
      ...(id === undefined ? {} : { ledgerRef: id }),
      ...(amount === undefined ? {} : { amount }),
    },
  ];
}

/** Looks for charges and their reversals in a ledger that is posted to; `planned` are the keys that are to be sent again. */
export function lookIn({ updates }: LedgerState, planned: ReadonlySet<string>): Look {
  const byName = new Map<string, PostedUpdate[]>();
  for (const update of updates)
    for (const name of namesOf(update)) byName.set(name, [...(byName.get(name) ?? []), update]);
  return (record) => {
    const held = byName.get(keyWithoutReversal(record.key)) ?? [];
    if (isReversalKey(record.key)) return ofReversal(held);
    // What is to be sent again goes the usual way, with the bytes that it had.
    return held.length === 0 && planned.has(record.key) ? undefined : ofCharge(held, record);
  };
}

function namesOf({ key, id }: PostedUpdate): readonly string[] {
  return key === undefined ? [id] : [key];
}

function ofCharge(held: readonly PostedUpdate[], { fingerprint }: JournalRecord): Found {
  const [first = held[0], ...others] = held.filter(({ archived }) => !archived);
  if (first === undefined) return notThere;
  if (others.length > 0)
    return { event: "there-twice", sentence: twiceSentence([first, ...others].map(({ id }) => id)) };
  const isOther = first.fingerprint !== undefined && first.fingerprint !== fingerprint;
  return isOther ? { event: "differs", sentence: otherContent } : { event: "there", sentence: foundThere, held: first };
}

function ofReversal(held: readonly PostedUpdate[]): Found | undefined {
  if (held.length === 0) return undefined;
  return held.some(({ archived }) => !archived) ? notThere : { event: "there", sentence: foundThere };
}

/** For what the ledger does not hold, as far as it can be told. */
export const notThere: Found = { event: "not-there", sentence: "The ledger was read again and does not hold it." };
export const foundThere = "The ledger was read again and holds it.";
const otherContent = "The ledger was read again and holds it with other content.";
