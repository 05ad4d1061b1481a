import { books } from "./001-books";

/** A step from one shape of the tables to the next. Once released it is never edited; a later change is a new step. */
export interface Migration {
  readonly name: string;
  readonly statements: readonly string[];
}

/** In the order in which they are applied. */
export const migrations: readonly Migration[] = [books];
