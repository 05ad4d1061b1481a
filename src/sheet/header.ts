/** Finds a table's columns by the words of its header row, in any order and spelling. */
import type { Cell, Finding, Matrix, TableName } from "./matrix";
import { isBlank } from "./matrix";
import { textOf } from "./plain-text";
import { findingAt } from "./problem";

/** A column of one of our tables. `H` is the union of the table's header words. */
export interface Column<H extends string = string> {
  readonly header: H;
  /** Other words that people and systems use for it. */
  readonly aliases: readonly string[];
  /** Whether the table cannot be read without this column. */
  readonly required: boolean;
  readonly kind: ColumnKind;
  /** In characters, as Excel counts column widths. */
  readonly width: number;
  /** An Excel number format. Set it before the values, or Excel makes the number 7 of the asset id 007. */
  readonly numberFormat: string;
  /** The words offered as a drop-down list, where the choice is closed. */
  readonly choices?: readonly string[];
}

export type ColumnKind = "text" | "choice" | "amount" | "number" | "rate" | "date";

/** Where each header word stands: its 0-based column. A column that is not there has no entry. */
export type Places<H extends string = string> = ReadonlyMap<H, number>;

/** The letters and digits of a header word or choice, in lower case: nothing else in it counts. */
export function bare(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Reads a header row. The findings are about the header row only: missing, doubled and probably misspelt words. */
export function placesOf<H extends string>(
  table: TableName,
  columns: readonly Column<H>[],
  matrix: Matrix,
): { readonly places: Places<H>; readonly findings: readonly Finding[] } {
  const places = new Map<H, number>();
  const findings: Finding[] = [];
  (matrix[0] ?? []).forEach((cell, column) => {
    const header = headerOf(columns, cell);
    if (header !== undefined && !places.has(header)) places.set(header, column);
    else findings.push(...complaint(table, columns, header, cell, column));
  });
  const missing = columns.filter(({ required, header }) => required && !places.has(header));
  findings.push(...missing.map(({ header }) => findingAt(table, 0, 0, { code: "missing-column", table, header })));
  return { places, findings };
}

function headerOf<H extends string>(columns: readonly Column<H>[], cell: Cell): H | undefined {
  const word = bare(textOf(cell));
  return columns.find(({ header, aliases }) => [header, ...aliases].some((known) => bare(known) === word))?.header;
}

function complaint(
  table: TableName,
  columns: readonly Column[],
  header: string | undefined,
  cell: Cell,
  column: number,
): readonly Finding[] {
  if (isBlank(cell)) return [];
  const given = textOf(cell);
  if (header !== undefined) return [findingAt(table, 0, column, { code: "duplicate-column", header, given })];
  const meant = columns.find((known) => isMisspelt(bare(given), bare(known.header)));
  return meant ? [findingAt(table, 0, column, { code: "unknown-column", given, meant: meant.header })] : [];
}

/** Whether one letter more, less, other or swapped would make it the known word; short words are too alike to tell. */
function isMisspelt(word: string, known: string): boolean {
  if (known.length < 4 || Math.abs(word.length - known.length) > 1) return false;
  const start = commonStart(word, known);
  const [restOfWord, restOfKnown] = [word.slice(start), known.slice(start)];
  const swapped = restOfWord[1] === restOfKnown[0] && restOfWord[0] === restOfKnown[1];
  return (
    restOfWord.slice(1) === restOfKnown ||
    restOfWord === restOfKnown.slice(1) ||
    restOfWord.slice(1) === restOfKnown.slice(1) ||
    (swapped && restOfWord.slice(2) === restOfKnown.slice(2))
  );
}

function commonStart(left: string, right: string): number {
  let length = 0;
  while (length < left.length && left[length] === right[length]) length += 1;
  return length;
}
