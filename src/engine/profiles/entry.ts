import { assert } from "../assert";
import type { Named } from "../words";

/** The entry of a list by its own word, for a profile to name. */
export function entryOf<T extends Named>(entries: readonly T[], word: string): T {
  const found = entries.find((entry) => entry.word === word);
  assert(found !== undefined, `the list has "${word}"`);
  return found;
}
