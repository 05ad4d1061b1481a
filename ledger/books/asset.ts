import { isoTime } from "./calendar";
import { defaultBook } from "./update-types";
import type { Session } from "../store/store";

/** An asset as both doors see it, with where it stands in the default book. Amounts are whole cents. */
export interface Asset {
  readonly id: string;
  readonly business_id: string;
  /** The asset's id in the sheet. */
  readonly asset_key: string | null;
  readonly name: string;
  readonly asset_type: string;
  readonly description: string | null;
  readonly serial_number: string | null;
  readonly location: string | null;
  readonly notes: string | null;
  readonly category_id: string | null;
  readonly vendor_id: string | null;
  readonly memo: string | null;
  readonly reference_number: string | null;
  /** JSON text. */
  readonly metadata: string | null;
  readonly cost: number | null;
  readonly salvage: number | null;
  readonly life_months: number | null;
  /** The ledger's word for the depreciation method. */
  readonly method: string;
  /** A year's part of the book value, in hundredths of a percent. */
  readonly rate: number | null;
  /** The engine's words for how often it is charged, and for the system whose rules count. */
  readonly frequency: string;
  readonly profile: string | null;
  /** What was taken by a day, under terms that have changed since. */
  readonly basis: number | null;
  readonly basis_date: string | null;
  readonly classification_id: string | null;
  /** What a depreciation rule says instead of the asset itself; null without one. */
  readonly rule_method: string | null;
  readonly rule_life_months: number | null;
  readonly rule_rate: number | null;
  readonly purchase_date: string;
  readonly service_date: string | null;
  readonly opening: number;
  readonly opening_date: string | null;
  readonly cost_account: string;
  readonly accumulated_account: string | null;
  readonly status: "draft" | "active" | "disposed";
  readonly disposal_date: string | null;
  readonly disposal_method: string | null;
  readonly disposal_amount: number | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly archived_at: string | null;
  /** Improvements and revaluations less impairments. */
  readonly adjustments: number;
  /** Depreciation taken through this ledger, without the opening amount. */
  readonly charged: number;
  /** How often the position was moved: another number later says that somebody moved it since. */
  readonly movements: number;
  readonly months_charged: number;
}

/** Depreciation taken to date, opening amount included, in cents. */
export function accumulatedOf(asset: Asset): number {
  return asset.opening + asset.charged;
}

/** Cost with all its adjustments, in cents. */
export function grossOf(asset: Asset): number {
  return (asset.cost ?? 0) + asset.adjustments;
}

/** What the asset stands at, in cents; nothing once it is disposed of. */
export function bookValueOf(asset: Asset): number {
  return asset.status === "disposed" ? 0 : grossOf(asset) - accumulatedOf(asset);
}

/** What may still be depreciated, in cents. */
export function depreciableRestOf(asset: Asset): number {
  return Math.max(0, bookValueOf(asset) - (asset.salvage ?? 0));
}

export function isFullyDepreciated(asset: Asset): boolean {
  return asset.status === "active" && accumulatedOf(asset) > 0 && depreciableRestOf(asset) === 0;
}

const columns = `
  a.id, a.business_id, a.asset_key, a.name, a.asset_type, a.description, a.serial_number, a.location, a.notes,
  a.category_id, a.vendor_id, a.memo, a.reference_number, a.metadata, a.cost, a.salvage, a.life_months, a.method,
  a.rate, a.frequency, a.profile, a.basis, a.basis_date, a.classification_id,
  r.method as rule_method, r.life_months as rule_life_months, r.rate as rule_rate,
  a.purchase_date, a.service_date, a.opening, a.opening_date, a.cost_account, a.accumulated_account, a.status,
  a.disposal_date, a.disposal_method, a.disposal_amount,
  ${isoTime("a.created_at")} as created_at, ${isoTime("a.updated_at")} as updated_at,
  ${isoTime("a.archived_at")} as archived_at, p.adjustments, p.charged, p.movements,
  (select count(*)::integer from value_updates u
   where u.asset_id = a.id and u.book = p.book and u.period is not null and u.archived_at is null) as months_charged`;

/** Selects assets `a` with their position `p` and their depreciation rule `r`; what follows is the condition, with the business as $1. */
export const selectAssets = `
  select ${columns}
  from assets a join positions p on p.asset_id = a.id and p.book = '${defaultBook}'
    left join depreciation_rules r on r.asset_id = a.id and r.book = p.book
  where a.business_id = $1`;

export async function assetById(session: Session, businessId: string, id: string): Promise<Asset | undefined> {
  if (!isUuid(id)) return undefined;
  const [asset] = await session.query<Asset>(`${selectAssets} and a.id = $2`, [businessId, id]);
  return asset;
}

export async function assetByKey(session: Session, businessId: string, key: string): Promise<Asset | undefined> {
  const [asset] = await session.query<Asset>(`${selectAssets} and a.asset_key = $2`, [businessId, key]);
  return asset;
}

/** True for what PostgreSQL takes as a uuid; anything else names no row. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}
