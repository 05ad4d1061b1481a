import type { Clock } from "./clock";
import { type Journal, type JournalRecord, settledQuietly } from "./journal";

/** For how long the first of the gathered records may wait for others, in milliseconds. */
const longestWait = 250;

/** Tells the journal what became of requests. */
export interface Settlings {
  add(records: readonly JournalRecord[]): void;
  /** Resolves when everything that was added is written, as far as it can be. */
  end(): Promise<void>;
}

/**
 * Gathers up to `most` records for one transaction, which costs more than its records. What a crash takes with it costs
 * a look-up, as every settling that is lost.
 */
export function settlingsOf(journal: Journal, most: number, clock: Clock): Settlings {
  let gathered: JournalRecord[] = [];
  let since = 0;
  let written = Promise.resolve();
  const write = (): void => {
    const records = gathered;
    gathered = [];
    written = Promise.all([written, settledQuietly(journal, ...records)]).then(() => undefined);
  };
  return {
    add: (records) => {
      if (gathered.length === 0) since = clock.now();
      gathered.push(...records);
      if (gathered.length >= most || clock.now() - since >= longestWait) write();
    },
    end: () => {
      if (gathered.length > 0) write();
      return written;
    },
  };
}
