import { methodWordOf } from "./method-words";
import type { Asset } from "./asset";
import type { MethodWord } from "./method-words";

/** By what an asset is depreciated now. */
export interface TermsInForce {
  readonly method: MethodWord;
  readonly lifeMonths: number | null;
  /** Hundredths of a percent a year. */
  readonly rate: number | null;
  /** Words of the engine. */
  readonly frequency: string;
  readonly profile: string | null;
}

/** An asset's depreciation rule where it has one, else what the asset itself says. */
export function termsInForce(asset: Asset): TermsInForce {
  if (asset.rule_method !== null)
    return {
      method: methodWordOf(asset.rule_method),
      lifeMonths: asset.rule_life_months,
      rate: asset.rule_rate,
      frequency: "month",
      profile: "intacct",
    };
  const { life_months: lifeMonths, rate, frequency, profile } = asset;
  return { method: methodWordOf(asset.method), lifeMonths, rate, frequency, profile };
}
