/** Reads one argument each: its value, nothing where it is left out, or the error of the cell. */
import { fail, ok, type Day, type Result } from "../src/engine";
import { dayFromCell } from "../src/sheet/cell-day";
import { numberFromCell } from "../src/sheet/cell-number";
import type { DateSystem } from "../src/sheet/serial";
import { isBlank, orCellError, plain } from "./cell";

/** The optional members of T become members that may be absent, which is not the same as being there and undefined. */
type Given<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** The terms without those that were left out, as the engine wants them. */
export function given<T extends object>(terms: T): Given<T> {
  return Object.fromEntries(Object.entries(terms).filter(([, value]) => value !== undefined)) as Given<T>;
}

export function numberGiven(value: unknown, what: string): number {
  return orCellError(numberFromCell(plain(value), what));
}

export function numberIfGiven(value: unknown, what: string): number | undefined {
  return isBlank(value) ? undefined : numberGiven(value, what);
}

/** A whole number from `least` to `most`. */
export function wholeNumberIfGiven(value: unknown, what: string, least: number, most: number): number | undefined {
  const number = numberIfGiven(value, what);
  return number === undefined ? undefined : orCellError(wholeWithin(number, what, least, most));
}

export function dayIfGiven(value: unknown, what: string, system: DateSystem): Day | undefined {
  return isBlank(value) ? undefined : orCellError(dayFromCell(plain(value), what, system));
}

export function truthIfGiven(value: unknown, what: string): boolean | undefined {
  return isBlank(value) ? undefined : orCellError(truthFromCell(plain(value), what));
}

/** The entry that the word names in one of the engine's lists. */
export function entryIfGiven<T>(value: unknown, named: (word: string) => Result<T>): T | undefined {
  return isBlank(value) ? undefined : orCellError(named(String(plain(value))));
}

function wholeWithin(given: number, what: string, least: number, most: number): Result<number> {
  if (!Number.isInteger(given)) return fail({ code: "not-whole", what, given });
  return given < least || given > most ? fail({ code: "out-of-range", what, given, least, most }) : ok(given);
}

// A number counts as Excel's own IF counts it: 0 is false, any other is true.
function truthFromCell(value: unknown, what: string): Result<boolean> {
  if (typeof value === "boolean") return ok(value);
  const text = String(value).trim();
  if (/^(true|false)$/i.test(text)) return ok(text.toLowerCase() === "true");
  const number = numberFromCell(value, what);
  return number.ok ? ok(number.value !== 0) : fail({ code: "not-true-or-false", what, given: text });
}
