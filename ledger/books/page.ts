import { isUuid } from "./asset";
import { isDay, isPointInTime } from "./calendar";
import { Refusal } from "./refusal";

/** One page of a list: what to order by is the list's own affair. */
export interface PageRequest {
  readonly limit: number;
  /** What the page before gave as its end. */
  readonly cursor?: string | undefined;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Where the next page begins; absent on the last. */
  readonly next?: string;
  readonly total: number;
}

// What a part of a cursor must be, so that nothing else reaches the database.
const cursorParts = { date: isDay, time: isPointInTime, id: isUuid } as const;

/** Writes the place after a row, as text that says nothing to whoever carries it. */
export function cursorAfter(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString("base64url");
}

/** Reads a cursor whose parts have these forms; a refusal when it is none of ours. */
export function cursorParsed(cursor: string, forms: readonly (keyof typeof cursorParts)[]): readonly string[] {
  const parts = jsonOf(Buffer.from(cursor, "base64url").toString());
  const fits =
    Array.isArray(parts) &&
    parts.length === forms.length &&
    forms.every((form, index) => typeof parts[index] === "string" && cursorParts[form](parts[index]));
  if (!fits) throw new Refusal("invalid", "The cursor is none that this list gave; begin without one.", "cursor");
  return parts as string[];
}

/** Cuts a page out of rows that were asked for with one more than the limit. */
export function pageOf<T>(rows: readonly T[], limit: number, total: number, placeOf: (row: T) => string[]): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  if (rows.length <= limit || last === undefined) return { rows: shown, total };
  return { rows: shown, total, next: cursorAfter(placeOf(last)) };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
