import { conventionNamed, dayFromText, frequencyNamed, methodNamed } from "../../../src/engine";
import type { AssetTerms, Day } from "../../../src/engine";
import { openRegister, type Register, type RegisterAsset } from "../../../src/engine/register";
import { value } from "../random-assets";

export function day(text: string): Day {
  return value(dayFromText(text));
}

/** Straight line over five years by the full month, calendar years, cents; what a test is about stands in `own`. */
export function terms(inService: string, own: Partial<AssetTerms> = {}): AssetTerms {
  return {
    cost: 6_000,
    salvage: 0,
    decimals: 2,
    ...(own.rate === undefined && own.lifeYears === undefined ? { lifeMonths: 60 } : {}),
    method: value(methodNamed("SL")),
    frequency: value(frequencyNamed("month")),
    dated: { inService: day(inService), yearEnd: 12, convention: value(conventionNamed("full-month")) },
    ...own,
  };
}

export type Row = Partial<Omit<RegisterAsset, "terms">> & { readonly id: string };

export function asset(own: Row, of: AssetTerms): RegisterAsset {
  const blank = { description: "", assetClass: "", parent: "", currency: "", costCentre: "" };
  return { ...blank, ...own, terms: { ok: true, value: of } };
}

export function opened(...assets: readonly RegisterAsset[]): Register {
  return value(openRegister(assets));
}
