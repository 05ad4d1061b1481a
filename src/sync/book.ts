import type { Result } from "../engine";
import { fail, ok } from "../engine";

/** The book of whoever keeps one only. */
export const usualBook = "GAAP";

/** Books that have a name everywhere; any other name is a scenario of one's own. */
export const namedBooks: readonly string[] = [usualBook, "TAX"];

// What a ledger takes for a name, and what an Excel sheet can still bear in its own, "Schedule (…)".
const longest = 20;
const allowed = new RegExp(String.raw`^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,${longest - 1}}$`, "u");

/** A book by the name that a person typed; a sentence says what would be one. */
export function bookNamed(typed: string): Result<string, string> {
  const name = typed.trim().normalize("NFC");
  if (!allowed.test(name)) {
    return fail(
      `The book is "${typed}", but must be 1 to ${longest} letters, digits, spaces, dots, dashes or underscores.`,
    );
  }
  return ok(namedBooks.find((known) => known === name.toUpperCase()) ?? name);
}
