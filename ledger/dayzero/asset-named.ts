import { assetById } from "../books/asset";
import { Refusal } from "../books/refusal";
import type { Asset } from "../books/asset";
import type { Session } from "../store/store";

/** The asset of an address, or DayZero's own words that there is none. */
export async function assetNamed(session: Session, businessId: string, id: string): Promise<Asset> {
  const asset = await assetById(session, businessId, id);
  if (asset === undefined) throw new Refusal("not-found", "Fixed asset not found");
  return asset;
}
