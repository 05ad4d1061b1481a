import type { PostedUpdate } from "../connectors";
import { type Journal, type JournalRecord, type JournalState, settledQuietly } from "./journal";
import { isReversalKey, keyWithoutReversal } from "./key";
import type { LedgerState } from "./ledger-state";
import { twiceSentence } from "./posted";
import { quarantineMs } from "./row-step";
import { type RowEvent, type RowState, after } from "./states";

/** What a ledger turned out to hold of a request without a known outcome. */
export interface Found {
  /** What happened to it, one after the other. */
  readonly events: readonly Extract<RowEvent, "there" | "not-there" | "differs" | "there-twice" | "reversed">[];
  readonly sentence: string;
  readonly held?: { readonly id: string; readonly amount: JournalRecord["amount"] };
}

/** What the ledger says of a record; undefined where it says nothing yet. */
export type Look = (record: JournalRecord) => Found | undefined;

export type Records = ReadonlyMap<string, JournalRecord>;

/**
 * Settles the requests whose outcome was not known by what the ledger holds, and answers with the records as they then
 * are. A request that may have arrived after `now`, when the reading began, stays as it is: of it the ledger has not said
 * the last word.
 */
export async function settledByLooking(journal: Journal, records: Records, look: Look, now: number): Promise<Records> {
  const open = [...records.values()].filter(({ state }) => state === "UNKNOWN");
  const settled = open.flatMap((record) => settledRecord(record, look(record), now));
  await settledQuietly(journal, ...settled);
  return new Map([...records, ...settled.map((record) => [record.key, record] as const)]);
}

function settledRecord(record: JournalRecord, found: Found | undefined, now: number): readonly JournalRecord[] {
  if (found === undefined) return [];
  if (found.events.includes("not-there") && record.lastSentAt + quarantineMs > now) return [];
  const state = found.events.reduce<RowState>((before, event) => after(before, event) ?? before, record.state);
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

/**
 * Looks for charges and their reversals in a ledger that is posted to. What is to be sent again and is not there goes the
 * usual way, with the bytes that it had.
 */
export function lookIn({ updates }: LedgerState, isSentAgain: (key: string) => boolean): Look {
  const byName = new Map<string, PostedUpdate[]>();
  for (const update of updates) {
    const name = update.key ?? update.id;
    byName.set(name, [...(byName.get(name) ?? []), update]);
  }
  return (record) => {
    const held = byName.get(keyWithoutReversal(record.key)) ?? [];
    if (isReversalKey(record.key)) return ofReversal(held);
    return held.length === 0 && isSentAgain(record.key) ? undefined : ofCharge(held, record);
  };
}

function ofCharge(held: readonly PostedUpdate[], { fingerprint }: JournalRecord): Found {
  const [first, ...others] = held.filter(({ archived }) => !archived);
  if (first === undefined) return held.length === 0 ? notThere : takenOut;
  if (others.length > 0)
    return { events: ["there-twice"], sentence: twiceSentence([first, ...others].map(({ id }) => id)) };
  const isOther = first.fingerprint !== undefined && first.fingerprint !== fingerprint;
  return isOther
    ? { events: ["differs"], sentence: "The ledger was read again and holds it with other content." }
    : { events: ["there"], sentence: foundThere, held: first };
}

function ofReversal(held: readonly PostedUpdate[]): Found | undefined {
  if (held.length === 0) return undefined;
  return held.some(({ archived }) => !archived) ? notThere : { events: ["there"], sentence: foundThere };
}

/** For what the ledger does not hold, as far as it can be told. */
export const notThere: Found = {
  events: ["not-there"],
  sentence: "The ledger was read again and does not hold it.",
};
const takenOut: Found = {
  events: ["there", "reversed"],
  sentence: "The ledger was read again: it held it, and it was reversed there.",
};
export const foundThere = "The ledger was read again and holds it.";
