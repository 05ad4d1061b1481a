import type { Convention } from "../conventions";
import type { Frequency } from "../frequency";
import type { Method } from "../methods";

/** A column: one number a row, in a typed or a plain array. */
export type Column = ArrayLike<number>;

/** Many assets of one method, as columns; row n of each belongs to asset n. */
export interface ManyAssets {
  readonly method: Method;
  /** Whole minor units (cents, where the currency has two decimals). The length of this column is the number of assets. */
  readonly cost: Column;
  /** Whole minor units, at most the cost. */
  readonly salvage: Column;
  /** Months of life; with dates whole ones. */
  readonly lifeMonths: Column;
  /** How many times the straight-line rate a declining balance takes; what the method's word says where it is left out. */
  readonly factor?: Column;
  /** Left out, every asset has years of life from age 0. */
  readonly dated?: ManyDates;
  readonly frequency: Frequency;
}

/** When and how the lives of many assets meet their fiscal years. */
export interface ManyDates {
  /** Days since 1970-01-01, as `dayOf` has them. */
  readonly inService: Column;
  /** The month in which the fiscal year ends, 1 to 12. */
  readonly yearEnd: Column;
  readonly convention: ArrayLike<Convention>;
}

/**
 * Writes the charges of one row into the cells from `at` to before `end`, the asset's first period first. False where the
 * row is not for it: nothing that it wrote counts then.
 */
export type FillRow = (row: number, charges: Float64Array, at: number, end: number) => boolean;

/** How a method charges many assets at once. It gives the cents that the method's schedule gives. */
export interface Kernel {
  readonly undated: (assets: ManyAssets) => FillRow;
  /** Left out where a life that meets fiscal years is the schedule's to work out. */
  readonly dated?: (assets: ManyAssets, dates: ManyDates) => FillRow;
}

/** Whether numbers are what most rows have: whole, in order and of a size for which plain doubles are exact. */
export function isPlain(cost: number, salvage: number, lifeMonths: number): boolean {
  return (
    Number.isInteger(cost) &&
    Number.isInteger(salvage) &&
    Number.isInteger(lifeMonths) &&
    salvage >= 0 &&
    salvage <= cost &&
    cost < 1e15 &&
    lifeMonths > 0 &&
    lifeMonths <= 1e6
  );
}
