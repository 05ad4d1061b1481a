import type { Result } from "../../src/engine";
import { inWorkbook, type Trouble } from "../workbook";
import type { Place } from "./place";

/** Selects a cell of a table (0-based inside it), so that the person sees it. */
export function showCell(place: Place, row: number, column: number): Promise<Result<void, Trouble>> {
  return inWorkbook(async (context) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const origin = await originNow(context, place);
    sheet.activate();
    sheet.getRangeByIndexes(origin.row + row, origin.column + column, 1, 1).select();
    await context.sync();
  });
}

/** Shows a sheet from its first cell. */
export function showSheet(name: string): Promise<Result<void, Trouble>> {
  return inWorkbook(async (context) => {
    const sheet = context.workbook.worksheets.getItem(name);
    sheet.activate();
    sheet.getRangeByIndexes(0, 0, 1, 1).select();
    await context.sync();
  });
}

/** Rows may have been inserted above the table since it was read; a named table tells where it is now. */
async function originNow(
  context: Excel.RequestContext,
  place: Place,
): Promise<{ readonly row: number; readonly column: number }> {
  if (place.table === undefined) return place;
  const range = context.workbook.tables.getItem(place.table).getHeaderRowRange();
  range.load("rowIndex,columnIndex");
  await context.sync();
  return { row: range.rowIndex, column: range.columnIndex };
}
