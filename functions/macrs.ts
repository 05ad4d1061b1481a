/** DEPR.MACRS: the tax depreciation of the United States, in exact amounts of dollars and cents. */
import {
  amountOf,
  conventionNamed,
  exactCents,
  macrsAmounts,
  macrsElectionNamed,
  monthsToYearEnd,
  type Cents,
  type Decimals,
} from "../src/engine";
import { dayIfGiven, entryIfGiven, given, numberGiven } from "./arguments";
import { cellError, handOnErrors, orCellError } from "./cell";
import { dateSystemOf, optionsFrom, type Options } from "./options";
import { forEachCell, isLeftOut } from "./ranges";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface MacrsArguments {
  readonly cost: unknown;
  readonly class: unknown;
  readonly year: unknown;
  readonly convention: unknown;
  readonly placed_in_service: unknown;
  readonly method: unknown;
  readonly options: unknown;
}

/** The amounts of the tax years, in the shape of `year`: down all of them where it is left out. */
export function taxYears(argued: MacrsArguments): unknown[][] {
  handOnErrors({ ...argued });
  const options = optionsFrom(argued.options);
  const decimals = options.decimals ?? 2;
  const amounts = amountsOf(argued, options, decimals).map((amount) => amountOf(amount, decimals));
  const { year } = argued;
  if (isLeftOut(year)) return amounts.map((amount) => [amount]);
  return forEachCell({ year }, (cell) => amountOfYear(amounts, numberGiven(cell, "year")));
}

// Argument beats option; what neither says, the class says.
function amountsOf(argued: MacrsArguments, options: Options, decimals: Decimals): readonly Cents[] {
  const cost = numberGiven(argued.cost, "cost");
  if (cost < 0) throw cellError({ code: "negative", what: "cost", given: cost });
  const election = entryIfGiven(argued.method, macrsElectionNamed);
  const placed = dayIfGiven(argued.placed_in_service, "placed_in_service", dateSystemOf(options));
  const terms = {
    cost: orCellError(exactCents(cost, decimals, "cost")),
    years: numberGiven(argued.class, "class"),
    system: election?.system ?? options.system ?? "GDS",
    factor: election === undefined ? options.factor : election.factor,
    convention: entryIfGiven(argued.convention, conventionNamed) ?? entryIfGiven(options.convention, conventionNamed),
    monthsToYearEnd: placed === undefined ? undefined : monthsToYearEnd(placed, options.yearEnd ?? 12),
  };
  return orCellError(macrsAmounts(given(terms)));
}

function amountOfYear(amounts: readonly number[], year: number): number {
  const amount = amounts[year - 1];
  if (amount !== undefined) return amount;
  if (!Number.isInteger(year)) throw cellError({ code: "not-whole", what: "year", given: year });
  throw cellError({ code: "out-of-range", what: "year", given: year, least: 1, most: amounts.length });
}
