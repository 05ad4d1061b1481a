import type { Session } from "../store/store";

/**
 * Keeps all others from changing the asset's terms, its cost or its standing until the transaction ends, and runs from
 * charging it. Whoever does one of these locks the asset before its positions and these before its value updates, so that
 * no two wait for each other. Single postings lock the position alone.
 */
export async function lockAsset(session: Session, assetId: string): Promise<void> {
  // Rows that refer to the asset can still be written: for those its key alone counts.
  await session.query("select id from assets where id = $1 for no key update", [assetId]);
}
