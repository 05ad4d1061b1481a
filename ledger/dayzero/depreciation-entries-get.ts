import { isoTime } from "../books/calendar";
import { defaultBook, depreciation } from "../books/update-types";
import { assetNamed } from "./asset-named";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Lists an asset's depreciation by month, what was posted through other doors among it. */
export function getDepreciationEntries(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { assetId: string } }>("/api/v1/fixed-assets/:assetId/depreciation-entries", async (request) => {
    const asset = await assetNamed(store, request.businessId, request.params.assetId);
    const entries = await entriesOf(store, asset.id);
    return { entries, count: entries.length };
  });
}

interface Entry {
  readonly id: string;
  readonly fixed_asset_id: string;
  readonly period_date: string;
  readonly depreciation_amount: number;
  readonly accumulated_depreciation: number;
  readonly book_value: number;
  readonly journal_entry_id: string | null;
  readonly status: "pending" | "posted" | "reversed";
  readonly created_at: string;
}

// The running totals follow the months, not the order in which they were posted. What has no month, a correction of the
// depreciation or a change of the cost, counts from its own date on.
async function entriesOf(session: Session, assetId: string): Promise<readonly Entry[]> {
  return session.query<Entry>(
    `with entry as (
       select u.*, a.opening, coalesce(a.cost, 0) as cost,
         sum(case when u.archived_at is null then u.amount else 0 end) over (order by u.period, u.created_at, u.id)
           as taken,
         beside.corrected, beside.adjusted
       from value_updates u join assets a on a.id = u.asset_id
       cross join lateral (
         select coalesce(-sum(other.change) filter (where other.update_type = $3), 0) as corrected,
           coalesce(sum(other.change) filter (where other.update_type <> $3), 0) as adjusted
         from value_updates other
         where other.asset_id = u.asset_id and other.book = u.book and other.period is null
           and other.archived_at is null and other.update_date <= u.update_date) beside
       where u.asset_id = $1 and u.book = $2 and u.period is not null
     )
     select id, asset_id as fixed_asset_id, period as period_date, amount as depreciation_amount,
       (opening + taken + corrected)::bigint as accumulated_depreciation,
       (cost + adjusted - opening - taken - corrected)::bigint as book_value, journal_entry_id,
       case when archived_at is not null then 'reversed' when journal_entry_id is null then 'pending' else 'posted' end
         as status,
       ${isoTime("created_at")} as created_at
     from entry order by period, created_at, id`,
    [assetId, defaultBook, depreciation.word],
  );
}
