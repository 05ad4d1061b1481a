import type { Session } from "../store/store";

/**
 * Makes a draft active from a day, with the usual accumulated depreciation account where it came without one. False, and
 * nothing is done, where it is no draft.
 */
export async function placeInService(
  session: Session,
  businessId: string,
  assetId: string,
  date: string,
): Promise<boolean> {
  const placed = await session.query(
    `update assets set status = 'active', service_date = $3, updated_at = now(),
       accumulated_account = coalesce(accumulated_account, (
         select id from accounts where business_id = $1 and stable_name = 'ACCUMULATED_DEPRECIATION'))
     where business_id = $1 and id = $2 and status = 'draft' returning id`,
    [businessId, assetId, date],
  );
  return placed.length === 1;
}
