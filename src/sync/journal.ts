import type { Connection } from "../connectors";

/** States that a journal record can be in; READY means that the request is known not to have been carried out. */
export type JournalState = "SENDING" | "POSTED" | "REJECTED" | "UNKNOWN" | "CONFLICT" | "READY";

/** What this browser knows about one key: written before the request leaves, and again when its answer is in. */
export interface JournalRecord {
  readonly key: string;
  readonly state: JournalState;
  /** The exact bytes of the request; sent again unchanged while the outcome is unknown. */
  readonly body: string;
  readonly fingerprint: string;
  readonly attempt: number;
  readonly batch: string;
  /** Milliseconds since 1970-01-01 UTC, by this machine's clock. */
  readonly firstSentAt: number;
  readonly lastSentAt: number;
  readonly settledAt?: number;
  readonly ledgerId?: string;
  /** Our sentence about the answer, as shown in the sheet. */
  readonly sentence?: string;
  /** The ledger's clock at the answer, ISO 8601 in UTC. */
  readonly answeredAt?: string;
}

/** The write-ahead journal of one scope. It never holds a token. */
export interface Journal {
  readonly scope: string;
  /** Every record of the scope by key. */
  records(): Promise<ReadonlyMap<string, JournalRecord>>;
  /** Writes the records in one transaction and resolves only when they are on the disk. */
  writeAhead(records: readonly JournalRecord[]): Promise<void>;
  /** Writes what became of a request. Losing it costs a look-up, so it does not wait for the disk. */
  settle(record: JournalRecord): Promise<void>;
  /** Forgets everything, unless an outcome is still unknown: then nothing, and false. */
  clear(): Promise<boolean>;
  close(): void;
}

/** One ledger system, one address, one business: the same key in another scope is another charge. */
export function scopeOf({ system, baseUrl, businessId }: Connection): string {
  return JSON.stringify([system, baseUrl.replace(/\/+$/, ""), businessId.toLowerCase()]);
}
