import type { AssetTerms } from "../asset";
import { hasClosedForm } from "../policy/of-terms";
import type { Result } from "../result";
import type { AssetBook } from "./book";
import { plainBook } from "./plain-book";
import { walkedBook } from "./walked-book";

export type { AssetBook, Balances, Movement, MovementKind } from "./book";

/** The books of an asset with dates. Problems: those of its schedule and its events, and needs-start. */
export function bookOf(terms: AssetTerms): Result<AssetBook> {
  return hasClosedForm(terms) ? plainBook(terms) : walkedBook(terms);
}
