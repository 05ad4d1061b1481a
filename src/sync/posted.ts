import type { PostedUpdate } from "../connectors";
import { type Month, monthOf } from "../engine";
import { bookOfKey } from "./key";

/** What the ledger holds, as a plan looks it up. */
export interface Charges {
  /** The posting under a key, in this book or any other. */
  under(key: string): PostedUpdate | undefined;
  /** Depreciation of an asset in a month, of this book or of no known book, under whatever key. */
  depreciation(ledgerId: string, month: Month): readonly PostedUpdate[];
}

export function chargesIn(updates: readonly PostedUpdate[], book: string): Charges {
  const byKey = new Map<string, PostedUpdate>();
  const byMonth = new Map<string, PostedUpdate[]>();
  for (const update of updates) {
    if (update.key !== undefined && (byKey.get(update.key)?.archived ?? true)) byKey.set(update.key, update);
    if (countsFor(update, book)) add(byMonth, nameOf(update.ledgerId, monthOf(update.date)), update);
  }
  return {
    under: (key) => byKey.get(key),
    depreciation: (ledgerId, month) => byMonth.get(nameOf(ledgerId, month)) ?? [],
  };
}

/** A posting that names no book may be of any: it counts, for charging a month twice is worse than asking. */
function countsFor(update: PostedUpdate, book: string): boolean {
  if (update.archived || update.type !== "DEPRECIATION") return false;
  const theirs = update.book ?? (update.key === undefined ? undefined : bookOfKey(update.key));
  return theirs === undefined || theirs === book;
}

function nameOf(ledgerId: string, month: Month): string {
  return `${ledgerId.toLowerCase()} ${month}`;
}

function add(groups: Map<string, PostedUpdate[]>, name: string, update: PostedUpdate): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [update]);
  else group.push(update);
}
