/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { comparison } from "../comparison";
import { regrouped } from "../regroup";
import { scheduleCells } from "../schedule";

/**
 * The whole depreciation schedule, exact to the cent: period, opening value, depreciation, accumulated, book value.
 * @customfunction DEPR.SCHEDULE DEPR.SCHEDULE
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param [method] How it depreciates; left out: SL, straight line.
 * @param [start] The date in service, as a date or as yyyy-mm-dd. Periods then are dated by their last day.
 * @param [frequency] How long a period is; left out: year.
 * @param [convention] How the first year counts, with a start date only; left out: full-month.
 * @param [options] Two columns, name and value: factor, rate, switch, decimals, headers, year end, day count, profile, date system.
 * @param [events] What happens in mid-life, with a start date only.
 * @returns A header row and one row for each period.
 */
export function schedule(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  method?: unknown,
  start?: unknown,
  frequency?: unknown,
  convention?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return scheduleCells({ cost, salvage, life, method, start, frequency, convention, options, events });
}

/**
 * Methods or profiles side by side: one column each with the charge of every period, and their totals.
 * @customfunction DEPR.COMPARE DEPR.COMPARE
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth at the end of its life; blank is 0.
 * @param life Useful life in years; with a start date a whole number of months, such as 2.5.
 * @param methods What to compare: methods such as SL, DB, SYD, or profiles such as xero, in a range or an array.
 * @param [start] The date in service, as a date or as yyyy-mm-dd. Periods then are dated by their last day.
 * @param [frequency] How long a period is; left out: year.
 * @param [options] Two columns, name and value, as in DEPR.SCHEDULE; they count for every column.
 * @returns A header row, one row for each period and a row of totals.
 */
export function compare(
  cost: unknown,
  salvage: unknown,
  life: unknown,
  methods: unknown[][],
  start?: unknown,
  frequency?: unknown,
  options?: unknown[][],
): unknown[][] {
  return comparison({ cost, salvage, life, methods, start, frequency, options });
}

/**
 * A schedule in longer periods, cent for cent: a monthly one as quarters, half-years or years.
 * @customfunction DEPR.REGROUP DEPR.REGROUP
 * @param schedule The cells of a schedule as DEPR.SCHEDULE spills it, with or without its header row.
 * @param frequency How long a period shall be: quarter, half-year or year.
 * @param [options] Two columns, name and value: year end, decimals, headers, date system.
 * @returns A header row and one row for each longer period.
 */
export function regroup(schedule: unknown[][], frequency: unknown, options?: unknown[][]): unknown[][] {
  return regrouped({ schedule, frequency, options });
}
