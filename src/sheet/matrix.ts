/** Cells as they come from and go to a worksheet: rows of raw values, nothing of Excel in them. */
import type { Decimals } from "../engine";
import type { DateSystem } from "./serial";

/** One cell's raw value. `null` and "" are blank; a date is its serial number; an error is its text, such as "#N/A". */
export type Cell = string | number | boolean | null;

export type Matrix = readonly (readonly Cell[])[];

/** The tables that this folder reads and writes. */
export type TableName = "register" | "events" | "accounts" | "schedule" | "rules" | "opinion";

/** Something to be told about one cell of a table. */
export interface Finding {
  readonly table: TableName;
  /** 0-based inside the matrix that was read; row 0 is the header row. */
  readonly row: number;
  /** 0-based inside the matrix that was read. */
  readonly column: number;
  /** An error takes its row (or table) out of the result; a warning does not. */
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly sentence: string;
}

/** What a workbook settles for all of its tables. */
export interface SheetSettings {
  readonly dateSystem: DateSystem;
  /** Of amounts whose currency is not named; a register that names its currency decides for itself. */
  readonly decimals: Decimals;
  /** The month, 1 to 12, that the fiscal year ends with. */
  readonly yearEnd: number;
}

export function isBlank(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === "string" && cell.trim() === "");
}

export function isBlankRow(row: readonly Cell[]): boolean {
  return row.every(isBlank);
}
