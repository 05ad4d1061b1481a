/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { taxYears } from "../macrs";

/**
 * United States tax depreciation, the percentages of IRS Publication 946, in dollars and cents. Without a year it spills all of them.
 * @customfunction DEPR.MACRS DEPR.MACRS
 * @param cost The basis: what the asset cost, 0 or more. There is no salvage.
 * @param class_ The property class in years: 3, 5, 7, 10, 15, 20, 27.5, 39 or 40; under ADS the recovery period.
 * @param [year] The tax year of the asset, 1, 2, 3 and so on: a number, a range or an array. Left out: all years.
 * @param [convention] HY half-year, MQ mid-quarter or MM mid-month; left out: MM from 27.5 years on, else HY.
 * @param [placed_in_service] The date placed in service, which says the quarter for MQ and the month for MM.
 * @param [method] 200DB, 150DB, SL or ADS; left out: as the class has it.
 * @param [options] Two columns, name and value: year end, decimals, date system.
 * @returns The amount of the year, or of each year.
 */
export function macrs(
  cost: unknown,
  class_: unknown,
  year?: unknown[][],
  convention?: unknown,
  placed_in_service?: unknown,
  method?: unknown,
  options?: unknown[][],
): unknown[][] {
  return taxYears({ cost, class: class_, year, convention, placed_in_service, method, options });
}
