import type { AssetTerms } from "../asset";
import { defaultPolicy, freedoms, type Policy } from "./policy";

/** What counts for an asset: its own settings, then its profile's, then our defaults. */
export function policyOf({ profile, policy }: Pick<AssetTerms, "profile" | "policy">): Policy {
  return { ...defaultPolicy, ...profile?.policy, ...policy };
}

/**
 * Whether the closed form gives the same amounts as the walk: nothing happens in mid-life, every freedom that counts
 * without events is at its default, and life is counted in months.
 */
export function hasClosedForm(terms: AssetTerms): boolean {
  if ((terms.events ?? []).length > 0 || terms.method.course === undefined) return false;
  if (terms.dated !== undefined && terms.dated.convention.firstYear === undefined) return false;
  if (terms.profile?.policy === undefined && terms.policy === undefined) return true;
  const policy = policyOf(terms);
  return freedoms.every(({ key, ofEvents }) => ofEvents || policy[key] === defaultPolicy[key]);
}
