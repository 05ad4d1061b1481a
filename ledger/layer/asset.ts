import { chartAccount } from "./account";
import { termsInForce } from "../books/terms-in-force";
import type { Asset } from "../books/asset";
import type { Account } from "../books/chart";
import type { Session } from "../store/store";

/** Assets as Layer shows them. */
export async function shownAssets(session: Session, businessId: string, assets: readonly Asset[]) {
  const accounts = await session.query<Account>(
    "select id, stable_name, number, name, kind from accounts where business_id = $1",
    [businessId],
  );
  const byId = new Map(accounts.map((account) => [account.id, account]));
  return assets.map((asset) => shownAsset(asset, byId));
}

function shownAsset(asset: Asset, accounts: ReadonlyMap<string, Account>) {
  return {
    id: asset.id,
    business_id: asset.business_id,
    external_id: asset.asset_key,
    name: asset.name,
    asset_type: asset.asset_type,
    ledger_account: shownAccount(accounts, asset.cost_account),
    accumulated_depreciation_account: shownAccount(accounts, asset.accumulated_account),
    original_value: asset.cost,
    salvage_value: asset.salvage,
    useful_life_months: termsInForce(asset).lifeMonths,
    archived_at: asset.archived_at,
    memo: asset.memo,
    metadata: asset.metadata === null ? null : (JSON.parse(asset.metadata) as unknown),
    reference_number: asset.reference_number,
    transaction_tags: [],
  };
}

function shownAccount(accounts: ReadonlyMap<string, Account>, id: string | null) {
  const account = id === null ? undefined : accounts.get(id);
  return account === undefined ? null : chartAccount(account);
}
