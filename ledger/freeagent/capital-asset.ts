import { termsInForce } from "../books/terms-in-force";
import { toMillisecond } from "./expense";
import { assetTypeOf, historyOf } from "./history";
import { profileOf } from "./profile";
import type { Asset } from "../books/asset";
import type { Session } from "../store/store";

/** What the address says of how assets are to be shown. */
export interface ShownAs {
  readonly base: string;
  readonly withHistory: boolean;
}

/** Assets as FreeAgent shows them. */
export async function shownCapitalAssets(session: Session, assets: readonly Asset[], { base, withHistory }: ShownAs) {
  const expenses = await expensesOf(session, assets);
  const today = new Date().toISOString().slice(0, 10);
  const shown: object[] = [];
  for (const asset of assets) {
    const expense = expenses.get(asset.id);
    const link = expense === undefined ? undefined : `${base}/expenses/${expense}`;
    const history = withHistory ? { capital_asset_history: await historyOf(session, asset, today, link) } : {};
    shown.push({ ...shownCapitalAsset(asset, base), ...history });
  }
  return shown;
}

function shownCapitalAsset(asset: Asset, base: string) {
  const profile = profileOf(termsInForce(asset));
  return {
    url: `${base}/capital_assets/${asset.id}`,
    description: asset.name,
    asset_life_years: profile?.asset_life_years ?? 0,
    ...(profile === undefined ? {} : { depreciation_profile: profile }),
    asset_type: assetTypeOf(),
    purchased_on: asset.purchase_date,
    ...(asset.disposal_date === null ? {} : { disposed_on: asset.disposal_date }),
    created_at: toMillisecond(asset.created_at),
    updated_at: toMillisecond(asset.updated_at),
  };
}

async function expensesOf(session: Session, assets: readonly Asset[]): Promise<ReadonlyMap<string, string>> {
  const rows = await session.query<{ readonly id: string; readonly asset_id: string }>(
    "select id, asset_id from expenses where asset_id in (select value::uuid from json_array_elements_text($1::json))",
    [JSON.stringify(assets.map((asset) => asset.id))],
  );
  return new Map(rows.map((row) => [row.asset_id, row.id]));
}
