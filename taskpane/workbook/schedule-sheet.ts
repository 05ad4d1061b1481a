import type { Result } from "../../src/engine";
import { looksLikeSchedule, scheduleColumns, type Matrix } from "../../src/sheet";
import { bookNamed, usualBook } from "../../src/sync";
import { inWorkbook, type Trouble } from "../workbook";
import { addSheet, formatColumns, writeSheet } from "./new-sheet";
import { placeOf, readPlace, type PlacedTable } from "./place";

/** Reads a book's schedule: the first sheet of that book whose header row is a schedule's. Undefined where there is none. */
export function readScheduleSheet(book: string = usualBook): Promise<Result<PlacedTable | undefined, Trouble>> {
  return inWorkbook((context) => findSchedule(context, book));
}

/** The name of a new schedule. The usual book needs no name of its own, so that old schedules are its. */
export function scheduleName(book: string): string {
  return book === usualBook ? "Schedule" : `Schedule (${book})`;
}

/** The book that a schedule's sheet is for, as its name has it; copies that Excel made count with their original. */
export function bookOfSheet(name: string): string {
  const named = /^Schedule \((.+?)\)( \(?\d+\)?)?$/i.exec(name)?.[1];
  const book = named === undefined || /^\d+$/.test(named) ? undefined : bookNamed(named);
  return book?.ok === true ? book.value : usualBook;
}

/**
 * Writes a schedule: over the one that is there, else on a new sheet, and shows it.
 * Answers with the name of the sheet.
 */
export function writeScheduleSheet(matrix: Matrix, book: string = usualBook): Promise<Result<string, Trouble>> {
  return inWorkbook(async (context) => {
    const sheet = await sheetForSchedule(context, book);
    formatColumns(sheet, scheduleColumns, Math.max(1, matrix.length - 1));
    await writeSheet(context, sheet, matrix);
    sheet.activate();
    sheet.getRangeByIndexes(0, 0, 1, 1).select();
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });
}

/** The schedule as it stands now, inside work that goes on with it. */
export async function findSchedule(
  context: Excel.RequestContext,
  book: string = usualBook,
): Promise<PlacedTable | undefined> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const headers = worksheets.items.map((sheet) => headerOf(sheet).load("values"));
  await context.sync();
  const sheet = worksheets.items.find(
    ({ name }, index) =>
      bookOfSheet(name).toLowerCase() === book.toLowerCase() &&
      looksLikeSchedule((headers[index]?.values ?? []) as Matrix),
  );
  if (sheet === undefined) return undefined;
  const place = await placeOf(context, sheet.getUsedRange(true));
  return { place, matrix: await readPlace(context, place) };
}

// A schedule begins in the sheet's first cell; people may have put columns of their own after ours.
const widestHeader = 40;

function headerOf(sheet: Excel.Worksheet): Excel.Range {
  return sheet.getRangeByIndexes(0, 0, 1, widestHeader);
}

async function sheetForSchedule(context: Excel.RequestContext, book: string): Promise<Excel.Worksheet> {
  const old = await findSchedule(context, book);
  if (old === undefined) return addSheet(context, scheduleName(book));
  const sheet = context.workbook.worksheets.getItem(old.place.sheet);
  const { row, column, rows, columns } = old.place;
  // Only contents: the formats that people gave their sheet stay.
  sheet.getRangeByIndexes(row, column, rows, columns).clear("Contents");
  return sheet;
}
