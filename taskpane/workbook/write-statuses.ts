import type { Result } from "../../src/engine";
import { plainText, statusCells, statusColumns, type Cell, type Matrix, type StatusBlock } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { findOwnSheet } from "./own-sheet";
import { formatAll, rowsAtOnce, type PlacedTable } from "./place";
import { scheduleSheet } from "./schedule-sheet";

/** The keys of a schedule's rows, by their place in the matrix; a row that is no charge has none. */
export type KeysOf = (schedule: PlacedTable) => Promise<ReadonlyMap<number, string>>;

/**
 * Writes the six status columns beside the rows with the given keys, in one batch. The rows are read again just
 * before, because people sort, insert and delete while a ledger works: a row is found by its key, never by its place.
 * Answers with how many rows were written.
 */
export function writeStatuses(
  statuses: ReadonlyMap<string, StatusBlock>,
  keysOf: KeysOf,
  book?: string,
): Promise<Result<number, Trouble>> {
  return inWorkbook(async (context) => {
    const schedule = await findOwnSheet(context, scheduleSheet(book));
    if (schedule === undefined) return 0;
    const first = statusPlace(schedule.matrix);
    if (first === undefined) return 0;
    const keys = await keysOf(schedule);
    const block = statusBlockCells(schedule.matrix, first, keys, statuses);
    await writeBlock(context, schedule, first, block.cells);
    return block.written;
  });
}

/** Where the six columns begin; undefined where they do not stand side by side in our order. */
export function statusPlace(matrix: Matrix): number | undefined {
  const header = matrix[0] ?? [];
  const first = header.indexOf(statusColumns[0]?.header ?? null);
  const inOrder = statusColumns.every((column, index) => header[first + index] === column.header);
  return first >= 0 && inOrder ? first : undefined;
}

/** The cells of the six columns below the header: new for the rows with a new status, as they were for the others. */
export function statusBlockCells(
  matrix: Matrix,
  first: number,
  keys: ReadonlyMap<number, string>,
  statuses: ReadonlyMap<string, StatusBlock>,
): { readonly cells: Matrix; readonly written: number } {
  let written = 0;
  const cells = matrix.slice(1).map((cellsOfRow, index): readonly Cell[] => {
    const status = statuses.get(keys.get(index + 1) ?? "");
    if (status === undefined) return harmless(cellsOfRow.slice(first, first + statusColumns.length));
    written += 1;
    return statusCells(status);
  });
  return { cells, written };
}

/** Text that is written back would become a formula where it only looked like one, since Excel hides its apostrophe. */
function harmless(cells: readonly Cell[]): readonly Cell[] {
  return cells.map((cell) => (typeof cell === "string" ? plainText(cell) : cell));
}

async function writeBlock(
  context: Excel.RequestContext,
  { place }: PlacedTable,
  first: number,
  cells: Matrix,
): Promise<void> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const step = rowsAtOnce(statusColumns.length);
  // One batch: nobody sees half of the statuses. Only the size of a single range is limited.
  for (let start = 0; start < cells.length; start += step) {
    const part = cells.slice(start, start + step);
    const range = sheet.getRangeByIndexes(
      place.row + 1 + start,
      place.column + first,
      part.length,
      statusColumns.length,
    );
    formatAll(range, "@");
    range.values = part.map((row) => [...row]);
  }
  await context.sync();
}
