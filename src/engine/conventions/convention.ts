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
   * @param monthsToYearEnd 1 to 12, the in-service month included
   * @param lifeMonths the whole life, or Infinity where it is open
   */
  firstYear(monthsToYearEnd: number, inService: Day, lifeMonths: number): FirstYear;
}
