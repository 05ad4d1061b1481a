import { Refusal } from "../../books/refusal";
import { isDay } from "../../books/calendar";
import { shown } from "../../doors/complaint";
import { macroDays, macroWords } from "./macros";
import type { Day } from "../../../src/engine";
import type { FieldKind, FieldValue } from "../fields";
import type { Comparable, Range } from "./operators";

/** How a query compares. */
export interface Comparing {
  readonly caseSensitive: boolean;
  readonly asOf: Day;
}

/** What a field holds, ready to be compared. */
export function comparable(value: FieldValue, kind: FieldKind, { caseSensitive }: Comparing): Comparable | null {
  if (value === null) return null;
  if (kind === "whole" || kind === "decimal") return hundredths(String(value)) ?? 0n;
  return caseSensitive ? String(value) : String(value).toLowerCase();
}

/** A value of a filter, ready to be compared with a field. Refusal: it is no value of that kind. */
export function rangeOf(given: unknown, field: string, kind: FieldKind, comparing: Comparing): Range | null {
  if (given === null) return null;
  const range = ranges[kind](given, comparing);
  if (range !== undefined) return range;
  throw new Refusal("invalid", `The filter on ${field} asks for ${shown(given)}, but must ask for ${rights[kind]}.`);
}

type Reading = (given: unknown, comparing: Comparing) => Range | undefined;

const ranges: Readonly<Record<FieldKind, Reading>> = {
  text: (given, { caseSensitive }) => {
    const text = textOf(given);
    return text === undefined ? undefined : only(caseSensitive ? text : text.toLowerCase());
  },
  whole: numbers,
  decimal: numbers,
  day: (given, { asOf }) => daysOf(given, asOf),
  moment: (given, { asOf }) => {
    const days = daysOf(given, asOf);
    if (days !== undefined) return { from: `${String(days.from)}T00:00:00Z`, to: `${String(days.to)}T23:59:59Z` };
    return typeof given === "string" && moment.test(given) && isDay(given.slice(0, 10)) ? only(given) : undefined;
  },
};

const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const date = `a date such as 2026-01-31 or one of ${macroWords.join(", ")}`;

const rights: Readonly<Record<FieldKind, string>> = {
  text: "text",
  whole: "a number",
  decimal: 'a number with at most two decimals, such as "30.00"',
  day: date,
  moment: `a time such as 2026-01-31T08:00:00Z, ${date}`,
};

function textOf(given: unknown): string | undefined {
  if (typeof given === "string") return given;
  return typeof given === "number" || typeof given === "boolean" ? String(given) : undefined;
}

function numbers(given: unknown): Range | undefined {
  const value = hundredths(textOf(given) ?? "");
  return value === undefined ? undefined : only(value);
}

/** A number as whole hundredths, exact however large. */
export function hundredths(text: string): bigint | undefined {
  const parts = /^(-?)(\d{1,20})(?:\.(\d{1,2}))?$/.exec(text);
  if (parts === null) return undefined;
  const [, sign = "", units = "", decimals = ""] = parts;
  return BigInt(`${sign}${units}${decimals.padEnd(2, "0")}`);
}

function daysOf(given: unknown, asOf: Day): Range | undefined {
  if (typeof given !== "string") return undefined;
  const days = macroDays(given, asOf);
  if (days !== undefined) return { from: days[0], to: days[1] };
  return isDay(given) ? only(given) : undefined;
}

function only(value: Comparable): Range {
  return { from: value, to: value };
}
