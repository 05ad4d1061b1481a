/// The custom functions as Excel shows them: these comments are the help that people read while they type, so they speak
/// to analysts. The build makes functions.json of them and registers each function under the name beside @customfunction.
import { useCharges } from "../use";

/**
 * Units of production: (cost - salvage) x units / total units, until all of them are used up. One charge for each usage figure.
 * @customfunction DEPR.UOP DEPR.UOP
 * @param cost What the asset cost, 0 or more.
 * @param salvage What it is worth when all units are used; blank is 0.
 * @param total_units The units of its whole life, more than 0.
 * @param units The units used: a number, or a range or an array of the periods in their order.
 * @param [prior_units] The units that were used before; left out: 0.
 * @returns The charge of each usage figure.
 */
export function unitsOfProduction(
  cost: unknown,
  salvage: unknown,
  total_units: unknown,
  units: unknown[][],
  prior_units?: unknown,
): unknown[][] {
  return useCharges({ cost, salvage, total_units, units, prior_units });
}
