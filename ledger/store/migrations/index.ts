import { books } from "./001-books";
import { closingAndKeys } from "./002-closing-and-keys";
import { rules } from "./003-rules";
import { reversals } from "./004-reversals";
import { settledCharges } from "./005-settled-charges";

/** A step from one shape of the tables to the next. Once released it is never edited; a later change is a new step. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * In the order in which they are applied. A database that lacks one in the middle gets that one alone, so each rests only
 * on those that were released before it.
 */
export const migrations: readonly Migration[] = [books, closingAndKeys, rules, reversals, settledCharges];
