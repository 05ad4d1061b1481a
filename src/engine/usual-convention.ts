import type { AssetTerms } from "./asset";
import { fullMonth } from "./conventions/full-month";
import type { Convention } from "./conventions";

/** The convention that counts where nobody names one: the method's own, else the profile's, else full-month. */
export function usualConvention({
  method,
  extra,
  profile,
}: Pick<AssetTerms, "method" | "extra" | "profile">): Convention {
  return method.conventionOf?.(extra) ?? profile?.convention ?? fullMonth;
}
