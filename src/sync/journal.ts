import { type DBSchema, type IDBPDatabase, type IDBPObjectStore, type StoreNames, openDB } from "idb";
import type { Connection, Refusal } from "../connectors";
import type { Cents } from "../engine";
import { type Author, type LogEntry, entryOf, noAuthor } from "./journal-log";

/** States that a journal record can be in; READY means that the request is known not to have been carried out. */
export type JournalState =
  "SENDING" | "POSTED" | "REJECTED" | "UNKNOWN" | "CONFLICT" | "DUPLICATE" | "LOCKED" | "REVERSED" | "READY";

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
  /** What was sent; once it is settled, what the ledger booked. */
  readonly amount?: Cents;
  /** The ledger's id of the posting. */
  readonly ledgerRef?: string;
  /** Our sentence about the answer, as shown in the sheet. */
  readonly sentence?: string;
  /** Why the amount is not what the terms gave before: the word of the sheet. */
  readonly change?: string;
  /** Of the asset's terms when the request was made. */
  readonly termsHash?: string;
  /** The ledger's clock at the answer, ISO 8601 in UTC. */
  readonly answeredAt?: string;
}

/** The write-ahead journal of one scope. It never holds a token. */
export interface Journal {
  readonly scope: string;
  /** Every record of the scope by key. */
  records(): Promise<ReadonlyMap<string, JournalRecord>>;
  /** Everything that happened in the scope, the oldest first: a record tells how a key stands, this how it came to. */
  log(): Promise<readonly LogEntry[]>;
  /** Writes the records in one transaction and resolves only when they are on the disk. */
  writeAhead(records: readonly JournalRecord[]): Promise<void>;
  /** Writes what became of requests. Losing it costs a look-up, so it does not wait for the disk. */
  settle(...records: readonly JournalRecord[]): Promise<void>;
  /** Forgets everything, unless an outcome is still unknown: then nothing, and false. */
  clear(): Promise<boolean>;
  close(): void;
}

/** One ledger system, one address, one business: the same key in another scope is another charge. */
export function scopeOf({
  system,
  baseUrl,
  businessId,
}: Pick<Connection, "system" | "baseUrl" | "businessId">): string {
  const address = baseUrl.trim().replace(/\/+$/, "").toLowerCase();
  return JSON.stringify([system, address, businessId.trim().toLowerCase()]);
}

/**
 * Opens the journal of a scope. A request that was being sent when the journal was last left has no known outcome. `closed`
 * is called when the browser takes the database away, with the site's data say: then it must be opened anew.
 */
export async function openJournal(
  scope: string,
  author = noAuthor,
  closed: () => void = () => undefined,
): Promise<Journal> {
  const db = await openDB<Schema>("depr-journal", 3, {
    upgrade: (old, version, _to, transaction) => {
      if (version < 1) old.createObjectStore("records", { keyPath: ["scope", "key"] });
      if (version < 2) old.createObjectStore("log", { autoIncrement: true }).createIndex("scope", "scope");
      if (version === 2) void gatherEntries(transaction.objectStore("log"));
    },
    // A newer version of the add-in in another window may need the database: this one lets go.
    blocking: (_from, _to, event) => {
      (event.target as IDBDatabase).close();
      closed();
    },
    terminated: closed,
  });
  await leaveUnknown(db, scope, author);
  return journalIn(db, scope, author);
}

/** Settles, come what may: a lost settling is found again by a look-up at the next push. */
export async function settledQuietly(journal: Journal, ...records: readonly JournalRecord[]): Promise<void> {
  await journal.settle(...records).catch(() => undefined);
}

/** Writes ahead, and says whether it could. */
export async function isWritten(journal: Journal, records: readonly JournalRecord[]): Promise<boolean> {
  return journal.writeAhead(records).then(
    () => true,
    () => false,
  );
}

/** For a journal that cannot be written: then nothing may be sent. */
export const noJournal: Refusal = {
  kind: "unreachable",
  sentence:
    "This browser could not write down what is about to be sent, so nothing more was sent. Try again; if it stays so, free some space.",
};

type Stored = JournalRecord & { readonly scope: string };

interface Schema extends DBSchema {
  records: { key: [string, string]; value: Stored };
  /** What was written at once stands together: an item for each row would take as long as the row's record. */
  log: { key: number; value: Logged; indexes: { scope: string } };
}

interface Logged {
  readonly scope: string;
  readonly entries: readonly LogEntry[];
}

/** Until version 2 each entry stood alone. */
async function gatherEntries(
  log: IDBPObjectStore<Schema, StoreNames<Schema>[], "log", "versionchange">,
): Promise<void> {
  for (let at = await log.openCursor(); at !== null; at = await at.continue()) {
    const { scope, entry } = at.value as unknown as { readonly scope: string; readonly entry: LogEntry };
    await at.update({ scope, entries: [entry] });
  }
}

function journalIn(db: IDBPDatabase<Schema>, scope: string, author: Author): Journal {
  return {
    scope,
    records: async () => {
      const stored = await db.getAll("records", all(scope));
      return new Map(stored.map((record) => [record.key, record]));
    },
    log: async () => (await db.getAllFromIndex("log", "scope", scope)).flatMap(({ entries }) => entries),
    writeAhead: (records) => put(db, scope, author, records, "strict"),
    settle: async (...records) => {
      if (records.length > 0) await put(db, scope, author, records, "relaxed");
    },
    clear: () => clear(db, scope),
    close: () => {
      db.close();
    },
  };
}

/** Record and log entry in one transaction: neither tells what the other does not know. */
async function put(
  db: IDBPDatabase<Schema>,
  scope: string,
  author: Author,
  records: readonly JournalRecord[],
  durability: "strict" | "relaxed",
): Promise<void> {
  const transaction = db.transaction(["records", "log"], "readwrite", { durability });
  const [kept, log] = [transaction.objectStore("records"), transaction.objectStore("log")];
  await Promise.all([
    ...records.map((record) => kept.put({ ...record, scope })),
    log.add({ scope, entries: records.map((record) => entryOf(record, author)) }),
    transaction.done,
  ]);
}

/** In one transaction, for another window may be settling the same records. */
async function leaveUnknown(db: IDBPDatabase<Schema>, scope: string, author: Author): Promise<void> {
  const transaction = db.transaction(["records", "log"], "readwrite", { durability: "strict" });
  const [kept, log] = [transaction.objectStore("records"), transaction.objectStore("log")];
  const stored = await kept.getAll(all(scope));
  const sending = stored.filter(({ state }) => state === "SENDING");
  const unknown = sending.map((record) => ({ ...record, state: "UNKNOWN" as const }));
  await Promise.all(unknown.map((record) => kept.put(record)));
  if (unknown.length > 0) await log.add({ scope, entries: unknown.map((record) => entryOf(record, author)) });
  await transaction.done;
}

async function clear(db: IDBPDatabase<Schema>, scope: string): Promise<boolean> {
  const transaction = db.transaction(["records", "log"], "readwrite", { durability: "strict" });
  const [kept, log] = [transaction.objectStore("records"), transaction.objectStore("log")];
  const stored = await kept.getAll(all(scope));
  const isSettled = stored.every(({ state }) => state !== "UNKNOWN" && state !== "SENDING");
  const entries = isSettled ? await log.index("scope").getAllKeys(scope) : [];
  await Promise.all(entries.map((key) => log.delete(key)));
  if (isSettled) await kept.delete(all(scope));
  await transaction.done;
  return isSettled;
}

/** Every key of the scope: an array sorts after every text, so [scope, []] is past the last. */
function all(scope: string): IDBKeyRange {
  return IDBKeyRange.bound([scope], [scope, []]);
}
