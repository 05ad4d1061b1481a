import type { Result } from "../engine";
import { fail, ok } from "../engine";
import { bare } from "./header";

/** The kinds of change of an asset's book value that a schedule row can post. */
export type UpdateType = "DEPRECIATION" | "IMPROVEMENT" | "IMPAIRMENT" | "REVALUATION_UP" | "REVALUATION_DOWN";

export interface UpdateTypeEntry {
  readonly word: UpdateType;
  readonly label: string;
  /** Amounts in the sheet are positive; the type says whether they add to the book value or take from it. */
  readonly sign: 1 | -1;
  /** Whether the row stands for a whole period, and so must be dated by the last day of a month. */
  readonly atMonthEnd: boolean;
}

export const updateTypes: readonly UpdateTypeEntry[] = [
  { word: "DEPRECIATION", label: "Depreciation", sign: -1, atMonthEnd: true },
  { word: "IMPROVEMENT", label: "Improvement", sign: 1, atMonthEnd: false },
  { word: "IMPAIRMENT", label: "Impairment", sign: -1, atMonthEnd: false },
  { word: "REVALUATION_UP", label: "Revaluation up", sign: 1, atMonthEnd: false },
  { word: "REVALUATION_DOWN", label: "Revaluation down", sign: -1, atMonthEnd: false },
];

/** Finds a type by its word or label; only letters and digits count. Problem: unknown-word. */
export function updateTypeNamed(text: string): Result<UpdateTypeEntry> {
  const found = updateTypes.find(({ word, label }) => [word, label].some((known) => bare(known) === bare(text)));
  if (found !== undefined) return ok(found);
  return fail({ code: "unknown-word", what: "type", given: text, known: updateTypes.map(({ word }) => word) });
}
