import type { Day } from "../engine";
import type { ScheduleLine, StatusBlock } from "../sheet";
import { fingerprint } from "./fingerprint";
import { keyInForce } from "./key";
import { sequenceOf } from "./sequence";

/** A row of the schedule as the sheet hands it over; `row` is its place in the matrix that was read. */
export type SheetRow = ScheduleLine & { readonly row: number; readonly status?: StatusBlock };

/** A row with what makes it itself: its key from asset, date, type and book, its fingerprint from its content. */
export interface IdentifiedRow {
  readonly row: number;
  readonly line: ScheduleLine;
  readonly status?: StatusBlock;
  readonly key: string;
  readonly fingerprint: string;
}

/** What the ledger says of keys, as far as it makes rows themselves. */
export interface KnownKeys {
  /** Fingerprints by key of what it holds: where several changes share a day, each keeps its number. */
  readonly fingerprints: ReadonlyMap<string, string>;
  /** Keys that were reversed: their rows go on under the next revision. */
  readonly reversed: ReadonlySet<string>;
  /** By key, the days of what was posted later than its period's end: a row without a posting date has that one. */
  readonly postedLate: ReadonlyMap<string, Day>;
}

export const noKnownKeys: KnownKeys = { fingerprints: new Map(), reversed: new Set(), postedLate: new Map() };

/** Gives every row its key and fingerprint. Neither depends on the row's place or on the workbook. */
export async function identify(
  rows: readonly SheetRow[],
  book: string,
  known: KnownKeys = noKnownKeys,
): Promise<readonly IdentifiedRow[]> {
  const printed = await Promise.all(rows.map(async (row) => ({ row, fingerprint: await fingerprint(row) })));
  const sequence = await sequenceOf(printed, book, known);
  return Promise.all(
    printed.map(async ({ row: sheetRow, fingerprint: print }) => {
      const { row, status, ...line } = sheetRow;
      const { asset, periodEnd, type } = line;
      const parts = { asset, periodEnd, type, book, seq: sequence.get(sheetRow) ?? 0 };
      const key = await keyInForce(parts, known.reversed);
      const which = { row, ...(status === undefined ? {} : { status }), key };
      const late = line.postingDate === undefined ? known.postedLate.get(key) : undefined;
      if (late === undefined) return { ...which, line, fingerprint: print };
      const dated = { ...line, postingDate: late };
      return { ...which, line: dated, fingerprint: await fingerprint(dated) };
    }),
  );
}
