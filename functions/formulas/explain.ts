/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { explanation } from "../explanation";

/**
 * The steps behind one charge of a schedule, for an auditor: base, rate, months or days, share, exact amount, rounding, result.
 * @customfunction DEPR.EXPLAIN DEPR.EXPLAIN
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param period Which period: its number, 1, 2, 3 and so on, or with a start any date in it.
 * @param [method] How it depreciates; left out: SL, straight line.
 * @param [start] The date in service, as a date or as yyyy-mm-dd.
 * @param [frequency] How long a period is; left out: year.
 * @param [convention] How the first year counts, with a start date only; left out: full-month.
 * @param [options] Two columns, name and value, as in DEPR.SCHEDULE.
 * @param [events] What happens in mid-life, with a start date only.
 * @returns A header row and one row for each step; the last is the charge.
 */
export function explain(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  period: unknown,
  method?: unknown,
  start?: unknown,
  frequency?: unknown,
  convention?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return explanation({ cost, salvage, life, period, method, start, frequency, convention, options, events });
}
