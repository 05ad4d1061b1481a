import { dayFromText, firstDay, monthOf } from "../../src/engine";
import type { Month } from "../../src/engine";

/** True for a day of the calendar written yyyy-mm-dd, from 1900-03-01 to 9999-12-31. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && dayFromText(text).ok;
}

/** The month that begins on this day, or undefined for any other day. */
export function monthBeginning(text: string): Month | undefined {
  const day = dayFromText(text);
  if (!day.ok) return undefined;
  const month = monthOf(day.value);
  return firstDay(month) === day.value ? month : undefined;
}

/** True for a point in time as isoTime writes it. */
export function isPointInTime(text: string): boolean {
  return isDay(text.slice(0, 10)) && /^T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{6}Z$/.test(text.slice(10));
}

/** SQL that gives a point in time as ISO 8601 in UTC, whatever time zone the session of the database is in. */
export function isoTime(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
