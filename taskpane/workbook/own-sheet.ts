import type { Result } from "../../src/engine";
import type { Column, Matrix } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { addSheet, formatColumns, writeSheet } from "./new-sheet";
import { placeOf, readPlace, type PlacedTable } from "./place";

/** A sheet of ours that begins in its first cell: how it is named, known again and laid out. */
export interface OwnSheet {
  readonly name: string;
  /** By the header row and by the sheet's own name, where that says more. */
  readonly looksRight: (header: Matrix, sheet: string) => boolean;
  readonly columns: readonly Column[];
}

/** Reads the first sheet that looks right; undefined where there is none. */
export function readOwnSheet(own: OwnSheet): Promise<Result<PlacedTable | undefined, Trouble>> {
  return inWorkbook((context) => findOwnSheet(context, own));
}

/** Writes over the sheet that is there, else on a new one, and shows it. Answers with the name of the sheet. */
export function writeOwnSheet(own: OwnSheet, matrix: Matrix): Promise<Result<string, Trouble>> {
  return inWorkbook(async (context) => {
    const sheet = await sheetFor(context, own);
    formatColumns(sheet, own.columns, Math.max(1, matrix.length - 1));
    await writeSheet(context, sheet, matrix);
    sheet.activate();
    sheet.getRangeByIndexes(0, 0, 1, 1).select();
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });
}

/** The sheet as it stands now, inside work that goes on with it. */
export async function findOwnSheet(context: Excel.RequestContext, own: OwnSheet): Promise<PlacedTable | undefined> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const headers = worksheets.items.map((sheet) => sheet.getRangeByIndexes(0, 0, 1, widestHeader).load("values"));
  await context.sync();
  const sheet = worksheets.items.find(({ name }, index) =>
    own.looksRight((headers[index]?.values ?? []) as Matrix, name),
  );
  if (sheet === undefined) return undefined;
  const place = await placeOf(context, sheet.getUsedRange(true));
  return { place, matrix: await readPlace(context, place) };
}

// People may have put columns of their own after ours.
const widestHeader = 40;

async function sheetFor(context: Excel.RequestContext, own: OwnSheet): Promise<Excel.Worksheet> {
  const old = await findOwnSheet(context, own);
  if (old === undefined) return addSheet(context, own.name);
  const sheet = context.workbook.worksheets.getItem(old.place.sheet);
  const { row, column, rows, columns } = old.place;
  // Only contents: the formats that people gave their sheet stay.
  sheet.getRangeByIndexes(row, column, rows, columns).clear("Contents");
  return sheet;
}
