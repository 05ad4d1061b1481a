import type { Asset, ExtraTerms, MacrsSystem } from "../asset";
import type { Convention } from "../conventions";
import type { Cents } from "../money";
import type { Ratio } from "../ratio";
import type { Result } from "../result";
import type { TimeLine } from "../time-line";
import type { Named } from "../words";
import type { YearTermsChecked } from "../year-terms";

/** How a method uses an asset up, step by step; ages and lives in months of life. */
export type Rule =
  /** By age: the part of cost less salvage that is gone, from 0 at age 0 to 1 at the end of the life. */
  | { readonly by: "age"; readonly share: (age: Ratio, life: Ratio) => Ratio }
  /** By fiscal year, a part of the book value at its start; undefined where the terms have no rate. */
  | {
      readonly by: "fiscal-year";
      readonly rate: (life: Ratio | undefined) => Ratio | undefined;
      readonly switchToStraightLine: boolean;
    }
  /** By use: the units of each row, of so many in all. */
  | {
      readonly by: "units";
      readonly total: Ratio;
      readonly units: readonly Ratio[];
      /** What the rows before each row used together. */
      readonly usedBefore: readonly Ratio[];
    }
  /** An amount a tax year, the first one 0, whatever the salvage; over so many years. */
  | { readonly by: "year-amounts"; readonly amountOfYear: (year: number) => Ratio }
  /** An amount a row, whatever the salvage. */
  | { readonly by: "charges"; readonly charges: readonly number[] }
  | { readonly by: "nothing" };

/** What options of a formula or columns of a register say beyond the usual terms; each method takes what is its own. */
export interface GivenExtra {
  readonly lifeYears?: number;
  readonly totalUnits?: number;
  /** Units used in each row. */
  readonly units?: readonly number[];
  /** The charge of each row, in currency units. */
  readonly charges?: readonly number[];
  readonly system?: MacrsSystem;
}

/** A depreciation method. Shared code asks its entry and never which entry it is. */
export interface Method extends Named {
  /** How it charges, in a sentence for an auditor. */
  readonly sentence: string;
  /** Words for this method with a factor of their own, such as 150DB. */
  readonly withFactor?: readonly { readonly word: string; readonly factor: number }[];
  /** The factor that counts where the terms give none. */
  readonly factor?: number;
  /** Its terms beyond the usual ones, without which it cannot be computed. Problems: missing. */
  readonly extraOf?: (given: GivenExtra) => Result<ExtraTerms>;
  /** Whether its terms say something of each row, so that the length of a row changes the charges. */
  readonly saysEachRow?: true;
  /** Whether the book value never goes below salvage. */
  readonly keepsToSalvage: boolean;
  /** The convention that counts where nobody names one; the profile's, or ours, where it is left out. */
  readonly conventionOf?: (extra: ExtraTerms | undefined) => Convention;
  /** How many years have a charge; as many as the life has where it is left out. */
  readonly yearCount?: (terms: YearTermsChecked) => number;
  /** Whether the end of the life always finds the book value at salvage. */
  usesUp(terms: { readonly switchToStraightLine?: boolean }): boolean;
  /** The charge of each year of life in currency units, unrounded. Problems: those of the rate or factor. */
  chargesByYear(terms: YearTermsChecked): Result<readonly number[]>;
  /** The charge of one year of life, from 1 to the last. */
  chargeOfYear(terms: YearTermsChecked, year: number): Result<number>;
  /** The months over which a schedule runs; undefined where only the course can tell. Problems: what is missing. */
  lifeMonths(asset: Asset): Result<Ratio | undefined>;
  /** How an asset is used up step by step. Problems: those of the method's own terms. */
  rule(asset: Asset): Result<Rule>;
  /**
   * How the asset is used up along the line from this tick on, without going there step by step. Left out where there is
   * no such form; where there is, it gives the same amounts as the rule.
   */
  readonly course?: (asset: Asset, line: TimeLine, fromTick: number) => Result<Course>;
}

/** As many rows as a sheet has below a header. */
export const mostPeriods = 1_048_575;

/** The way from an asset's cost to what is left of it. */
export interface Course {
  /** The tick at which it ends. */
  readonly end: Ratio;
  /** The running totals at these ticks, which rise: exact, then rounded half up to whole minor units. */
  totalsAt(ticks: readonly number[]): readonly Cents[];
}
