/** An argument that is a whole table, as the readers of sheets take it. */
import type { Cell, Matrix } from "../src/sheet/matrix";
import { isBlankRow } from "../src/sheet/matrix";
import { errorCode, handOnErrors, isMatrix, plain } from "./cell";

/**
 * The rows of a table from its header row on. Blank rows above it do not count, and neither do those below, which a
 * reference to whole columns has by the hundred thousand. An error in a cell is its text: it is the row's own trouble.
 */
export function tableFrom(argument: unknown): Matrix {
  const rows: readonly (readonly unknown[])[] = isMatrix(argument) ? argument : [[argument]];
  const cells = rows.map((row) => (row.every(isPrimitive) ? row : row.map(cellOf)));
  const first = cells.findIndex((row) => !isBlankRow(row));
  if (first < 0) return [];
  let end = cells.length;
  while (isBlankRow(cells[end - 1] ?? [])) end -= 1;
  return cells.slice(first, end);
}

/** Hands on the error that a table is where its rows should be: a range of one cell, such as a reference that is gone. */
export function handOnErrorOf(name: string, argument: unknown): void {
  if (!isMatrix(argument) || (argument.length === 1 && argument[0]?.length === 1)) handOnErrors({ [name]: argument });
}

function isPrimitive(value: unknown): value is Cell {
  return value === null || (typeof value !== "object" && value !== undefined);
}

function cellOf(value: unknown): Cell {
  if (isPrimitive(value)) return value;
  const found = errorCode(value) ?? plain(value);
  return isPrimitive(found) ? found : null;
}
