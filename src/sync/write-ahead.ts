import type { Clock } from "./clock";
import type { Journal, JournalRecord } from "./journal";

/** Something ready to be sent, with the journal record that is written before it leaves. */
export interface Recorded {
  readonly step: { readonly unsettled?: JournalRecord };
  readonly record: JournalRecord;
}

/** Gives out sendings whose records are on the disk already. */
export interface WriteAhead<S> {
  /** The next one; undefined when there are no more, or when the journal cannot be written: see `failure`. */
  next(): Promise<S | undefined>;
  /** Takes back what was written ahead and not given out, as records to settle: those requests never left. */
  takeBack(): Promise<readonly JournalRecord[]>;
  /** True after a failed write: nothing was sent for it, and nothing more may be. */
  hasFailed(): boolean;
}

/**
 * Writes SENDING for `window` rows at a time in one transaction, and for the next window while this one is being sent.
 * After a crash the whole window has no known outcome, which costs nothing where the ledger counts a key once; where it
 * does not, the window must be 1.
 */
export function writeAheadOf<S extends Recorded>(
  sendings: readonly S[],
  journal: Journal,
  window: number,
  clock: Clock,
): WriteAhead<S> {
  const ahead: S[] = [];
  let begun = 0;
  let filling: Promise<void> | undefined;
  let failed = false;

  async function fill(): Promise<void> {
    // A push lasts; how long a request may still be under way counts from here, not from where the push began.
    const rows = sendings.slice(begun, begun + window).map((sending) => sentAt(sending, clock.now()));
    begun += window;
    try {
      await journal.writeAhead(rows.map(({ record }) => record));
      ahead.push(...rows);
    } catch {
      failed = true;
    }
  }
  function filled(): Promise<void> {
    filling ??= fill().finally(() => {
      filling = undefined;
    });
    return filling;
  }
  const hasMore = () => begun < sendings.length && !failed;

  return {
    hasFailed: () => failed,
    next: async () => {
      while (ahead.length === 0 && (hasMore() || filling !== undefined)) await filled();
      const sending = ahead.shift();
      if (window > 1 && ahead.length < window / 2 && hasMore()) void filled();
      return sending;
    },
    takeBack: async () => {
      await filling;
      // A row whose earlier sending has no known outcome is no less unknown for not having been sent again.
      return ahead.splice(0).map(({ step, record }) => step.unsettled ?? notSent(record));
    },
  };
}

function sentAt<S extends Recorded>(sending: S, now: number): S {
  return { ...sending, record: { ...sending.record, lastSentAt: now } };
}

function notSent(record: JournalRecord): JournalRecord {
  return { ...record, state: "READY" };
}
