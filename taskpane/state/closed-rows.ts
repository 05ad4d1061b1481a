import type { Day } from "../../src/engine";
import type { Outcome } from "../../src/sync";

/** Rows whose periods are closed, and the first day that is open for all of them. */
export interface ClosedRows {
  readonly keys: ReadonlySet<string>;
  readonly firstOpen: Day;
}

/** The rows that were refused because their period is closed; undefined where there are none. */
export function closedIn(outcomes: readonly Outcome[]): ClosedRows | undefined {
  const closed = outcomes.flatMap(({ key, firstOpen }) => (firstOpen === undefined ? [] : [{ key, firstOpen }]));
  if (closed.length === 0) return undefined;
  const firstOpen = Math.max(...closed.map((one) => one.firstOpen)) as Day;
  return { keys: new Set(closed.map(({ key }) => key)), firstOpen };
}
