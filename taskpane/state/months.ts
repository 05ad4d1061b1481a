import { addMonths, monthFromText, monthOf, monthText, type Month, type Result } from "../../src/engine";
import { dayOf } from "../../src/engine";
import type { Register } from "../../src/sheet";

/** The months a person typed, and what is wrong with them. */
export interface MonthRange {
  readonly from: Result<Month>;
  readonly to: Result<Month>;
}

export function monthRange(from: string, to: string): MonthRange {
  return { from: monthFromText(from, "From"), to: monthFromText(to, "To") };
}

/** The month after or before a typed one; text that is no month stays as it is. */
export function steppedMonth(text: string, months: number): string {
  const month = monthFromText(text);
  return month.ok ? monthText(addMonths(month.value, months)) : text;
}

/** The month of today on this computer's calendar. */
export function thisMonth(): { readonly year: number; readonly month: number } {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1 };
}

/**
 * The month that people most likely want to close: the one before `today`, or the nearest one that the register's
 * assets are in service in.
 * @param today year, and month from 1 to 12
 */
export function likelyMonth(register: Register, today: { readonly year: number; readonly month: number }): string {
  const first = dayOf(today.year, today.month, 1);
  if (!first.ok) return "";
  const last = addMonths(monthOf(first.value), -1);
  const starts = register.assets.map(({ inService }) => monthOf(inService));
  const earliest = starts.reduce((least, start) => Math.min(least, start), Infinity);
  return monthText(Number.isFinite(earliest) && last < earliest ? (earliest as Month) : last);
}
