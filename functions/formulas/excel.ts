/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { ageCharges, yearCharges } from "../charges";

/**
 * Declining balance by Excel's own name: DDB, book value x factor / life, never below salvage. Without a period it spills one row for each year of life.
 * @customfunction DEPR.DDB DEPR.DDB
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years, more than 0, such as 5 or 4.5.
 * @param [period] The year of life, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @param [factor] How many times the straight-line rate; left out: 2, double declining.
 * @returns The charge of the year, or of each year.
 */
export function doubleDeclining(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  period?: unknown[][],
  factor?: unknown,
): unknown[][] {
  return yearCharges("DB", { cost, salvage, life, period, factor });
}

/**
 * Variable declining balance as Excel's VDB: the charge from one age to another, changing to straight line as soon as that charges more.
 * @customfunction DEPR.VDB DEPR.VDB
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years, more than 0, such as 5 or 4.5.
 * @param start The age in years with which it begins, 0 or more, such as 0 or 1.5: a number, a range or an array.
 * @param end The age in years at which it ends, up to the life: a number, a range or an array.
 * @param [factor] How many times the straight-line rate; left out: 2, double declining.
 * @param [no_switch] TRUE stays with the declining balance; left out: FALSE, which changes to straight line.
 * @returns The charge from start to end.
 */
export function variableDeclining(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  start: unknown[][],
  end: unknown[][],
  factor?: unknown,
  no_switch?: unknown,
): unknown[][] {
  return ageCharges("DB", { cost, salvage, life, start, end, factor, no_switch });
}

/**
 * Fixed-declining balance as Excel's DB: book value x a rate rounded to three decimals. Without a period it spills one row for each year.
 * @customfunction DEPR.FDB DEPR.FDB
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in whole years.
 * @param [period] The year, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @param [month] How many months the first year has, 1 to 12; left out: 12.
 * @returns The charge of the year, or of each year.
 */
export function fixedDeclining(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  period?: unknown[][],
  month?: unknown,
): unknown[][] {
  return yearCharges("FDB", { cost, salvage, life, period, month });
}
