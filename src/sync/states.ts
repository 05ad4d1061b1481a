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
  | "DUPLICATE"
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
  | "there-twice"
  | "edited"
  | "reversed"
  | "revised";

type Moves = Readonly<Partial<Record<RowEvent, RowState>>>;

/**
 * Every move there is. UNKNOWN leaves only by an answer about the ledger (confirmed, refused, there, not-there): time
 * alone never settles it. POSTED goes back to READY only where the ledger no longer holds it: an edit makes it CHANGED, and a
 * reversal frees the row, whose next revision is then READY. DUPLICATE is a row that the ledger holds more than once.
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
    "there-twice": "DUPLICATE",
    refused: "REJECTED",
    "period-closed": "LOCKED",
    "no-answer": "UNKNOWN",
    "not-sent": "READY",
  },
  UNKNOWN: {
    journaled: "SENDING",
    there: "POSTED",
    "not-there": "READY",
    differs: "CONFLICT",
    "there-twice": "DUPLICATE",
  },
  REJECTED: { edited: "DRAFT", queued: "QUEUED", there: "POSTED" },
  LOCKED: { edited: "DRAFT", queued: "QUEUED", there: "POSTED" },
  CONFLICT: { there: "POSTED", "not-there": "READY", reversed: "REVERSED" },
  DUPLICATE: { there: "POSTED", reversed: "REVERSED" },
  POSTED: { edited: "CHANGED", reversed: "REVERSED", "not-there": "READY", "there-twice": "DUPLICATE" },
  CHANGED: { edited: "CHANGED", there: "POSTED", reversed: "REVERSED" },
  REVERSED: { revised: "READY" },
};

/** The state after the event; undefined where the table has no such move. */
export function after(state: RowState, event: RowEvent): RowState | undefined {
  return moves[state][event];
}
