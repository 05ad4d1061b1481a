/** Reads the worked tables of test/sheet/cases: tables as people type them, and what must be found in them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayFromText, type Decimals } from "../../src/engine";
import {
  type Cell,
  type DateSystem,
  type Finding,
  type Matrix,
  serialOfDay,
  type SheetSettings,
} from "../../src/sheet";

export interface WorkedTable {
  readonly name: string;
  readonly settings: SheetSettings;
  readonly matrix: Matrix;
  /** As `findingText` writes them, in any order. */
  readonly findings: readonly string[];
  /** What is read all the same, line by line. */
  readonly read: readonly string[];
}

export const usualSettings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };

/**
 * A file is a list of tables. `##` names one, `@` changes its settings, `!` expects an error and `~` a warning at a cell
 * (row with the header as 1, header word, code, sentence), `=` says what is read; any other line is a row of cells.
 */
export function workedTables(file: string): readonly WorkedTable[] {
  const text = readFileSync(join(__dirname, "cases", file), "utf8");
  return text.split(/^## /m).slice(1).map(workedTable);
}

/** A finding as the files write it. */
export function findingText(matrix: Matrix, { row, column, severity, code, sentence }: Finding): string {
  const header = String(matrix[0]?.[column] ?? `column ${column}`);
  return `${severity === "error" ? "!" : "~"} ${row + 1} ${header} | ${code}: ${sentence}`;
}

function workedTable(block: string): WorkedTable {
  const [name = "", ...lines] = block.split("\n").map((line) => line.trimEnd());
  const starting = (mark: string) => lines.filter((line) => line.startsWith(mark));
  const settings = starting("@").reduce(changedBy, usualSettings);
  const rows = lines.filter((line) => line !== "" && !/^[#@!~=]/.test(line));
  return {
    name,
    settings,
    matrix: rows.map((row, index) => row.split("|").map((cell) => cellOf(cell.trim(), index === 0, settings))),
    findings: [...starting("!"), ...starting("~")],
    read: starting("=").map((line) => line.slice(1).trim()),
  };
}

function changedBy(settings: SheetSettings, line: string): SheetSettings {
  const [, what = "", value = ""] = /^@ (.+): (.+)$/.exec(line) ?? [];
  if (what === "decimals") return { ...settings, decimals: Number(value) as Decimals };
  if (what === "date system") return { ...settings, dateSystem: value as DateSystem };
  throw new Error(`no such setting: ${line}`);
}

/** Quotes make text of anything; without them a date is a date cell, 20% is 0.2, and a numeral is a number. */
function cellOf(written: string, isHeader: boolean, settings: SheetSettings): Cell {
  if (isHeader) return written;
  if (written === "") return null;
  if (written.startsWith('"')) return written.slice(1, -1);
  if (written === "TRUE" || written === "FALSE") return written === "TRUE";
  const day = dayFromText(written);
  if (day.ok) return serialOfDay(day.value, settings.dateSystem);
  const number = Number(written.replace("%", ""));
  if (Number.isNaN(number)) return written;
  return written.endsWith("%") ? number / 100 : number;
}
