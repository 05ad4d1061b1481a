import type { LedgerEntry, LedgerLine } from "../books/ledger-entries";

/** A journal entry as Layer shows it, with our own `source`: the value update that it was written for. */
export function shownEntry(entry: LedgerEntry) {
  return {
    type: "Ledger_Entry",
    id: entry.id,
    business_id: entry.business_id,
    agent: entry.actor,
    entry_type: entry.kind,
    date: entry.created_at,
    entry_at: `${entry.entry_date}T00:00:00Z`,
    reversal_of_id: entry.reversal_of,
    reversal_id: entry.reversal_id,
    memo: entry.memo,
    source: entry.update_id === null ? null : { type: "Asset_Value_Update", id: entry.update_id },
    line_items: entry.lines.map((line) => shownLine(entry, line)),
  };
}

function shownLine({ id }: LedgerEntry, { account_id: accountId, account, name, direction, amount }: LedgerLine) {
  return { entry_id: id, account: { id: accountId, name, stable_name: account }, amount, direction };
}
