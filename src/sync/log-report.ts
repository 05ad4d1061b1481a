import type { Decimals } from "../engine";
import { type ReportRow, amountCell, headRow, reportRow, textCell } from "../sheet";
import type { JournalState } from "./journal";
import type { LogEntry } from "./journal-log";
import { isReversalKey } from "./key";

/** The columns of the log sheet; an entry is found again by the last one. */
export const logHeaders: readonly string[] = [
  "When (UTC)",
  "Who",
  "What",
  "Outcome",
  "Key",
  "Amount",
  "Ledger ref",
  "Ledger",
  "Attempt",
  "Message",
  "Entry",
];

export const logWidths: readonly number[] = [20, 18, 12, 14, 46, 14, 38, 30, 8, 60, 38];

export function logHead(): ReportRow {
  return headRow(...logHeaders);
}

/** One row for each entry whose id is not in the sheet yet, the oldest first. */
export function logRows(
  entries: readonly LogEntry[],
  inSheet: ReadonlySet<string>,
  decimals: Decimals,
): readonly ReportRow[] {
  return entries.filter(({ id }) => !inSheet.has(id)).map((entry) => rowOf(entry, decimals));
}

function rowOf(entry: LogEntry, decimals: Decimals): ReportRow {
  const { id, at, who, target, key, amount, attempt, state, ledgerRef = "", sentence = "" } = entry;
  return reportRow(
    textCell(new Date(at).toISOString().slice(0, 19).replace("T", " ")),
    textCell(who),
    textCell(whatOf(entry)),
    textCell(outcomes[state]),
    textCell(key),
    amountCell(amount, decimals),
    textCell(ledgerRef),
    textCell(target),
    textCell(String(attempt)),
    textCell(sentence),
    textCell(id),
  );
}

function whatOf({ key, batch }: LogEntry): string {
  if (isReversalKey(key)) return "Reversal";
  if (!key.startsWith("dx1.")) return "New asset";
  return batch === "run" ? "Run" : "Posting";
}

const outcomes: Readonly<Record<JournalState, string>> = {
  SENDING: "Sent",
  POSTED: "Posted",
  REJECTED: "Refused",
  CONFLICT: "Refused",
  DUPLICATE: "Refused",
  LOCKED: "Refused",
  REVERSED: "Reversed",
  UNKNOWN: "Unknown",
  READY: "Not sent",
};
