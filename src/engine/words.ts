import { fail, ok, type Result } from "./result";

/** Anything that a cell names by a word. `aliases` are other words for exactly the same thing. */
export interface Named {
  readonly word: string;
  readonly aliases: readonly string[];
  /** The name in full, for menus. */
  readonly label: string;
}

/** Words that we know, but that are not built yet: refused with that sentence, never taken for something else. */
export type Later = readonly (readonly string[])[];

/**
 * Finds an entry by its word or an alias; case, spaces, hyphens and underscores do not count.
 * Problems: not-yet, unknown-word (which lists the known words).
 */
export function named<T extends Named>(what: string, entries: readonly T[], later: Later, text: string): Result<T> {
  const wanted = bare(text);
  const found = entries.find((entry) => [entry.word, ...entry.aliases].some((word) => bare(word) === wanted));
  if (found !== undefined) return ok(found);
  const known = later.flat().some((word) => bare(word) === wanted);
  if (known) return fail({ code: "not-yet", what, given: text });
  return fail({ code: "unknown-word", what, given: text, known: entries.map((entry) => entry.word) });
}

function bare(text: string): string {
  return text.replace(/[\s_-]/g, "").toLowerCase();
}
