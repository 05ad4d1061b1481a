import { shown } from "../doors/complaint";
import { Unprocessable } from "./answers";
import { profileTerms } from "./profile";
import type { ProfileTerms } from "./profile";

/** How a purchase said what becomes of its asset: by the field of today, or by the one that is deprecated. */
export type Form = "profile" | "schedule";

export interface CapitalAssetTerms extends ProfileTerms {
  readonly form: Form;
}

/** The fields of an expense that speak of its capital asset. */
export interface GivenCapitalAsset {
  readonly capital_asset?: {
    readonly depreciation_profile?: Readonly<Record<string, unknown>>;
    readonly depreciation_schedule?: unknown;
  };
  readonly depreciation_schedule?: unknown;
}

/** The terms that an expense gives, in either form; undefined where it gives none. */
export function capitalAssetTerms(given: GivenCapitalAsset): CapitalAssetTerms | undefined {
  const profile = given.capital_asset?.depreciation_profile;
  const schedule = scheduleIn(given);
  if (profile !== undefined && schedule !== undefined)
    throw new Unprocessable("Both depreciation_profile and depreciation_schedule are given; give the first alone.");
  if (profile !== undefined) return { ...profileTerms(profile), form: "profile" };
  return schedule === undefined ? undefined : { ...scheduleTerms(schedule), form: "schedule" };
}

/** Refuses, in the document's words, the deprecated field for an asset that was made with a profile. */
export function checkForm(given: GivenCapitalAsset, form: Form): void {
  if (form === "schedule" || scheduleIn(given) === undefined) return;
  throw new Unprocessable("`depreciation_schedule` is deprecated, use `depreciation_profile` instead");
}

function scheduleIn({ capital_asset: asset, depreciation_schedule: outer }: GivenCapitalAsset): unknown {
  return outer ?? asset?.depreciation_schedule ?? undefined;
}

const leastYears = 2;
const mostYears = 7;

// As it was before profiles: a straight line of whole years, posted once a year; 0 is no depreciation.
function scheduleTerms(given: unknown): ProfileTerms {
  const years = typeof given === "string" && /^\d$/.test(given) ? Number(given) : given;
  if (years === 0) return profileTerms({ method: "no_depreciation" });
  if (typeof years === "number" && Number.isInteger(years) && years >= leastYears && years <= mostYears)
    return profileTerms({ method: "straight_line", asset_life_years: years, frequency: "annually" });
  const right = `0 or a whole number of years from ${leastYears} to ${mostYears}`;
  throw new Unprocessable(`depreciation_schedule is ${shown(given)}, but must be ${right}.`);
}
