import { dayFromText, fail, type Day, type Result } from "../engine";
import { looksLikeNumber, numberFromCell } from "./cell-number";
import { dayFromSerial, type DateSystem } from "./serial";

/**
 * The day of a cell: a date cell's serial number, the same number as text, or text as yyyy-mm-dd.
 * Problems, naming `what`: missing for a blank, not-a-date for anything else.
 */
export function dayFromCell(value: unknown, what: string, system: DateSystem): Result<Day> {
  if (typeof value === "string" && value.trim() !== "" && !looksLikeNumber(value)) return dayFromText(value, what);
  const serial = numberFromCell(value, what);
  if (serial.ok) return dayFromSerial(serial.value, system, what);
  // A cell that is neither number nor blank is no date; that it is no number either would be the wrong advice.
  return serial.problem.code === "not-a-number" ? fail({ ...serial.problem, code: "not-a-date" }) : serial;
}
