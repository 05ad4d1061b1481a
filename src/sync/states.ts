/** Where a row of the schedule stands between the sheet and the ledger. */
export type RowState =
  | "DRAFT"
  | "INVALID"
  | "READY"
  | "QUEUED"
  | "SENDING"
  | "POSTED"
  | "REJECTED"
  | "UNKNOWN"
  | "CONFLICT"
  | "LOCKED"
  | "CHANGED"
  | "REVERSED"
  | "SKIPPED";

/** What happens to a row. */
export type RowEvent =
  | "found-wrong"
  | "found-right"
  | "found-zero"
  | "queued"
  | "journaled"
  | "not-sent"
  | "confirmed"
  | "differs"
  | "refused"
  | "period-closed"
  | "no-answer"
  | "there"
  | "not-there"
  | "edited"
  | "reversed"
  | "revised";

type Moves = Readonly<Partial<Record<RowEvent, RowState>>>;

/**
 * Every move there is. UNKNOWN leaves only by an answer about the ledger (confirmed, refused, there, not-there): time
 * alone never settles it. POSTED never goes back to READY: an edit makes it CHANGED, and only a reversal frees the row.
 */
export const moves: Readonly<Record<RowState, Moves>> = {
  DRAFT: { "found-wrong": "INVALID", "found-right": "READY", "found-zero": "SKIPPED", there: "POSTED" },
  INVALID: { edited: "DRAFT" },
  SKIPPED: { edited: "DRAFT" },
  READY: { queued: "QUEUED", edited: "DRAFT", there: "POSTED" },
  QUEUED: { journaled: "SENDING", "not-sent": "READY" },
  SENDING: {
    confirmed: "POSTED",
    differs: "CONFLICT",
    refused: "REJECTED",
    "period-closed": "LOCKED",
    "no-answer": "UNKNOWN",
    "not-sent": "READY",
  },
  UNKNOWN: { journaled: "SENDING", there: "POSTED", "not-there": "READY", differs: "CONFLICT" },
  REJECTED: { edited: "DRAFT", queued: "QUEUED", there: "POSTED" },
  LOCKED: { edited: "DRAFT", queued: "QUEUED", there: "POSTED" },
  CONFLICT: { there: "POSTED", "not-there": "READY", reversed: "REVERSED" },
  POSTED: { edited: "CHANGED", reversed: "REVERSED", "not-there": "READY" },
  CHANGED: { edited: "CHANGED", there: "POSTED", reversed: "REVERSED" },
  REVERSED: { revised: "READY" },
};

/** The state after the event; undefined where the table has no such move. */
export function after(state: RowState, event: RowEvent): RowState | undefined {
  return moves[state][event];
}
