import type { Connection, LedgerAsset, PostVerb, PostedUpdate, Refusal } from "../connectors";
import { type Result, ok } from "../engine";

/** What the ledger holds now, as far as posting needs it. */
export interface LedgerState {
  readonly assets: readonly LedgerAsset[];
  readonly updates: readonly PostedUpdate[];
}

/** Reads the ledger's assets and postings, in this order: an asset posted to meanwhile is still known. */
export async function readLedger(verb: PostVerb, connection: Connection): Promise<Result<LedgerState, Refusal>> {
  const updates = await verb.updates(connection);
  if (!updates.ok) return updates;
  const assets = await verb.assets(connection);
  return assets.ok ? ok({ assets: assets.value, updates: updates.value }) : assets;
}
