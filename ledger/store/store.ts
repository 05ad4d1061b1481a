/** What a row of an answer may hold: whole numbers, text, truth. Dates and times come as text, never as a Date. */
export type Column = string | number | boolean | null;

/** Something that runs SQL: the store itself, or one transaction of it. */
export interface Session {
  /** Runs one statement with $1, $2 … and gives its rows; R is the caller's word for what the statement selects. */
  query<R>(sql: string, params?: readonly Column[]): Promise<readonly R[]>;
}

/** The ledger's database: embedded or a server, the same SQL on both. */
export interface Store extends Session {
  /**
   * Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. It may be run again from the start
   * when the database asks for that (a serialization failure), so it must have no effect outside its session.
   */
  transaction<T>(work: (session: Session) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
