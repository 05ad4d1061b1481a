import type { PostedUpdate, Refusal } from "../connectors";
import type { JournalRecord, JournalState } from "./journal";
import { type Outcome, postAgain } from "./outcomes";
import type { End } from "./send";
import type { RowEvent } from "./states";
import { after } from "./states";
import type { Sending } from "./sendings";

const events: Readonly<Record<End<unknown>["kind"], RowEvent>> = {
  done: "confirmed",
  refused: "refused",
  locked: "period-closed",
  conflict: "differs",
  twice: "there-twice",
  unknown: "no-answer",
  left: "not-sent",
};

/** The journal's record after a sending has ended. The state is the state table's, never decided here. */
export function recordOfEnd(
  record: JournalRecord,
  end: End<{ readonly id: string }>,
  now: number,
  advice = postAgain,
): JournalRecord {
  const state = after("SENDING", events[end.kind]) as JournalState;
  const settled = { ...record, state, settledAt: now };
  switch (end.kind) {
    case "done": {
      const { done, answeredAt } = end;
      return { ...settled, ledgerRef: done.id, ...(answeredAt === undefined ? {} : { answeredAt }) };
    }
    case "refused":
    case "locked":
    case "conflict":
    case "twice":
      return { ...settled, sentence: end.refusal.sentence };
    case "unknown":
      return { ...settled, lastSentAt: now, sentence: unknownText(end.refusal, advice) };
    case "left":
      return settled;
  }
}

/** What became of the row; undefined for one that was left ready. */
export function outcomeOfEnd({ step, charge }: Sending, end: End<PostedUpdate>, now: number): Outcome | undefined {
  const which = { key: charge.key, row: step.row.row };
  switch (end.kind) {
    case "done":
      return {
        ...which,
        word: end.isOurs ? "Posted" : "Already there",
        sentence: "",
        ledgerRef: end.done.id,
        amount: end.done.amount,
        ...(end.isOurs ? { postedAt: end.answeredAt ?? new Date(now).toISOString() } : {}),
      };
    case "refused":
    case "locked":
    case "conflict":
    case "twice":
      return { ...which, word: "Refused", ...refusalIn(end.refusal) };
    case "unknown":
      return { ...which, word: "Unknown", sentence: unknownText(end.refusal, postAgain) };
    case "left":
      return undefined;
  }
}

/** What a refusal says, with the first open day where a closed period was the reason. */
export function refusalIn({ sentence, firstOpen }: Refusal): Pick<Outcome, "sentence" | "firstOpen"> {
  return { sentence, ...(firstOpen === undefined ? {} : { firstOpen }) };
}

/** What is said of a row whose outcome is not known, with what to do about it, said once. */
export function unknownText({ sentence }: Refusal, advice: string): string {
  return sentence.endsWith(advice) ? sentence : `${sentence} ${advice}`;
}
