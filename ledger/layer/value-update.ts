import type { WrittenUpdate } from "../books/value-updates";

/** What of a value update is shown. */
export type ShownUpdate = Omit<WrittenUpdate, "book" | "counter_account" | "journal_entry_id" | "created_at">;

/** A value update as Layer shows it. The counter account is not part of it: Layer does not echo it. */
export function shownUpdate(update: ShownUpdate) {
  return {
    id: update.id,
    business_id: update.business_id,
    external_id: update.external_id,
    asset_id: update.asset_id,
    amount: update.amount,
    update_type: update.update_type,
    date: `${update.update_date}T00:00:00Z`,
    archived_at: update.archived_at,
    memo: update.memo,
    metadata: update.metadata === null ? null : (JSON.parse(update.metadata) as unknown),
    reference_number: update.reference_number,
    transaction_tags: [],
  };
}
