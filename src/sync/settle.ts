import type { JournalRecord, JournalState } from "./journal";
import { type Outcome, postAgain } from "./outcomes";
import type { End } from "./send";
import type { RowEvent } from "./states";
import { after } from "./states";
import type { Sending } from "./write-ahead";

const events: Readonly<Record<End["kind"], RowEvent>> = {
  posted: "confirmed",
  refused: "refused",
  conflict: "differs",
  unknown: "no-answer",
  left: "not-sent",
};

/** The journal's record after a sending has ended. The state is the state table's, never decided here. */
export function recordOfEnd(record: JournalRecord, end: End, now: number): JournalRecord {
  const state = after("SENDING", events[end.kind]) as JournalState;
  const settled = { ...record, state, settledAt: now };
  switch (end.kind) {
    case "posted": {
      const { posted, answeredAt } = end;
      return { ...settled, ledgerRef: posted.id, ...(answeredAt === undefined ? {} : { answeredAt }) };
    }
    case "refused":
    case "conflict":
      return { ...settled, sentence: end.refusal.sentence };
    case "unknown":
      return { ...settled, lastSentAt: now, sentence: sentenceOf(end.refusal.sentence) };
    case "left":
      return settled;
  }
}

/** What became of the row; undefined for one that was left ready. */
export function outcomeOfEnd({ step, charge }: Sending, end: End, now: number): Outcome | undefined {
  const which = { key: charge.key, row: step.row.row };
  switch (end.kind) {
    case "posted":
      return {
        ...which,
        word: end.isOurs ? "Posted" : "Already there",
        sentence: "",
        ledgerRef: end.posted.id,
        amount: end.posted.amount,
        ...(end.isOurs ? { postedAt: end.answeredAt ?? new Date(now).toISOString() } : {}),
      };
    case "refused":
    case "conflict":
      return { ...which, word: "Refused", sentence: end.refusal.sentence };
    case "unknown":
      return { ...which, word: "Unknown", sentence: sentenceOf(end.refusal.sentence) };
    case "left":
      return undefined;
  }
}

function sentenceOf(theirs: string): string {
  return theirs.endsWith(postAgain) ? theirs : `${theirs} ${postAgain}`;
}
