/** A register of two assets, and the schedule that is built of it. */
import { dayText, monthFromText, type Month } from "../../src/engine";
import {
  buildSchedule,
  noAccounts,
  noEvents,
  readRegister,
  type Accounts,
  type BuiltSchedule,
  type Events,
  type Matrix,
} from "../../src/sheet";
import { usualSettings as settings } from "./worked-tables";

export const month = (text: string): Month => {
  const read = monthFromText(text);
  if (!read.ok) throw new Error(text);
  return read.value;
};

// 46037 is 2026-01-15.
export const registerCells: Matrix = [
  ["Asset", "Description", "Class", "Cost", "Salvage", "In service", "Life"],
  ["A-1", "Van", "Vehicles", 10_000, 1000, 46_037, 5],
  ["A-2", "", "Tools", 600, 0, 46_037, 1],
];
export const register = readRegister(registerCells, settings);

export function built(
  accounts: Accounts = noAccounts,
  events: Events = noEvents,
  from = "2026-01",
  to = "2026-02",
): BuiltSchedule {
  return buildSchedule(register, accounts, events, month(from), month(to));
}

export const shown = ({ lines }: Pick<BuiltSchedule, "lines">) =>
  lines.map((line) =>
    [line.asset, dayText(line.periodEnd), line.type, line.amount, line.counterAccount, line.memo].join(" | "),
  );

// 10,000 less 1,000 over five years is 1,800 a year (oanor, Depreciation Calculator API), 150 a month.
export const vanLines = [
  "A-1 | 2026-01-31 | DEPRECIATION | 15000 | DEPRECIATION | Depreciation 2026-01, Van",
  "A-1 | 2026-02-28 | DEPRECIATION | 15000 | DEPRECIATION | Depreciation 2026-02, Van",
];
export const toolLines = [
  "A-2 | 2026-01-31 | DEPRECIATION | 5000 | DEPRECIATION | Depreciation 2026-01, A-2",
  "A-2 | 2026-02-28 | DEPRECIATION | 5000 | DEPRECIATION | Depreciation 2026-02, A-2",
];
