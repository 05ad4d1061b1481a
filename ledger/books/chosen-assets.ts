import { isUuid, selectAssets } from "./asset";
import type { Asset } from "./asset";
import type { Column, Session } from "../store/store";

/** These assets of a business, or without a list all that are active: as a condition on `assets a`, with its parameters. */
function chosen(businessId: string, assetIds: readonly string[] | undefined): readonly [string, readonly Column[]] {
  if (assetIds === undefined) return ["a.status = 'active' and a.archived_at is null", [businessId]];
  const ids = JSON.stringify(assetIds.filter(isUuid));
  return ["a.id in (select value::uuid from json_array_elements_text($2::json))", [businessId, ids]];
}

export async function assetsFor(
  session: Session,
  businessId: string,
  assetIds: readonly string[] | undefined,
): Promise<readonly Asset[]> {
  const [condition, params] = chosen(businessId, assetIds);
  return session.query<Asset>(`${selectAssets} and ${condition} order by a.created_at, a.id`, params);
}

/**
 * Keeps their terms, their cost and their standing as they are until the transaction ends; other runs and postings go on.
 * A statement of its own, for only what is read after the wait is sure to be the newest.
 */
export async function lockChosen(
  session: Session,
  businessId: string,
  assetIds: readonly string[] | undefined,
): Promise<void> {
  const [condition, params] = chosen(businessId, assetIds);
  await session.query(
    `with locked as (
       select a.id from assets a where a.business_id = $1 and ${condition} order by a.id for share
     )
     select count(*) from locked`,
    params,
  );
}
