/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { yearCharges } from "../charges";

/**
 * Straight line: the same charge every year, (cost - salvage) / life. Without a period it spills one row for each year of life.
 * @customfunction DEPR.SL DEPR.SL
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years, more than 0, such as 5 or 4.5.
 * @param [period] The year of life, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @returns The charge of the year, or of each year.
 */
export function straightLine(cost: unknown, salvage: unknown, life: unknown, period?: unknown[][]): unknown[][] {
  return yearCharges("SL", { cost, salvage, life, period });
}

/**
 * Declining balance as Excel's DDB (not Excel's DB, which is the fixed-declining method): book value x factor / life, never below salvage.
 * @customfunction DEPR.DB DEPR.DB
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years, more than 0, such as 5 or 4.5.
 * @param [period] The year of life, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @param [factor] How many times the straight-line rate; left out: 2, double declining.
 * @param [switch_] TRUE changes to straight line as soon as that charges more, as Excel's VDB does; left out: FALSE.
 * @returns The charge of the year, or of each year.
 */
export function decliningBalance(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  period?: unknown[][],
  factor?: unknown,
  switch_?: unknown,
): unknown[][] {
  return yearCharges("DB", { cost, salvage, life, period, factor, switch: switch_ });
}

/**
 * Sum-of-years' digits: (cost - salvage) x the years of life that remain / the sum of the years' digits.
 * @customfunction DEPR.SYD DEPR.SYD
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years, more than 0; a whole number where the period is left out.
 * @param [period] The year of life, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @returns The charge of the year, or of each year.
 */
export function sumOfYears(cost: unknown, salvage: unknown, life: unknown, period?: unknown[][]): unknown[][] {
  return yearCharges("SYD", { cost, salvage, life, period });
}
