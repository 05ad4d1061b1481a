/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { accumulatedCharges, bookValues, chargesBetween } from "../balances";

/**
 * Accumulated depreciation at a date, exact to the cent; each month counts at its end. Without a start date: at an age in years.
 * @customfunction DEPR.ACCUMULATED DEPR.ACCUMULATED
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param as_of The date or, without a start, the age in years: a single one, a range or an array.
 * @param [method] How it depreciates; left out: SL, straight line.
 * @param [start] The date in service, as a date or as yyyy-mm-dd.
 * @param [convention] How the first year counts, with a start date only; left out: full-month.
 * @param [options] Two columns, name and value, as in DEPR.SCHEDULE.
 * @param [events] What happens in mid-life, with a start date only.
 * @returns The accumulated depreciation at each date or age.
 */
export function accumulated(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  as_of: unknown[][],
  method?: unknown,
  start?: unknown,
  convention?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return accumulatedCharges({ cost, salvage, life, as_of, method, start, convention, options, events });
}

/**
 * Book value at a date, exact to the cent: cost less accumulated depreciation; each month counts at its end. Without a start date: at an age in years.
 * @customfunction DEPR.BOOKVALUE DEPR.BOOKVALUE
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param as_of The date or, without a start, the age in years: a single one, a range or an array.
 * @param [method] How it depreciates; left out: SL, straight line.
 * @param [start] The date in service, as a date or as yyyy-mm-dd.
 * @param [convention] How the first year counts, with a start date only; left out: full-month.
 * @param [options] Two columns, name and value, as in DEPR.SCHEDULE.
 * @param [events] What happens in mid-life, with a start date only.
 * @returns The book value at each date or age.
 */
export function bookValue(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  as_of: unknown[][],
  method?: unknown,
  start?: unknown,
  convention?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return bookValues({ cost, salvage, life, as_of, method, start, convention, options, events });
}

/**
 * Depreciation between two dates, both included, exact to the cent; each month counts at its end. Without a start date: from one age in years to another.
 * @customfunction DEPR.BETWEEN DEPR.BETWEEN
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param from The first day or, without a start, the age in years it begins with: a single one, a range or an array.
 * @param to The last day, itself included, or the age in years it ends at: a single one, a range or an array.
 * @param [method] How it depreciates; left out: SL, straight line.
 * @param [start] The date in service, as a date or as yyyy-mm-dd.
 * @param [convention] How the first year counts, with a start date only; left out: full-month.
 * @param [options] Two columns, name and value, as in DEPR.SCHEDULE.
 * @param [events] What happens in mid-life, with a start date only.
 * @returns The depreciation of each stretch.
 */
export function between(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  from: unknown[][],
  to: unknown[][],
  method?: unknown,
  start?: unknown,
  convention?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return chargesBetween({ cost, salvage, life, from, to, method, start, convention, options, events });
}
