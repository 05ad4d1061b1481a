import type { AssetEvent } from "./events/event";
import type { Frequency } from "./frequency";
import type { Convention } from "./conventions";
import type { Day } from "./day";
import type { Method } from "./methods";
import type { Cents, Decimals } from "./money";
import type { Policy } from "./policy/policy";
import type { Profile } from "./profiles";
import type { Ratio } from "./ratio";

/** An asset as a cell, a register row or a ledger gives it. */
export interface AssetTerms {
  /** Currency units, with no more decimals than the currency has. */
  readonly cost: number;
  /** Currency units; rounded half up to the currency's decimals. */
  readonly salvage: number;
  readonly decimals: Decimals;
  /** One of the two, or neither where the method needs no life. With dates a life is a whole number of months. */
  readonly lifeMonths?: number;
  readonly lifeYears?: number;
  readonly method: Method;
  /** A year's part, as a fraction: of the book value for RB, of cost less salvage for SL. */
  readonly rate?: number;
  /** How many times the straight-line rate DB takes; 2, or what the method's word says, where it is left out. */
  readonly factor?: number;
  readonly switchToStraightLine?: boolean;
  /** A fixed charge a year for SL, in currency units, instead of a life. */
  readonly amount?: number;
  /** How many months FDB's first year has, 1 to 12; 12 where it is left out. */
  readonly month?: number;
  /** What UOP, MANUAL and MACRS need beyond these. */
  readonly extra?: ExtraTerms;
  readonly frequency: Frequency;
  readonly dated?: Dated;
  /** What was charged before the schedule begins; months that end on or before `asOf` are in it and have no row. */
  readonly opening?: Opening;
  readonly profile?: Profile;
  /** The freedoms that are settled otherwise than the profile, or our defaults, have them. */
  readonly policy?: Partial<Policy>;
  /** What happens in mid-life; with dates only. */
  readonly events?: readonly AssetEvent[];
}

/** The terms that one method alone needs. */
export type ExtraTerms =
  /** Units used in each row, and in the whole life. */
  | { readonly kind: "units"; readonly totalUnits: number; readonly units: readonly number[] }
  /** The charge of each row, in currency units. */
  | { readonly kind: "charges"; readonly charges: readonly number[] }
  /** A recovery class of the IRS, in years. */
  | { readonly kind: "class"; readonly years: number; readonly system: MacrsSystem };

/** The general and the alternative depreciation system of Publication 946. */
export type MacrsSystem = "GDS" | "ADS";

export interface Dated {
  readonly inService: Day;
  /** The month in which the fiscal year ends, 1 to 12. */
  readonly yearEnd: number;
  readonly convention: Convention;
  /** The day of the first posting, where the rows go by posting dates; the end of the fiscal year where it is left out. */
  readonly firstPosting?: Day;
}

export interface Opening {
  /** Currency units. */
  readonly accumulated: number;
  readonly asOf: Day;
  /**
   * What this fiscal year took of it, in currency units. Left out, a declining balance infers it from its rate, as if
   * the year had been charged by these terms.
   */
  readonly chargedThisYear?: number;
}

/** An asset that came through the door: money in minor units, numbers in range. */
export interface Asset {
  readonly cost: Cents;
  readonly salvage: Cents;
  readonly decimals: Decimals;
  /** Months of life, exact; left out where none was given. */
  readonly life?: Ratio;
  readonly rate?: number;
  readonly factor?: number;
  readonly amount?: Cents;
  readonly month?: number;
  readonly extra?: ExtraTerms;
  readonly switchToStraightLine: boolean;
  readonly dated?: Dated;
  /** What was charged before the first row. */
  readonly accumulated: Cents;
  readonly chargedThisYear?: Cents;
}
