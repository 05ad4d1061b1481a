import { fail, ok, type Day, type Result } from "../engine";

/** Which day a workbook counts from: "1900" is Excel's usual one, "1904" an option of workbooks that came from a Mac. */
export type DateSystem = "1900" | "1904";

export const dateSystems: readonly DateSystem[] = ["1900", "1904"];

// The serial of 1970-01-01, the day that the engine counts from. Excel's 1900 system counts a 29 February 1900 that
// never was (Microsoft, "Excel incorrectly assumes that the year 1900 is a leap year"), which is why 1900-03-01 is the first day.
const epoch: Readonly<Record<DateSystem, number>> = { "1900": 25_569, "1904": 24_107 };

const firstDay = 61 - epoch["1900"];
const lastDay = 2_958_465 - epoch["1900"];

/**
 * The day of a date cell's serial number; a time of day is left off.
 * Problem: not-a-date, naming `what`, for anything outside 1900-03-01 (1904-01-01 in that system) to 9999-12-31.
 */
export function dayFromSerial(serial: number, system: DateSystem, what = "date"): Result<Day> {
  const day = Math.floor(serial) - epoch[system];
  const inside = serial >= 0 && day >= firstDay && day <= lastDay;
  // The check above is what a Day promises: whole, and inside the calendar that Excel and the engine agree on.
  return inside ? ok(day as Day) : fail({ code: "not-a-date", what, given: serial });
}

/** The serial number with which a cell of the workbook shows the day. */
export function serialOfDay(day: Day, system: DateSystem): number {
  return day + epoch[system];
}
