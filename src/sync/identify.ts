import type { ScheduleLine, StatusBlock } from "../sheet";
import { fingerprint } from "./fingerprint";
import { postingKey } from "./key";
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

/**
 * Gives every row its key and fingerprint. Neither depends on the row's place or on the workbook.
 *
 * @param known fingerprints by key of what the ledger holds: where several changes share a day, each keeps its number
 */
export async function identify(
  rows: readonly SheetRow[],
  book: string,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<readonly IdentifiedRow[]> {
  const printed = await Promise.all(rows.map(async (row) => ({ row, fingerprint: await fingerprint(row) })));
  const sequence = await sequenceOf(printed, book, known);
  return Promise.all(
    printed.map(async ({ row: sheetRow, fingerprint: print }) => {
      const { row, status, ...line } = sheetRow;
      const { asset, periodEnd, type } = line;
      const key = await postingKey({ asset, periodEnd, type, book, seq: sequence.get(sheetRow) ?? 0 });
      return { row, line, ...(status === undefined ? {} : { status }), key, fingerprint: print };
    }),
  );
}
