import {
  amountOf,
  cents,
  conventionNamed,
  dayFromText,
  dayText,
  exactCents,
  fail,
  frequencyNamed,
  lastDay,
  monthText,
  ok,
  schedule,
  wording,
} from "../../src/engine";
import { depreciableRestOf, isFullyDepreciated } from "./asset";
import { methodOf } from "./method-words";
import type { AssetTerms, Month, Result } from "../../src/engine";
import type { Asset } from "./asset";

/** Why an asset has no charge in a month. What is `usual` needs no mention in a run of all assets. */
export interface NoCharge {
  readonly why: string;
  readonly usual: boolean;
}

/**
 * The asset's charge for a month in cents, above 0: the month's row of its schedule, but never more than what is left
 * above the salvage value.
 */
export function monthCharge(asset: Asset, month: Month): Result<number, NoCharge> {
  const standing = notDepreciable(asset);
  if (standing !== undefined) return fail(standing);
  const rows = schedule(termsOf(asset));
  if (!rows.ok) return fail({ why: wording(rows.problem), usual: false });
  const row = rows.value.find((candidate) => candidate.lastDay === lastDay(month));
  const charge = Math.min(row?.charge ?? 0, depreciableRestOf(asset));
  if (charge > 0) return ok(charge);
  return fail({ why: `has nothing to depreciate in ${monthText(month)}${inServiceNote(asset, month)}`, usual: true });
}

function notDepreciable(asset: Asset): NoCharge | undefined {
  if (asset.status === "draft" || asset.service_date === null)
    return { why: "is a draft; place it in service first", usual: true };
  if (asset.status === "disposed") return { why: `is disposed of since ${asset.disposal_date ?? ""}`, usual: true };
  if (isFullyDepreciated(asset)) return { why: "is fully depreciated", usual: true };
  if (asset.life_months === null) return { why: "has no useful_life_months", usual: false };
  const unfit = [asset.cost, asset.salvage, asset.opening].find((amount) => !isExactInEngine(amount ?? 0));
  if (unfit !== undefined)
    return { why: `has amounts of ${unfit ?? 0} cents, more than can be depreciated to the cent`, usual: false };
  if (asset.accumulated_account === null) return { why: "has no accumulated depreciation account", usual: false };
  return undefined;
}

// The engine takes currency units, as a cell holds them; beyond some 70 million million, those no longer tell one cent
// from the next.
function isExactInEngine(amount: number): boolean {
  const read = exactCents(amountOf(cents(amount), 2), 2, "amount");
  return read.ok && read.value === amount;
}

function inServiceNote(asset: Asset, month: Month): string {
  const from = asset.service_date ?? "";
  return from > dayText(lastDay(month)) ? `; it is in service from ${from}` : "";
}

/** The terms of the asset as the engine takes them: monthly rows, from the whole month in which it enters service. */
export function termsOf(asset: Asset): AssetTerms {
  const inService = sure(dayFromText(asset.service_date ?? asset.purchase_date));
  return {
    cost: amountOf(cents(asset.cost ?? 0), 2),
    salvage: amountOf(cents(asset.salvage ?? 0), 2),
    decimals: 2,
    ...(asset.life_months === null ? {} : { lifeMonths: asset.life_months }),
    method: methodOf(asset.method),
    frequency: sure(frequencyNamed("month")),
    dated: { inService, yearEnd: 12, convention: sure(conventionNamed("full-month")) },
    ...openingOf(asset),
  };
}

function openingOf(asset: Asset): Pick<AssetTerms, "opening"> {
  if (asset.opening_date === null) return {};
  return { opening: { accumulated: amountOf(cents(asset.opening), 2), asOf: sure(dayFromText(asset.opening_date)) } };
}

// These words and days are constants of ours, or were checked when the asset was written.
function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(wording(result.problem));
  return result.value;
}
