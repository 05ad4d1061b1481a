import { cursorParsed, pageOf } from "./page";
import { isoTime } from "./calendar";
import type { Page, PageRequest } from "./page";
import type { Column, Session } from "../store/store";

/** A change of an asset's value as it was written. Amounts in cents, dates as yyyy-mm-dd. */
export interface WrittenUpdate {
  readonly id: string;
  readonly business_id: string;
  readonly asset_id: string;
  readonly external_id: string | null;
  readonly update_type: string;
  readonly amount: number;
  readonly update_date: string;
  readonly book: string;
  readonly counter_account: string;
  readonly memo: string | null;
  readonly reference_number: string | null;
  /** JSON text. */
  readonly metadata: string | null;
  readonly journal_entry_id: string | null;
  readonly archived_at: string | null;
  readonly created_at: string;
}

const select = `
  select u.id, u.business_id, u.asset_id, u.external_id, u.update_type, u.amount, u.update_date, u.book,
    u.counter_account, u.memo, u.reference_number, u.metadata, u.journal_entry_id,
    ${isoTime("u.archived_at")} as archived_at, ${isoTime("u.created_at")} as created_at
  from value_updates u where u.business_id = $1`;

export async function updateById(session: Session, businessId: string, id: string): Promise<WrittenUpdate | undefined> {
  const [update] = await session.query<WrittenUpdate>(`${select} and u.id = $2`, [businessId, id]);
  return update;
}

/** All updates of an asset, by date. */
export async function updatesOfAsset(
  session: Session,
  businessId: string,
  assetId: string,
): Promise<readonly WrittenUpdate[]> {
  return session.query<WrittenUpdate>(`${select} and u.asset_id = $2 order by u.update_date, u.created_at, u.id`, [
    businessId,
    assetId,
  ]);
}

/** A page of the business's updates, by date. */
export async function updatesPage(
  session: Session,
  businessId: string,
  request: PageRequest & { readonly descending: boolean },
): Promise<Page<WrittenUpdate>> {
  const [than, order] = request.descending ? ["<", "desc"] : [">", "asc"];
  const place: readonly Column[] = request.cursor === undefined ? [] : cursorParsed(request.cursor, ["date", "id"]);
  const after = place.length === 0 ? "" : `and (u.update_date, u.id) ${than} ($3::date, $4::uuid)`;
  const rows = await session.query<WrittenUpdate>(
    `${select} ${after} order by u.update_date ${order}, u.id ${order} limit $2`,
    [businessId, request.limit + 1, ...place],
  );
  const [count] = await session.query<{ total: number }>(
    "select count(*) as total from value_updates where business_id = $1",
    [businessId],
  );
  return pageOf(rows, request.limit, count?.total ?? 0, (row) => [row.update_date, row.id]);
}
