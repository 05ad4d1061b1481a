import type { Cents } from "../engine";
import type { JournalRecord, JournalState } from "./journal";

/** Who uses a journal, and for which ledger, in the words of its log. */
export interface Author {
  /** Asked anew for each entry, since names are typed while a journal is open. */
  readonly who: () => string;
  readonly target: string;
}

export const noAuthor: Author = { who: () => "", target: "" };

/** One thing that happened to one key. Entries are added and never changed. It never holds a token. */
export interface LogEntry {
  /** The same wherever the entry is copied to. */
  readonly id: string;
  /** Milliseconds since 1970-01-01 UTC, by this machine's clock. */
  readonly at: number;
  readonly who: string;
  readonly target: string;
  readonly key: string;
  readonly batch: string;
  readonly state: JournalState;
  readonly attempt: number;
  readonly amount?: Cents;
  readonly ledgerRef?: string;
  readonly sentence?: string;
}

/** The entry that a record's change leaves behind. */
export function entryOf(record: JournalRecord, { who, target }: Author): LogEntry {
  const { key, batch, state, attempt, amount, ledgerRef, sentence, settledAt, lastSentAt } = record;
  return {
    ...{ id: crypto.randomUUID(), who: who(), target, key, batch, state, attempt },
    at: state === "SENDING" ? lastSentAt : (settledAt ?? lastSentAt),
    ...(amount === undefined ? {} : { amount }),
    ...(ledgerRef === undefined ? {} : { ledgerRef }),
    ...(sentence === undefined ? {} : { sentence }),
  };
}
