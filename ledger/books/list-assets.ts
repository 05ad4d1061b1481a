import { selectAssets } from "./asset";
import { cursorParsed, pageOf } from "./page";
import type { Asset } from "./asset";
import type { Page, PageRequest } from "./page";
import type { Column, Session } from "../store/store";

/** A page of the business's assets, in the order in which they were created. */
export async function assetsPage(
  session: Session,
  businessId: string,
  request: PageRequest & { readonly descending?: boolean },
): Promise<Page<Asset>> {
  const [than, order] = request.descending === true ? ["<", "desc"] : [">", "asc"];
  const place: readonly Column[] = request.cursor === undefined ? [] : cursorParsed(request.cursor, ["time", "id"]);
  const after = place.length === 0 ? "" : `and (a.created_at, a.id) ${than} ($3::timestamptz, $4::uuid)`;
  const rows = await session.query<Asset>(
    `${selectAssets} ${after} order by a.created_at ${order}, a.id ${order} limit $2`,
    [businessId, request.limit + 1, ...place],
  );
  const [count] = await session.query<{ total: number }>(
    "select count(*) as total from assets where business_id = $1",
    [businessId],
  );
  return pageOf(rows, request.limit, count?.total ?? 0, (row) => [row.created_at, row.id]);
}

/** All assets of the business, in the order in which they were created. */
export async function allAssets(session: Session, businessId: string): Promise<readonly Asset[]> {
  return session.query<Asset>(`${selectAssets} order by a.created_at, a.id`, [businessId]);
}
