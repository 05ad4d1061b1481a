import type { Connection, Connector } from "../../src/connectors";
import { fail, ok, type Result } from "../../src/engine";
import { openJournal, scopeOf, type Journal } from "../../src/sync";
import { documentSettings } from "../workbook/document-settings";
import { readTables } from "../workbook/tables";
import { bookNow } from "./book";
import { activeConnection, connections } from "./connections";
import { registerState, sheetSettings } from "./register";
import { lookAtSchedule, type ScheduleOnSheet } from "./schedule";
import { understand, type ReadWorkbook } from "./understand";

/** Who works here: the preparer that was typed, else the e-mail that the ledger's audit trail gets. */
export function whoIsHere(userEmail = ""): string {
  return documentSettings().preparer.trim() || userEmail.trim();
}

/** Where a plan's rows go, for people to read. */
export interface Target {
  readonly name: string;
  readonly book: string;
  /** The system's name. */
  readonly system: string;
  readonly businessId: string;
}

export function targetOf({ connection, connector, book }: Gathered): Target {
  return { name: connection.name, book, system: connector.label, businessId: connection.businessId };
}

/** All that posting needs, read from the workbook just now: colleagues may have changed it since it was last shown. */
export interface Gathered {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly journal: Journal;
  /** The book that charges belong to. */
  readonly book: string;
  readonly read: ReadWorkbook;
  readonly onSheet: ScheduleOnSheet | undefined;
}

/** Reads register and schedule anew and opens the journal; a sentence says what is missing. */
export async function gather(): Promise<Result<Gathered, string>> {
  const active = activeConnection(connections.get());
  if (active === undefined) return fail("Not connected. Choose a ledger first.");
  const read = await readAgain();
  if (!read.ok) return read;
  const onSheet = await lookAtSchedule(read.value);
  const journal = await journalOf(active.connection);
  if (!journal.ok) return journal;
  return ok({ ...active, journal: journal.value, book: bookNow(), read: read.value, onSheet });
}

export async function readAgain(): Promise<Result<ReadWorkbook, string>> {
  const tables = await readTables(documentSettings().register);
  if (!tables.ok) return fail(tables.problem.sentence);
  // A register that is a plain range is found by its selection only, so the one that was chosen before stays.
  const read = understand(tables.value, await sheetSettings()) ?? registerState.get().read;
  if (read === undefined) return fail("There is no register in this workbook. Insert one in the view Register.");
  registerState.set({ read, looked: true });
  return ok(read);
}

const journals = new Map<string, Promise<Journal>>();

/** The journal of a connection's scope; a sentence where this browser gives none. */
export function journalOf(connection: Connection): Promise<Result<Journal, string>> {
  return openOf(connection).then(ok, () => fail(notOpened));
}

/** Does what reads the journal, which the browser can take away between two of its steps. */
export async function whileJournalOpen<T>(work: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof DOMException) return fail(notOpened);
    throw error;
  }
}

const notOpened =
  "This browser does not open the journal of what is sent, so nothing is sent. Close the other windows of this add-in, " +
  "load this one anew, and free some space if it stays so.";

/** One open journal for each scope: opening it again would take what is being sent for lost. */
function openOf(connection: Connection): Promise<Journal> {
  const scope = scopeOf(connection);
  const known = journals.get(scope);
  if (known !== undefined) return known;
  const author = { who: () => whoIsHere(connection.userEmail), target: connection.name };
  // One that the browser has taken away, or never gave, is not asked again.
  const forget = (): void => {
    if (journals.get(scope) === opening) journals.delete(scope);
  };
  const opening = openJournal(scope, author, forget);
  journals.set(scope, opening);
  opening.catch(forget);
  return opening;
}
