/** Finds a table's columns by the words of its header row, in any order and spelling. */
import type { Decimals } from "../engine";
import type { Cell, Finding, Matrix, TableName } from "./matrix";
import { isBlank } from "./matrix";
import { textOf } from "./plain-text";
import { findingAt, type SheetProblem } from "./problem";

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

/** A column's number format with as many decimals as the currency has, where the column holds amounts. */
export function numberFormatOf({ kind, numberFormat }: Column, decimals: Decimals): string {
  if (kind !== "amount") return numberFormat;
  return decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
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
  const header = matrix[0] ?? [];
  const places = new Map<H, number>();
  // A column under its own word goes before one under an alias: "Description" before "Name".
  for (const isWord of [hasWord, hasWordOrAlias]) placeBy(isWord, columns, header, places);
  const placed = new Set(places.values());
  const missing = columns.filter((column) => column.required && !places.has(column.header));
  return {
    places,
    findings: [
      ...missing.map((column) => findingAt(table, 0, 0, { code: "missing-column", table, header: column.header })),
      ...header.flatMap((cell, at) => {
        const problem = placed.has(at) || isBlank(cell) ? undefined : problemOf(columns, textOf(cell));
        return problem === undefined ? [] : [findingAt(table, 0, at, problem)];
      }),
    ],
  };
}

function placeBy<H extends string>(
  isWord: (column: Column<H>, word: string) => boolean,
  columns: readonly Column<H>[],
  header: readonly Cell[],
  places: Map<H, number>,
): void {
  header.forEach((cell, at) => {
    const word = bare(textOf(cell));
    const column = columns.find((known) => isWord(known, word));
    if (column !== undefined && !places.has(column.header)) places.set(column.header, at);
  });
}

function hasWord({ header }: Column, word: string): boolean {
  return bare(header) === word;
}

function hasWordOrAlias(column: Column, word: string): boolean {
  return hasWord(column, word) || column.aliases.some((alias) => bare(alias) === word);
}

/** Why a header word has no place: it is there already, or it is perhaps misspelt. Any other word is not ours to judge. */
function problemOf(columns: readonly Column[], given: string): SheetProblem | undefined {
  const word = bare(given);
  const doubled = columns.find((column) => hasWordOrAlias(column, word));
  if (doubled !== undefined) return { code: doubleCode(doubled), header: doubled.header, given };
  const meant = columns.find(({ header }) => isMisspelt(word, bare(header)));
  return meant === undefined ? undefined : { code: "unknown-column", given, meant: meant.header };
}

// Nothing is computed from a second name or class, but a second cost must not be passed over.
function doubleCode({ kind, required }: Column): "duplicate-column" | "duplicate-text-column" {
  return kind === "text" && !required ? "duplicate-text-column" : "duplicate-column";
}

/** Whether one letter more, less, other or swapped would make it the known word; short words are too alike to tell. */
function isMisspelt(word: string, known: string): boolean {
  if (known.length < 5 || Math.abs(word.length - known.length) > 1) return false;
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
