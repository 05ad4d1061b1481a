import { cell, type Shown } from "./bundle";

export const headers = ["Period", "Opening value", "Depreciation", "Accumulated", "Book value"];

/** DEPR.SCHEDULE by the names of its arguments. */
export function schedule(argued: Readonly<Record<string, unknown>>): Shown {
  const names = ["cost", "salvage", "life", "method", "start", "frequency", "convention", "options", "events"];
  const { cost = 10000, salvage = 1000, life = 5, ...others } = argued;
  const all: Readonly<Record<string, unknown>> = { cost, salvage, life, ...others };
  return cell("DEPR.SCHEDULE", ...names.map((name) => all[name]));
}

export function column(shown: Shown, index: number): readonly unknown[] {
  if (!Array.isArray(shown)) throw new Error(`Expected a schedule, but the cell shows ${JSON.stringify(shown)}.`);
  return (shown as readonly (readonly unknown[])[]).slice(1).map((row) => row[index]);
}

export const periods = (shown: Shown): readonly unknown[] => column(shown, 0);
export const charges = (shown: Shown): readonly unknown[] => column(shown, 2);
