import type { Cents, Day, Decimals, Result } from "../engine";
import type { Answer, Connection } from "./connector";

export type PostingFrequency = "monthly" | "annually";

/** How FreeAgent depreciates an asset (its page "Depreciation Profiles"). */
export type DepreciationProfile =
  | { readonly method: "straight_line"; readonly years: number; readonly frequency: PostingFrequency }
  | { readonly method: "reducing_balance"; readonly percent: number; readonly frequency: PostingFrequency }
  | { readonly method: "no_depreciation" };

/** What a profile has to say. */
export interface ProfiledTerms {
  /** The word of the engine's depreciation method. */
  readonly method: string;
  readonly lifeMonths?: number;
  /** A fraction of the year's opening value. */
  readonly rate?: number;
  readonly salvage: Cents;
  readonly frequency: PostingFrequency;
}

/** Which of an asset's terms a system cannot hold, and why. */
export interface Misfit {
  readonly field: "life" | "rate" | "salvage" | "method";
  readonly sentence: string;
}

/** The purchase of an asset of the register. */
export interface Purchase {
  /** The register's asset id, by which the purchase is known again. */
  readonly asset: string;
  readonly name: string;
  readonly cost: Cents;
  readonly decimals: Decimals;
  readonly currency: string;
  readonly datedOn: Day;
  /** The address of the user who claims it, and of the category that it is booked to. */
  readonly user: string;
  readonly category: string;
  readonly profile: DepreciationProfile;
}

/** A purchase of an asset as the system holds it. */
export interface HeldPurchase {
  readonly ledgerId: string;
  /** The register's asset id, where somebody wrote one. */
  readonly asset?: string;
  readonly capitalAsset?: string;
  readonly datedOn: Day;
  readonly cost: Cents;
  readonly profile?: DepreciationProfile;
}

/** An asset as the system depreciates it. */
export interface CapitalAsset {
  readonly ledgerId: string;
  readonly name: string;
  readonly purchased: Day;
  readonly disposed?: Day;
  readonly cost?: Cents;
  readonly profile?: DepreciationProfile;
  /** The depreciation that it has booked, amounts above 0. */
  readonly booked: readonly { readonly date: Day; readonly amount: Cents }[];
}

/** For systems that depreciate what was bought by the profile that came with the purchase. */
export interface PurchasesVerb {
  profileOf(terms: ProfiledTerms): Result<DepreciationProfile, Misfit>;
  capitalAssets(connection: Connection): Answer<readonly CapitalAsset[]>;
  purchases(connection: Connection): Answer<readonly HeldPurchase[]>;
  create(connection: Connection, purchase: Purchase, signal?: AbortSignal): Answer<HeldPurchase>;
  /** Sends the profile alone. */
  change(
    connection: Connection,
    held: HeldPurchase,
    profile: DepreciationProfile,
    signal?: AbortSignal,
  ): Answer<HeldPurchase>;
}
