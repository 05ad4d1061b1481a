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
  monthOf,
  monthText,
  ok,
  profileNamed,
  schedule,
  wording,
} from "../../src/engine";
import { depreciableRestOf, isFullyDepreciated } from "./asset";
import { methodOf } from "./method-words";
import { termsInForce } from "./terms-in-force";
import type { AssetTerms, Day, Month, Result, ScheduleRow } from "../../src/engine";
import type { Asset } from "./asset";
import type { TermsInForce } from "./terms-in-force";

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
  const terms = termsOf(asset);
  const rows = schedule(terms);
  if (!rows.ok) return fail({ why: wording(rows.problem), usual: false });
  const row = rows.value.find((candidate) => monthOf(postingDay(terms, candidate)) === month);
  const charge = Math.min(row?.charge ?? 0, depreciableRestOf(asset));
  if (charge > 0) return ok(charge);
  return fail({ why: `has nothing to depreciate in ${monthText(month)}${inServiceNote(asset, month)}`, usual: true });
}

function notDepreciable(asset: Asset): NoCharge | undefined {
  if (asset.status === "draft" || asset.service_date === null)
    return { why: "is a draft; place it in service first", usual: true };
  if (asset.status === "disposed") return { why: `is disposed of since ${asset.disposal_date ?? ""}`, usual: true };
  if (isFullyDepreciated(asset)) return { why: "is fully depreciated", usual: true };
  const { method, lifeMonths } = termsInForce(asset);
  if (method.needsLife && lifeMonths === null) return { why: "has no useful_life_months", usual: false };
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

/** The day on which a row of the schedule is posted: its first where the terms post in advance, else its last. */
export function postingDay({ profile }: AssetTerms, row: ScheduleRow): Day {
  const day = profile?.policy?.posting === "advance" ? row.firstDay : row.lastDay;
  if (day === undefined) throw new Error("A row of dated terms has no days.");
  return day;
}

/**
 * The terms of the asset as the engine takes them: from the whole month in which it enters service, or by the rules of the
 * system that it is depreciated by; monthly rows, unless it is charged less often.
 */
export function termsOf(asset: Asset): AssetTerms {
  const inForce = termsInForce(asset);
  const inService = sure(dayFromText(asset.service_date ?? asset.purchase_date));
  return {
    cost: amountOf(cents(asset.cost ?? 0), 2),
    salvage: amountOf(cents(asset.salvage ?? 0), 2),
    decimals: 2,
    ...(inForce.lifeMonths === null ? {} : { lifeMonths: inForce.lifeMonths }),
    ...rateOf(inForce),
    method: methodOf(inForce.method),
    frequency: sure(frequencyNamed(inForce.frequency)),
    ...(inForce.profile === null ? {} : { profile: sure(profileNamed(inForce.profile)) }),
    dated: { inService, yearEnd: 12, convention: sure(conventionNamed("full-month")) },
    ...openingOf(asset),
  };
}

const wholeRate = 10_000;

// A rate of 100 % is none for the engine, whose rates are fractions below 1; a factor of at least the life is the same.
function rateOf({ method, rate, lifeMonths }: TermsInForce): Pick<AssetTerms, "rate" | "factor"> {
  if (!method.takesRate || rate === null) return {};
  return rate === wholeRate && lifeMonths !== null ? { factor: lifeMonths } : { rate: rate / wholeRate };
}

// What was charged under earlier terms stays; the schedule goes on from there. Beside an improvement that can be more than
// the cost, of which then nothing is left to spread.
function openingOf(asset: Asset): Pick<AssetTerms, "opening"> {
  if (asset.basis !== null && asset.basis_date !== null) {
    const accumulated = amountOf(cents(Math.min(asset.basis, asset.cost ?? 0)), 2);
    return { opening: { accumulated, asOf: sure(dayFromText(asset.basis_date)) } };
  }
  if (asset.opening_date === null) return {};
  return { opening: { accumulated: amountOf(cents(asset.opening), 2), asOf: sure(dayFromText(asset.opening_date)) } };
}

// These words and days are constants of ours, or were checked when the asset was written.
function sure<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(wording(result.problem));
  return result.value;
}
