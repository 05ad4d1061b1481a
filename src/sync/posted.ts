import type { PostedUpdate } from "../connectors";
import { type Cents, type Day, cents } from "../engine";
import { type CoveredRange, calendarMonth, coveredRange, isOverlapping } from "../sheet";
import { bookOfKey } from "./key";

/** What the ledger holds, as a plan looks it up. */
export interface Charges {
  /** Those under a key that count, which should be one or none. */
  live(key: string): readonly PostedUpdate[];
  /** The posting under a key, in this book or any other. */
  under(key: string): PostedUpdate | undefined;
  /** Depreciation of an asset, of this book or of no known book, under whatever key. */
  depreciation(ledgerId: string): readonly PostedUpdate[];
}

export function chargesIn(updates: readonly PostedUpdate[], book: string): Charges {
  const byKey = new Map<string, PostedUpdate>();
  const live = new Map<string, PostedUpdate[]>();
  const byAsset = new Map<string, PostedUpdate[]>();
  for (const update of updates) {
    if (update.key !== undefined && (byKey.get(update.key)?.archived ?? true)) byKey.set(update.key, update);
    if (update.key !== undefined && !update.archived) add(live, update.key, update);
    if (countsFor(update, book)) add(byAsset, update.ledgerId.toLowerCase(), update);
  }
  return {
    live: (key) => live.get(key) ?? [],
    under: (key) => byKey.get(key),
    depreciation: (ledgerId) => byAsset.get(ledgerId.toLowerCase()) ?? [],
  };
}

/** The last day that a posting stands for; it may be posted later, where the books of that day are closed. */
export function endOf({ date, periodEnd = date }: PostedUpdate): Day {
  return periodEnd;
}

/** For a charge that the ledger counts more than once, with what it calls each. */
export function twiceSentence(ids: readonly string[]): string {
  const times = ids.length === 2 ? "twice" : `${ids.length} times`;
  return `The ledger holds it ${times}: ${ids.slice(0, -1).join(", ")} and ${ids.at(-1) ?? ""}. Reverse all but one there, then preview again.`;
}

/** The days that a posting stands for: those that it says, else its calendar month; none for a correction. */
export function rangeOf(posted: PostedUpdate): CoveredRange | undefined {
  const { type, periodStart, change } = posted;
  const end = endOf(posted);
  const start = periodStart === undefined || periodStart > end ? undefined : periodStart;
  // Through another door a charge may be dated by any day of its month.
  const periodEnd = start === undefined ? calendarMonth(end).last : end;
  return coveredRange({
    type,
    periodEnd,
    ...(start === undefined ? {} : { periodStart: start }),
    ...(change === undefined ? {} : { change }),
  });
}

/** Those of the postings that stand for a day of the range, by date. */
export function covering(postings: readonly PostedUpdate[], range: CoveredRange): readonly PostedUpdate[] {
  return postings
    .filter((posted) => {
      const theirs = rangeOf(posted);
      return theirs !== undefined && isOverlapping(theirs, range);
    })
    .sort((one, other) => endOf(one) - endOf(other));
}

/** What is charged for the days after the one and up to the other, whenever it was posted. */
export function sumOf(postings: readonly PostedUpdate[], after: number, upTo: Day): Cents {
  const counted = postings.filter((posted) => endOf(posted) > after && endOf(posted) <= upTo);
  return cents(counted.reduce((sum, { amount }) => sum + amount, 0));
}

/** A posting that names no book may be of any: it counts, for charging a month twice is worse than asking. */
function countsFor(update: PostedUpdate, book: string): boolean {
  if (update.archived || update.type !== "DEPRECIATION") return false;
  const theirs = update.book ?? (update.key === undefined ? undefined : bookOfKey(update.key));
  return theirs === undefined || theirs === book;
}

function add(groups: Map<string, PostedUpdate[]>, name: string, update: PostedUpdate): void {
  const group = groups.get(name);
  if (group === undefined) groups.set(name, [update]);
  else group.push(update);
}
