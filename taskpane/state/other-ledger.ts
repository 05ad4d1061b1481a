import { scopeOf } from "../../src/sync";
import { bookNow, bookState } from "./book";
import { activeConnection, connections } from "./connections";

const listeners = new Set<() => void>();
let last: string | undefined;

/**
 * Calls `forget` whenever another ledger or another book is put in use: what one ledger said, or said of one book, must
 * not be shown as if it were another's.
 */
export function onOtherLedger(forget: () => void): void {
  if (last === undefined) {
    last = scope();
    connections.subscribe(compare);
    bookState.subscribe(compare);
  }
  listeners.add(forget);
}

function compare(): void {
  const now = scope();
  if (now === last) return;
  last = now;
  for (const forget of listeners) forget();
}

function scope(): string {
  const active = activeConnection(connections.get());
  return JSON.stringify([active === undefined ? "" : scopeOf(active.connection), bookNow()]);
}
