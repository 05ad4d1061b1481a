/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { findingCells } from "../findings";
import { journalCells } from "../journal";
import { chargesCells } from "../register-charges";
import { rollForwardCells } from "../roll-forward";

/**
 * The charges of a whole register, exact to the cent: one row an asset, one column a period, and their totals.
 * @customfunction DEPR.CHARGES DEPR.CHARGES
 * @param register The register with its header row: a range, a table with its headers, or whole columns.
 * @param from The first day, as a date or as yyyy-mm-dd.
 * @param to The last day.
 * @param [frequency] How long a period is; left out: month.
 * @param [options] Two columns, name and value: year end, decimals, headers, date system, and what systems do differently.
 * @param [events] The Events table with its header row: what happens to the assets in mid-life.
 * @returns A header row, one row for each asset and a row of totals.
 */
export function charges(
  register: unknown[][],
  from: unknown,
  to: unknown,
  frequency?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return chargesCells({ register, from, to, frequency, options, events });
}

/**
 * The note on fixed assets: cost, accumulated depreciation, impairment and book value of each class from opening to closing.
 * @customfunction DEPR.ROLLFORWARD DEPR.ROLLFORWARD
 * @param register The register with its header row: a range, a table with its headers, or whole columns.
 * @param from The first day, as a date or as yyyy-mm-dd.
 * @param to The last day.
 * @param [by] What a row stands for: class, cost-centre, asset or method; left out: class.
 * @param [options] Two columns, name and value: year end, decimals, headers, date system, and what systems do differently.
 * @param [events] The Events table with its header row: what happens to the assets in mid-life.
 * @returns A header row, one row for each class, a row of totals and a check row, which reads 0.
 */
export function rollForward(
  register: unknown[][],
  from: unknown,
  to: unknown,
  by?: unknown,
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return rollForwardCells({ register, from, to, by, options, events });
}

/**
 * The journal of a month: balanced lines, entry by entry, for all that the register and its events say of it.
 * @customfunction DEPR.JOURNAL DEPR.JOURNAL
 * @param register The register with its header row: a range, a table with its headers, or whole columns.
 * @param period The month: any day of it, or yyyy-mm.
 * @param [accounts] The Accounts table with its header row; left out: the usual accounts.
 * @param [options] Two columns, name and value: summary, book, year end, decimals, headers, date system.
 * @param [events] The Events table with its header row: what happens to the assets in mid-life.
 * @returns A header row and the lines of the journal.
 */
export function journal(
  register: unknown[][],
  period: unknown,
  accounts?: unknown[][],
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return journalCells({ register, period, accounts, options, events });
}

/**
 * What an accountant should look at before trusting a register: one row a finding, with its place and what would be right.
 * @customfunction DEPR.CHECK DEPR.CHECK
 * @param register The register with its header row: a range, a table with its headers, or whole columns.
 * @param [policy] The useful lives that the classes may have: class, shortest and longest life in years.
 * @param [options] Two columns, name and value: as of, year end, decimals, headers, date system.
 * @param [events] The Events table with its header row: what happens to the assets in mid-life.
 * @returns A header row and one row for each finding, or "No findings".
 */
export function check(
  register: unknown[][],
  policy?: unknown[][],
  options?: unknown[][],
  events?: unknown[][],
): unknown[][] {
  return findingCells({ register, policy, options, events });
}
