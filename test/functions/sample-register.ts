/** A register small enough to be worked by hand, as the formulas of a register get it. Dates are Excel's serials. */
import { dayFromText } from "../../src/engine";
import { serialOfDay } from "../../src/sheet";
import { cell, type Shown } from "./bundle";

export function serial(date: string): number {
  const day = dayFromText(date);
  if (!day.ok) throw new Error(`${date} is no date.`);
  return serialOfDay(day.value, "1900");
}

export const headers = ["Asset", "Class", "In service", "Cost", "Salvage", "Life (years)", "Method", "Cost centre"];

/**
 * Van: (7,200 - 1,200) / 5 / 12 = 100 a month. Lathe: double declining over 5 years, 10,000 x 40 % = 4,000 in 2025 and
 * 6,000 x 40 % = 2,400 in 2026, 200 a month. Plot: no depreciation.
 */
export const van = ["V-1", "Vehicles", serial("2026-01-15"), 7200, 1200, 5, "SL", "200"];
export const lathe = ["M-1", "Machinery", serial("2025-01-01"), 10_000, 1_000, 5, "DB", "300"];
export const plot = ["L-1", "Land", serial("2020-05-02"), 50_000, null, null, "NONE", null];

export const register = [headers, van, lathe, plot];

export type Rows = readonly (readonly unknown[])[];

/** The rows of an answer, or a failure of the test that says what the cell shows instead. */
export function rows(shown: Shown): Rows {
  if (!Array.isArray(shown)) throw new Error(JSON.stringify(shown));
  return shown as Rows;
}

export function charges(argued: Readonly<Record<string, unknown>> = {}): Shown {
  const { register: given = register, from = "2026-01-01", to = "2026-03-31" } = argued;
  return cell("DEPR.CHARGES", given, from, to, argued["frequency"], argued["options"], argued["events"]);
}

export function rollForward(argued: Readonly<Record<string, unknown>> = {}): Shown {
  const { register: given = register, from = "2026-01-01", to = "2026-12-31" } = argued;
  return cell("DEPR.ROLLFORWARD", given, from, to, argued["by"], argued["options"], argued["events"]);
}

export function journal(argued: Readonly<Record<string, unknown>> = {}): Shown {
  const { register: given = register, period = "2026-01" } = argued;
  return cell("DEPR.JOURNAL", given, period, argued["accounts"], argued["options"], argued["events"]);
}

export function check(argued: Readonly<Record<string, unknown>> = {}): Shown {
  const { register: given = register } = argued;
  return cell("DEPR.CHECK", given, argued["policy"], argued["options"], argued["events"]);
}
