import type { JournalRecord, JournalState } from "../../src/sync";

/** A record of a request that was sent, as the journal keeps it. */
export function sentRecord(key: string, state: JournalState = "SENDING"): JournalRecord {
  return {
    key,
    state,
    body: `{"k":"${key}"}`,
    fingerprint: "f",
    attempt: 1,
    batch: "b",
    firstSentAt: 1,
    lastSentAt: 2,
  };
}
