import type { Migration } from "./index";

// A reversal is an entry of its own that names the one it reverses. The name is unique, so an entry is reversed once,
// whoever asks and however often.
export const reversals: Migration = {
  name: "004-reversals",
  statements: [
    "alter table journal_entries add column reversal_of uuid unique references journal_entries (id)",
    "create unique index value_updates_by_entry on value_updates (journal_entry_id)",
  ],
};
