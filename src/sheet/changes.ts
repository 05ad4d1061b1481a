import type { Result } from "../engine";
import { fail, ok } from "../engine";
import { bare } from "./header";

/** Why a charge is not what the terms of the day gave: the words that accountants tell apart. */
export type ChangeWord = "ESTIMATE" | "ERROR";

export interface Change {
  readonly word: ChangeWord;
  readonly label: string;
  /** In a memo, after the charge that it explains. */
  readonly inMemo: string;
  /** Where the difference to posted months goes: over the months that are left, or into the first open one at once. */
  readonly goes: "forward" | "at-once";
}

/** IAS 8 and ASC 250 treat the two apart: an estimate that changed concerns the future, an error is put right. */
export const changes: readonly Change[] = [
  { word: "ESTIMATE", label: "Change in estimate", inMemo: "change in estimate", goes: "forward" },
  { word: "ERROR", label: "Correction of an error", inMemo: "correction of an error", goes: "at-once" },
];

/** Finds a change by its word or label; only letters and digits count. Problem: unknown-word. */
export function changeNamed(text: string): Result<Change> {
  const found = changes.find(({ word, label }) => [word, label].some((known) => bare(known) === bare(text)));
  if (found !== undefined) return ok(found);
  return fail({ code: "unknown-word", what: "change", given: text, known: changes.map(({ word }) => word) });
}
