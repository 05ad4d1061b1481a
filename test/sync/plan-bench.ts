import type { LedgerAsset, PostedUpdate } from "../../src/connectors";
import { noAccounts } from "../../src/sheet";
import { type IdentifiedRow, type Plan, type PlanInput, accountsIn, plan } from "../../src/sync";
import { registerFrom, rowsOf, threeAssets } from "./books";

export const register = registerFrom(threeAssets);
export const rows = rowsOf(register, "2026-01", "2026-03");
export const held: readonly LedgerAsset[] = ["A-1", "A-2", "A-3"].map((asset) => ({
  ledgerId: `ledger-${asset}`,
  asset,
  name: asset,
  standing: "active",
}));

/** The plan for the identified rows, with something changed. */
export function planned(identified: readonly IdentifiedRow[], more: Partial<PlanInput> = {}): Plan {
  return plan({
    scope: "scope",
    book: "GAAP",
    decimals: 2,
    rows: identified,
    findings: [],
    register,
    accountsOf: accountsIn(noAccounts),
    countsKeysOnce: true,
    ledger: { assets: held, updates: [] },
    journal: new Map(),
    now: 1_000_000,
    ...more,
  });
}

export function updateOf(row: IdentifiedRow, more: Partial<PostedUpdate> = {}): PostedUpdate {
  const { asset, amount, type, periodEnd } = row.line;
  const ids = { id: `posted-${row.row}`, ledgerId: `ledger-${asset}`, key: row.key, fingerprint: row.fingerprint };
  return { ...ids, amount, type, date: periodEnd, book: "GAAP", archived: false, ...more };
}

/** As it looks when it came through a door that knows no keys. */
export function keyless(row: IdentifiedRow, more: Partial<PostedUpdate>): PostedUpdate {
  const { asset, amount, type, periodEnd } = row.line;
  const ids = { id: `posted-${row.row}`, ledgerId: `ledger-${asset}` };
  return { ...ids, amount, type, date: periodEnd, archived: false, ...more };
}

export function inLedger(...updates: readonly PostedUpdate[]): Partial<PlanInput> {
  return { ledger: { assets: held, updates } };
}
