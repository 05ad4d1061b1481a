import type { Cell, Matrix } from "../../src/sheet";

/** Where a table stands in the workbook. */
export interface Place {
  readonly sheet: string;
  /** The name of the Excel table, where it is one; it is found by this name even after rows were inserted above it. */
  readonly table?: string;
  /** The top left cell, 0-based. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A table as it was read: its place and its raw values, the header row first. */
export interface PlacedTable {
  readonly place: Place;
  readonly matrix: Matrix;
}

/** The address of a cell of the table, as Excel shows it: "B7". Row and column are 0-based inside the table. */
export function cellAddress(place: Place, row: number, column: number): string {
  return `${columnLetters(place.column + column)}${place.row + row + 1}`;
}

/** "A" for 0, "Z" for 25, "AA" for 26. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

/** Cells in one request: far below the five megabytes that Excel on the web takes. */
export const cellsAtOnce = 50_000;

/** How many rows of `columns` cells fit into one request. */
export function rowsAtOnce(columns: number): number {
  return Math.max(1, Math.floor(cellsAtOnce / Math.max(1, columns)));
}

/** Where a range stands. Asks the workbook once. */
export async function placeOf(context: Excel.RequestContext, range: Excel.Range, table?: string): Promise<Place> {
  range.load("rowIndex,columnIndex,rowCount,columnCount");
  range.worksheet.load("name");
  await context.sync();
  return {
    sheet: range.worksheet.name,
    ...(table === undefined ? {} : { table }),
    row: range.rowIndex,
    column: range.columnIndex,
    rows: range.rowCount,
    columns: range.columnCount,
  };
}

/** Reads the values at a place, in as few requests as stay below Excel's limits. */
export async function readPlace(context: Excel.RequestContext, place: Place): Promise<Matrix> {
  const sheet = context.workbook.worksheets.getItem(place.sheet);
  const step = rowsAtOnce(place.columns);
  const matrix: Cell[][] = [];
  for (let start = 0; start < place.rows; start += step) {
    const count = Math.min(step, place.rows - start);
    const part = sheet.getRangeByIndexes(place.row + start, place.column, count, place.columns);
    part.load("values");
    await context.sync();
    // Office types values as any; what Excel hands out are exactly the cell values of Matrix.
    for (const row of part.values as Cell[][]) matrix.push(row);
  }
  return matrix;
}

/** Gives all cells of a range one number format. Excel takes one value for all of them; Office's types do not say so. */
export function formatAll(range: Excel.Range, numberFormat: string): void {
  range.numberFormat = numberFormat as unknown as string[][];
}

/** Writes `matrix` with its top left at the given cell (0-based), in as few requests as stay below Excel's limits. */
export async function writeCells(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  at: { readonly row: number; readonly column: number },
  matrix: Matrix,
): Promise<void> {
  const columns = matrix[0]?.length ?? 0;
  const step = rowsAtOnce(columns);
  for (let start = 0; start < matrix.length; start += step) {
    const part = matrix.slice(start, start + step);
    // Excel takes null for "leave as it is"; a blank of ours is to be blank.
    const values = part.map((row) => row.map((cell) => cell ?? ""));
    sheet.getRangeByIndexes(at.row + start, at.column, part.length, columns).values = values;
    await context.sync();
  }
}
