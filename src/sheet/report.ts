/** Reports as cells: what people print, sign and keep. Values only; text from elsewhere never becomes a formula. */
import { amountOf, type Cents, type Decimals } from "../engine";
import type { Cell, Matrix } from "./matrix";
import { plainText } from "./plain-text";

/** A cell with its number format. */
export interface ReportCell {
  readonly value: Cell;
  readonly format: string;
}

/** A sheet that is written anew each time it is asked for. */
export interface Report {
  /** What stands in its first cell, by which an older one is found and replaced. */
  readonly title: string;
  readonly sheet: string;
  /** Of the columns, in characters. */
  readonly widths: readonly number[];
  readonly rows: readonly ReportRow[];
}

export interface ReportRow {
  readonly cells: readonly ReportCell[];
  readonly isHead: boolean;
}

/** Text, whoever wrote it: marked and formatted so that a spreadsheet takes it for nothing else. */
export function textCell(text: string): ReportCell {
  return { value: plainText(text), format: "@" };
}

/** An amount as a number; blank where there is none. */
export function amountCell(amount: Cents | undefined, decimals: Decimals): ReportCell {
  const format = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return { value: amount === undefined ? "" : amountOf(amount, decimals), format };
}

export function headRow(...words: readonly string[]): ReportRow {
  return { cells: words.map(textCell), isHead: true };
}

export function reportRow(...cells: readonly ReportCell[]): ReportRow {
  return { cells, isHead: false };
}

/** A term and what it is. */
export function factRow(term: string, value: string): ReportRow {
  return reportRow(textCell(term), textCell(value));
}

export const blankRow: ReportRow = { cells: [], isHead: false };

/** The values and the number formats of the rows, each as wide as the widest. */
export function reportMatrices(rows: readonly ReportRow[]): { readonly values: Matrix; readonly formats: string[][] } {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 1);
  const padded = rows.map(({ cells }) => Array.from({ length: width }, (_none, at) => cells[at] ?? blankCell));
  return {
    values: padded.map((cells) => cells.map(({ value }) => value)),
    formats: padded.map((cells) => cells.map(({ format }) => format)),
  };
}

const blankCell: ReportCell = { value: "", format: "@" };
