import type { Day } from "../day";
import type { Named } from "../words";

/** The months of life in the fiscal year in which an asset goes into service, and where in that year they fall. */
export interface FirstYear {
  /** Months of life, counted in halves so that every convention has a whole number. */
  readonly halfMonths: number;
  /** One whole weight for each month from the in-service month to the year's end: how the life is spread over them. */
  readonly weights: readonly number[];
}

/** How the first fiscal year takes its part of an asset's life; every later year takes whole months until life is used up. */
export interface Convention extends Named {
  /**
   * Left out where life is counted by days, so that no month is whole.
   * @param monthsToYearEnd 1 to 12, the in-service month included
   * @param lifeMonths the whole life, or Infinity where it is open
   */
  readonly firstYear?: (monthsToYearEnd: number, inService: Day, lifeMonths: number) => FirstYear;
  /**
   * Where an asset also goes by this convention: the months of life in the fiscal year of its disposal, which happens in
   * month 0 to 11 of it. Left out, the whole months before.
   */
  readonly monthsBeforeDisposal?: (month: number) => number;
}

/** Months of life spread evenly from the in-service month to the year's end, and no more of them than the life has. */
export function spread(halfMonths: number, monthsToYearEnd: number, lifeMonths: number): FirstYear {
  return { halfMonths: Math.min(halfMonths, 2 * lifeMonths), weights: Array<number>(monthsToYearEnd).fill(1) };
}

/** Whole months, but for the in-service month, which counts so many halves of one. */
export function wholeMonthsFrom(halvesOfFirst: number, monthsToYearEnd: number): FirstYear {
  return {
    halfMonths: 2 * (monthsToYearEnd - 1) + halvesOfFirst,
    weights: [halvesOfFirst, ...Array<number>(monthsToYearEnd - 1).fill(2)],
  };
}
