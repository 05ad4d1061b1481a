import { accumulatedOf, bookValueOf, depreciableRestOf, isFullyDepreciated } from "../books/asset";
import { termsInForce } from "../books/terms-in-force";
import type { Asset } from "../books/asset";

/** DayZero's word for where an asset stands in its life. */
export type AssetStatus = "draft" | "active" | "fully_depreciated" | "disposed";

export const assetStatuses: readonly AssetStatus[] = ["draft", "active", "fully_depreciated", "disposed"];

export function statusOf(asset: Asset): AssetStatus {
  return isFullyDepreciated(asset) ? "fully_depreciated" : asset.status;
}

/** An asset as DayZero shows it; amounts in whole cents. */
export function shownFixedAsset(asset: Asset) {
  const { method, lifeMonths } = termsInForce(asset);
  return {
    id: asset.id,
    name: asset.name,
    description: asset.description,
    asset_number: asset.asset_key,
    serial_number: asset.serial_number,
    purchase_date: asset.purchase_date,
    original_cost: asset.cost ?? 0,
    salvage_value: asset.salvage ?? 0,
    useful_life_months: lifeMonths,
    depreciation_method: method.word,
    location: asset.location,
    notes: asset.notes,
    category_id: asset.category_id,
    category_name: null,
    vendor_id: asset.vendor_id,
    in_service_date: asset.service_date,
    total_expected_units: null,
    units_used_to_date: null,
    status: statusOf(asset),
    disposal_date: asset.disposal_date,
    disposal_amount: asset.disposal_amount,
    disposal_method: asset.disposal_method,
    depreciable_amount: (asset.cost ?? 0) - (asset.salvage ?? 0),
    accumulated_depreciation: accumulatedOf(asset),
    book_value: bookValueOf(asset),
    monthly_depreciation_amount: monthlyOf(asset, lifeMonths),
    remaining_life_months: remainingMonthsOf(asset, lifeMonths),
    opening_accumulated_depreciation: asset.opening,
    opening_date: asset.opening_date,
    created_at: asset.created_at,
    updated_at: asset.updated_at,
  };
}

// For information only, as an even share of the life: the charges themselves come from the schedule.
function monthlyOf(asset: Asset, lifeMonths: number | null): number {
  if (lifeMonths === null) return 0;
  return Math.round(((asset.cost ?? 0) - (asset.salvage ?? 0)) / lifeMonths);
}

function remainingMonthsOf(asset: Asset, lifeMonths: number | null): number {
  if (lifeMonths === null || asset.status === "disposed") return 0;
  if (asset.status === "active" && depreciableRestOf(asset) === 0) return 0;
  return Math.max(0, lifeMonths - openingMonthsOf(asset) - asset.months_charged);
}

function openingMonthsOf(asset: Asset): number {
  if (asset.opening_date === null || asset.service_date === null) return 0;
  return Math.max(0, monthNumber(asset.opening_date) - monthNumber(asset.service_date) + 1);
}

function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}
