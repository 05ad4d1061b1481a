import type { Column, Matrix } from "../../src/sheet";
import { formatAll, writeCells } from "./place";

/** A sheet name or table name that is still free: "Register", else "Register 2" and so on. Case does not count. */
export function freeName(wanted: string, taken: readonly string[], separator = " "): string {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  if (!used.has(wanted.toLowerCase())) return wanted;
  let number = 2;
  while (used.has(`${wanted}${separator}${number}`.toLowerCase())) number += 1;
  return `${wanted}${separator}${number}`;
}

/** Adds a sheet at the end, under the wanted name or the next free one. */
export async function addSheet(context: Excel.RequestContext, wanted: string): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  return worksheets.add(
    freeName(
      wanted,
      worksheets.items.map(({ name }) => name),
    ),
  );
}

/**
 * Gives the first `rows` rows below the header the number formats of their columns. This comes before the values,
 * because a text column must be text already when a text such as 007 arrives.
 */
export function formatColumns(sheet: Excel.Worksheet, columns: readonly Column[], rows: number): void {
  columns.forEach(({ numberFormat, width }, index) => {
    formatAll(sheet.getRangeByIndexes(1, index, rows, 1), numberFormat);
    sheet.getRangeByIndexes(0, index, 1, 1).format.columnWidth = widthInPoints(width);
  });
}

/** Writes a matrix from the sheet's first cell, its header row in bold. */
export async function writeSheet(context: Excel.RequestContext, sheet: Excel.Worksheet, matrix: Matrix): Promise<void> {
  sheet.getRangeByIndexes(0, 0, 1, matrix[0]?.length ?? 1).format.font.bold = true;
  await writeCells(context, sheet, { row: 0, column: 0 }, matrix);
}

/** Excel shows widths in characters of the standard font and takes them in points: 7 pixels a character and 5 around. */
export function widthInPoints(characters: number): number {
  return (characters * 7 + 5) * 0.75;
}
