import type { Day, Result } from "../../src/engine";
import { placesOf, scheduleColumns, serialOfDay, type DateSystem } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { findOwnSheet } from "./own-sheet";
import { formatAll } from "./place";
import { scheduleSheet } from "./schedule-sheet";
import type { KeysOf } from "./write-statuses";

/**
 * Writes the first open day into the column Posting date beside the rows with the given keys, which are read again just before and
 * found by their key, never by their place. A schedule without that column gets it, to the right of what is there.
 * Answers with how many rows were written.
 */
export function writePostingDates(
  { keys, firstOpen }: { readonly keys: ReadonlySet<string>; readonly firstOpen: Day },
  dateSystem: DateSystem,
  book: string,
  keysOf: KeysOf,
): Promise<Result<number, Trouble>> {
  return inWorkbook(async (context) => {
    const schedule = await findOwnSheet(context, scheduleSheet(book));
    if (schedule === undefined) return 0;
    const { place, matrix } = schedule;
    const rows = [...(await keysOf(schedule))].filter(([, key]) => keys.has(key));
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const column = placesOf("schedule", scheduleColumns, matrix).places.get(header) ?? place.columns;
    const cellAt = (row: number): Excel.Range => sheet.getRangeByIndexes(place.row + row, place.column + column, 1, 1);
    cellAt(0).values = [[header]];
    for (const [row] of rows) {
      const cell = cellAt(row);
      formatAll(cell, format);
      cell.values = [[serialOfDay(firstOpen, dateSystem)]];
    }
    await context.sync();
    return rows.length;
  });
}

const header = "Posting date";
const format = scheduleColumns.find((column) => column.header === header)?.numberFormat ?? "yyyy-mm-dd";
