import { dayFromText, dayText, lastDay, monthOf, schedule, wording } from "../../src/engine";
import { accumulatedOf, assetById } from "./asset";
import { lockAsset } from "./lock-asset";
import { postingDay, termsOf } from "./month-charge";
import { defaultBook, depreciation } from "./update-types";
import type { Asset } from "./asset";
import type { Day, Month } from "../../src/engine";
import type { Session } from "../store/store";

/**
 * To be called before the terms of an asset change: notes what its charges have taken and by when, so that the months that
 * are charged stay as they are and the new terms spread what is left over the rest of the life. The asset is locked until
 * the transaction ends, so that no charge comes in between.
 */
export async function settleCharged(session: Session, businessId: string, assetId: string): Promise<void> {
  await lockAsset(session, assetId);
  await session.query("select asset_id from positions where asset_id = $1 and book = $2 for update", [
    assetId,
    defaultBook,
  ]);
  const asset = await assetById(session, businessId, assetId);
  const { charged: last, settled } = await lastMonths(session, assetId);
  if (asset === undefined || last === null) return;
  // Where nothing was charged since the last time, the day that was noted then stays: the terms that said it are gone.
  const end = last === settled ? asset.basis_date : null;
  await session.query("update assets set basis = $2, basis_date = $3 where id = $1", [
    assetId,
    accumulatedOf(asset),
    end ?? dayText(endOfCharged(asset, monthOf(dayOf(last)))),
  ]);
  await session.query(
    `update value_updates set settled = true
     where asset_id = $1 and book = $2 and update_type = $3 and archived_at is null and not settled`,
    [assetId, defaultBook, depreciation.word],
  );
}

interface LastMonths {
  /** The first day of the last month that is charged, yyyy-mm-dd; null where none is. */
  readonly charged: string | null;
  /** Of those that were charged when the terms changed the last time, taken back since or not. */
  readonly settled: string | null;
}

async function lastMonths(session: Session, assetId: string): Promise<LastMonths> {
  const [row] = await session.query<LastMonths>(
    `select max(period) filter (where archived_at is null) as charged, max(period) filter (where settled) as settled
     from value_updates where asset_id = $1 and book = $2`,
    [assetId, defaultBook],
  );
  return row ?? { charged: null, settled: null };
}

function dayOf(text: string): Day {
  const day = dayFromText(text);
  if (!day.ok) throw new Error(wording(day.problem));
  return day.value;
}

// Where charges are posted in advance, the last one reaches beyond its month.
function endOfCharged(asset: Asset, month: Month): Day {
  const terms = termsOf(asset);
  const rows = schedule(terms);
  const charged = rows.ok ? rows.value.filter((row) => monthOf(postingDay(terms, row)) <= month) : [];
  return charged.at(-1)?.lastDay ?? lastDay(month);
}
