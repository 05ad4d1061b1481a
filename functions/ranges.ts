/** Ranges in, one array out: a formula's answer for each cell of the arguments that may be ranges. */
import { isBlank, isMatrix, valueError } from "./cell";

type Range = readonly (readonly unknown[])[];

/**
 * One answer for each cell. Where several arguments are ranges, they go cell by cell, and one that has a single row or
 * column counts for every row or column of the others, as in Excel's own formulas. A blank cell is answered by a blank.
 */
export function forEachCell(
  ranges: Readonly<Record<string, unknown>>,
  answer: (...cells: unknown[]) => unknown,
): unknown[][] {
  const given = Object.values(ranges).map((range) => (isMatrix(range) ? range : [[range]]));
  const rows = Math.max(...given.map((range) => range.length));
  const columns = Math.max(...given.map((range) => widthOf(range)));
  Object.keys(ranges).forEach((name, at) => {
    checkFits(name, given[at] ?? [], rows, columns);
  });
  return Array.from({ length: rows }, (_row, row) =>
    Array.from({ length: columns }, (_column, column) => {
      const cells = given.map((range) => cellAt(range, row, column));
      return cells.some(isBlank) ? "" : answer(...cells);
    }),
  );
}

/** Whether the argument was left out, which is not the same as a blank cell. */
export function isLeftOut(argument: unknown): argument is null | undefined {
  return argument === undefined || argument === null;
}

function cellAt(range: Range, row: number, column: number): unknown {
  return range[range.length === 1 ? 0 : row]?.[widthOf(range) === 1 ? 0 : column];
}

function checkFits(name: string, range: Range, rows: number, columns: number): void {
  const [height, width] = [range.length, widthOf(range)];
  if ((height === 1 || height === rows) && (width === 1 || width === columns)) return;
  throw valueError(
    `${name} has ${height} x ${width} cells, but must have ${rows} x ${columns}, a single row or column.`,
  );
}

function widthOf(range: Range): number {
  return range[0]?.length ?? 0;
}
