import { assert } from "./assert";
import { fail, ok, type Result } from "./result";

declare const dayBrand: unique symbol;
declare const monthBrand: unique symbol;

/** Whole days since 1970-01-01 in the Gregorian calendar, without time or time zone. */
export type Day = number & { readonly [dayBrand]: "day" };

/** Whole months: year * 12 + (month - 1). */
export type Month = number & { readonly [monthBrand]: "month" };

/**
 * A day of the calendar from 1900-03-01, before which Excel's own calendar is wrong, to 9999-12-31.
 * Problem: not-a-date, naming `what`.
 */
export function dayOf(year: number, month: number, dayOfMonth: number, what = "date"): Result<Day> {
  const given = `${year}-${month}-${dayOfMonth}`;
  const whole = [year, month, dayOfMonth].every(Number.isInteger);
  if (!whole || year < 1900 || year > 9999 || month < 1 || month > 12) return fail({ code: "not-a-date", what, given });
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return fail({ code: "not-a-date", what, given });
  const day = daysFromCivil(year, month, dayOfMonth);
  return day < earliest ? fail({ code: "not-a-date", what, given }) : ok(day as Day);
}

/** A day written yyyy-mm-dd, and no other way. Problem: not-a-date, naming `what`. */
export function dayFromText(text: string, what = "date"): Result<Day> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text.trim());
  if (parts === null) return fail({ code: "not-a-date", what, given: text });
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]), what);
  return day.ok ? day : fail({ code: "not-a-date", what, given: text });
}

/** The day as yyyy-mm-dd. */
export function dayText(day: Day): string {
  const { year, month, dayOfMonth } = civilFromDays(day);
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`;
}

export function monthOf(day: Day): Month {
  const { year, month } = civilFromDays(day);
  return (year * 12 + month - 1) as Month;
}

/** 1 to 31. */
export function dayOfMonth(day: Day): number {
  return civilFromDays(day).dayOfMonth;
}

/** The same day of the month so many months on, or the last day of that month where it is shorter. */
export function monthsLater(day: Day, months: number): Day {
  const month = addMonths(monthOf(day), months);
  const sameDay = (firstDay(month) + dayOfMonth(day) - 1) as Day;
  return sameDay > lastDay(month) ? lastDay(month) : sameDay;
}

export function firstDay(month: Month): Day {
  return daysFromCivil(Math.floor(month / 12), (month % 12) + 1, 1) as Day;
}

export function lastDay(month: Month): Day {
  return (firstDay(addMonths(month, 1)) - 1) as Day;
}

export function addMonths(month: Month, count: number): Month {
  assert(Number.isInteger(count), "months are added whole");
  return (month + count) as Month;
}

/** The month as yyyy-mm. */
export function monthText(month: Month): string {
  return `${digits(Math.floor(month / 12), 4)}-${digits((month % 12) + 1, 2)}`;
}

/** A month written yyyy-mm, from 1900-03 to 9999-12. Problem: not-a-month, naming `what`. */
export function monthFromText(text: string, what = "month"): Result<Month> {
  const first = /^\d{4}-\d{2}$/.test(text.trim()) ? dayFromText(`${text.trim()}-01`) : undefined;
  return first?.ok === true ? ok(monthOf(first.value)) : fail({ code: "not-a-month", what, given: text });
}

/** Whether it is a whole day from 1900-03-01 to 9999-12-31. */
export function isDay(day: number): day is Day {
  return Number.isInteger(day) && day >= earliest && day <= latest;
}

// 1900-03-01 and 9999-12-31.
const earliest = -25_508;
const latest = 2_932_896;

/** The last month that a date in Excel can fall in, December 9999. */
export const lastMonth = (9999 * 12 + 11) as Month;

function digits(number: number, width: number): string {
  return String(number).padStart(width, "0");
}

function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : daysFromCivil(year, month + 1, 1) - daysFromCivil(year, month, 1);
}

// Both directions count in years that begin on 1 March, so that a leap day is the last day of its year
// (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
const daysFromMarch0000ToEpoch = 719_468;
const daysIn400Years = 146_097;

function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const marchYear = month > 2 ? year : year - 1;
  const dayOfYear = (((153 * ((month + 9) % 12) + 2) / 5) | 0) + dayOfMonth - 1;
  const leapDays = Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400);
  return marchYear * 365 + leapDays + dayOfYear - daysFromMarch0000ToEpoch;
}

// Within an era every number is a small one and none is negative, so that `| 0` cuts off as Math.floor does, without
// leaving whole numbers: registers ask this of every asset.
function civilFromDays(day: number): { year: number; month: number; dayOfMonth: number } {
  const since = day + daysFromMarch0000ToEpoch;
  const era = Math.floor(since / daysIn400Years);
  const dayOfEra = (since - era * daysIn400Years) | 0;
  const leapDays = ((dayOfEra / 1460) | 0) - ((dayOfEra / 36_524) | 0) + ((dayOfEra / 146_096) | 0);
  const yearOfEra = ((dayOfEra - leapDays) / 365) | 0;
  const dayOfYear = dayOfEra - 365 * yearOfEra - ((yearOfEra / 4) | 0) + ((yearOfEra / 100) | 0);
  const marchMonth = ((5 * dayOfYear + 2) / 153) | 0;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, dayOfMonth: dayOfYear - (((153 * marchMonth + 2) / 5) | 0) + 1 };
}
