import type { PostedUpdate } from "../connectors";
import { type Day, type Decimals, cents } from "../engine";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import { reversalKey } from "./key";
import type { Plan, RowStep, Total } from "./steps";

/** A posting of the ledger that is to be taken back, with the row that stands for it. */
export interface Reverse {
  readonly row: IdentifiedRow;
  readonly posted: PostedUpdate;
  /** Its own, in the journal. */
  readonly key: string;
  readonly date: Day;
  readonly memo: string;
  /** Set where an earlier request has no known outcome: its bytes are sent again. */
  readonly unsettled?: JournalRecord;
}

/** What a run of reversals will do. The preview shows it, and the run carries it out. */
export interface ReversalPlan {
  readonly scope: string;
  readonly decimals: Decimals;
  readonly steps: readonly Reverse[];
  /** Of what the ledger holds, and takes back. */
  readonly total: Total;
  /** The first day that the reversals may have; undefined where each has the day of its charge. */
  readonly from: Day | undefined;
}

/** The rows that the ledger holds, as they are in the sheet or changed since: those that can be reversed. */
export function reversible(plan: Plan): readonly (RowStep & { readonly posted: PostedUpdate })[] {
  return plan.rows.filter((step) => "posted" in step);
}

/**
 * Plans the reversal of rows that the ledger holds, the latest first, for what is below rests on what came before. Each has
 * the day of its charge, or `from` where its own lies before that: the first open day, where the books are closed.
 */
export function planReversal(
  plan: Plan,
  keys: ReadonlySet<string>,
  journal: ReadonlyMap<string, JournalRecord>,
  from?: Day,
): ReversalPlan {
  const steps = reversible(plan)
    .filter(({ row }) => keys.has(row.key))
    .map(({ row, posted }) => reverseOf(row, posted, journal, from))
    .sort((one, other) => other.posted.date - one.posted.date || other.row.row - one.row.row);
  const amount = cents(steps.reduce((sum, { posted }) => sum + posted.amount, 0));
  return { scope: plan.scope, decimals: plan.decimals, steps, total: { count: steps.length, amount }, from };
}

function reverseOf(
  row: IdentifiedRow,
  posted: PostedUpdate,
  journal: ReadonlyMap<string, JournalRecord>,
  from: Day | undefined,
): Reverse {
  // What came through another door bears no key; the ledger's own id is as lasting.
  const key = reversalKey(posted.key ?? posted.id);
  const record = journal.get(key);
  const isOpen = record?.state === "UNKNOWN" || record?.state === "SENDING";
  const date = from === undefined || from < posted.date ? posted.date : from;
  const memo = `Reversal: ${posted.memo ?? row.line.memo}`;
  return { row, posted, key, date, memo, ...(isOpen ? { unsettled: record } : {}) };
}
