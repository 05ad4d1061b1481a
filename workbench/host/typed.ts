import type { CellInput, CellValue } from "./grid";

/** What a value becomes when it is typed into a cell, and the number format it brings along, if any. */
export interface Typed {
  readonly input: CellInput;
  readonly numberFormat?: string;
}

/**
 * Reads a value as Excel does: "=…" is a formula, a leading apostrophe makes the rest a text, and text that looks like a
 * number, a truth value or a date (yyyy-mm-dd) is one, unless the cell's number format is Text ("@").
 */
export function typed(value: CellValue, numberFormat: string): Typed {
  if (typeof value !== "string") return { input: value };
  if (value.startsWith("'")) return { input: value.slice(1) };
  if (numberFormat === "@") return { input: value };
  if (value.startsWith("=") && value.length > 1) return { input: { formula: value } };
  return typedText(value, numberFormat);
}

function typedText(text: string, numberFormat: string): Typed {
  const trimmed = text.trim();
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(trimmed)) return { input: Number(trimmed) };
  if (/^(true|false)$/i.test(trimmed)) return { input: trimmed.toLowerCase() === "true" };
  const serial = serialOf(trimmed);
  if (serial === undefined) return { input: text };
  return numberFormat === "General" ? { input: serial, numberFormat: "yyyy-mm-dd" } : { input: serial };
}

const firstReliableSerial = 61;

/** The serial number of a date from 1900-03-01 on; earlier ones are counted differently in Excel and stay text. */
function serialOf(text: string): number | undefined {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (year === undefined) return undefined;
  const milliseconds = Date.UTC(Number(year), Number(month) - 1, Number(day));
  if (new Date(milliseconds).toISOString().slice(0, 10) !== text) return undefined;
  const serial = milliseconds / 86_400_000 + 25_569;
  return serial >= firstReliableSerial ? serial : undefined;
}
