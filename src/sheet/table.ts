import type { Column, Places } from "./header";
import { placesOf } from "./header";
import type { Finding, Matrix, SheetSettings, TableName } from "./matrix";
import { isBlankRow } from "./matrix";
import { RowReader } from "./row-reader";

/** A table whose header row was read: where its columns are, and a reader for each row that is not blank. */
export interface Table<H extends string> {
  readonly places: Places<H>;
  /** Whether every required column is there. */
  readonly isComplete: boolean;
  readonly rows: readonly RowReader<H>[];
  /** About the header row; each row reader keeps its own. */
  readonly findings: readonly Finding[];
}

export function openTable<H extends string>(
  name: TableName,
  columns: readonly Column<H>[],
  matrix: Matrix,
  settings: SheetSettings,
): Table<H> {
  const { places, findings } = placesOf(name, columns, matrix);
  const rows = matrix
    .map((cells, row) => ({ cells, row }))
    .filter(({ cells, row }) => row > 0 && !isBlankRow(cells))
    .map(({ cells, row }) => new RowReader(name, row, cells, places, settings));
  return { places, isComplete: hasRequired(columns, places), rows, findings };
}

/** Whether the first row carries the header words without which such a table cannot be read. */
export function looksLike<H extends string>(name: TableName, columns: readonly Column<H>[], matrix: Matrix): boolean {
  return hasRequired(columns, placesOf(name, columns, matrix).places);
}

function hasRequired<H extends string>(columns: readonly Column<H>[], places: Places<H>): boolean {
  return columns.every(({ required, header }) => !required || places.has(header));
}

/** The findings of the header row and of all rows, in that order. */
export function findingsOf<H extends string>(table: Table<H>): readonly Finding[] {
  return [...table.findings, ...table.rows.flatMap(({ findings }) => findings)];
}
