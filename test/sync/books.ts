import { type Day, type Month, dayFromText, monthFromText } from "../../src/engine";
import {
  type Accounts,
  type Cell,
  type Matrix,
  type Register,
  type SheetSettings,
  buildSchedule,
  noAccounts,
  noEvents,
  readRegister,
  serialOfDay,
} from "../../src/sheet";
import type { SheetRow } from "../../src/sync";

export const settings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };

const header = ["Asset", "Description", "Class", "In service", "Cost", "Salvage", "Life (months)", "Method"];

/** Three assets in service since January 2026: 1,000.00 over 3 months, 600.00 over 6, 90.00 over 2. */
export const threeAssets: Matrix = [
  header,
  ["A-1", "Forklift", "Machinery", "2026-01-01", 1000, 0, 3, "SL"],
  ["A-2", "Van", "Vehicles", "2026-01-01", 600, 0, 6, "SL"],
  ["A-3", "Printer", "Office", "2026-01-01", 90, 0, 2, "SL"],
];

/** A register from a matrix whose dates are written yyyy-mm-dd; a sheet has serial numbers there. */
export function registerFrom(matrix: Matrix): Register {
  const dated = matrix.map((cells) => cells.map((cell) => (isDate(cell) ? serialOfDay(day(cell), "1900") : cell)));
  const register = readRegister(dated, settings);
  const errors = register.findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new Error(errors.map(({ sentence }) => sentence).join(" "));
  return register;
}

/** The schedule's rows as the sheet would hand them over, from the month on, so many months long. */
export function rowsOf(register: Register, from: string, to: string, accounts: Accounts = noAccounts): SheetRow[] {
  const { lines } = buildSchedule(register, accounts, noEvents, month(from), month(to));
  return lines.map((line, index) => ({ ...line, row: index + 1 }));
}

function isDate(cell: Cell): cell is string {
  return typeof cell === "string" && /^\d{4}-\d\d-\d\d$/.test(cell);
}

/** The item at the place, which must be there. */
export function nth<T>(items: readonly T[], place: number): T {
  const item = items[place];
  if (item === undefined) throw new Error(`There is no item ${place}.`);
  return item;
}

export function day(text: string): Day {
  const read = dayFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

export function month(text: string): Month {
  const read = monthFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}
