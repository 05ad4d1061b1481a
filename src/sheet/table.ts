import type { Column, Places } from "./header";
import { placesOf } from "./header";
import type { Finding, Matrix, SheetSettings, TableName } from "./matrix";
import { isBlankRow } from "./matrix";
import { RowReader, type Meanings } from "./row-reader";

/** A table whose header row was read: where its columns are, and a reader for each row that is not blank. */
export interface Table<H extends string> {
  readonly places: Places<H>;
  /** Whether every required column is there, and each column that is computed with only once. */
  readonly isReadable: boolean;
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
  const meanings: Meanings = new Map();
  const rows: RowReader<H>[] = [];
  matrix.forEach((cells, row) => {
    if (row > 0 && !isBlankRow(cells)) rows.push(new RowReader(name, row, cells, places, settings, meanings));
  });
  return { places, isReadable: findings.every(({ severity }) => severity !== "error"), rows, findings };
}

/** Whether the first row carries the header words without which such a table cannot be read. */
export function looksLike<H extends string>(name: TableName, columns: readonly Column<H>[], matrix: Matrix): boolean {
  const { places } = placesOf(name, columns, matrix);
  return columns.every(({ required, header }) => !required || places.has(header));
}

/** The findings of the header row and of all rows, in that order. */
export function findingsOf<H extends string>(table: Table<H>): readonly Finding[] {
  return [...table.findings, ...table.rows.flatMap(({ findings }) => findings)];
}
