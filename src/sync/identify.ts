import type { ScheduleLine, StatusBlock } from "../sheet";
import { fingerprint } from "./fingerprint";
import { postingKey } from "./key";

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

/** Gives every row its key and fingerprint. Neither depends on the row's place or on the workbook. */
export function identify(rows: readonly SheetRow[], book: string): Promise<readonly IdentifiedRow[]> {
  return Promise.all(
    rows.map(async ({ row, status, ...line }) => ({
      row,
      line,
      ...(status === undefined ? {} : { status }),
      key: await postingKey({ asset: line.asset, periodEnd: line.periodEnd, type: line.type, book }),
      fingerprint: await fingerprint(line),
    })),
  );
}
