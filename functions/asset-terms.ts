/** The asset that the arguments of a formula and its options describe. */
import { conventionNamed, frequencyNamed, methodNamed } from "../src/engine";
import type { AssetTerms, Dated } from "../src/engine";
import { dayIfGiven, entryIfGiven, given, numberGiven, numberIfGiven } from "./arguments";
import { cellError, isBlank, isMatrix, orCellError } from "./cell";
import { dateSystemOf, type Options } from "./options";

/** The arguments as Excel hands them over: anything, and null or nothing where one is left out. */
export interface AssetArguments {
  readonly cost: unknown;
  readonly salvage: unknown;
  readonly life: unknown;
  readonly method?: unknown;
  readonly start?: unknown;
  readonly frequency?: unknown;
  readonly convention?: unknown;
  readonly events?: unknown;
}

/** Argument beats option beats profile beats our own default. */
export function assetTerms(argued: AssetArguments, options: Options): AssetTerms {
  const { profile, factor, rate, switchToStraightLine } = options;
  return given({
    cost: numberGiven(argued.cost, "cost"),
    salvage: numberIfGiven(argued.salvage, "salvage") ?? 0,
    lifeYears: numberIfGiven(argued.life, "life"),
    decimals: options.decimals ?? 2,
    method: entryIfGiven(argued.method, methodNamed) ?? options.method ?? orCellError(methodNamed("SL")),
    frequency:
      entryIfGiven(argued.frequency, frequencyNamed) ?? options.frequency ?? orCellError(frequencyNamed("year")),
    dated: dated(argued, options),
    profile,
    factor,
    rate,
    switchToStraightLine,
  });
}

function dated(argued: AssetArguments, options: Options): Dated | undefined {
  const inService = dayIfGiven(argued.start, "start", dateSystemOf(options));
  const convention = entryIfGiven(argued.convention, conventionNamed);
  const events = isMatrix(argued.events) ? !argued.events.flat().every(isBlank) : !isBlank(argued.events);
  if (inService === undefined) {
    if (convention !== undefined) throw cellError({ code: "needs-start", what: "convention" });
    if (events) throw cellError({ code: "needs-start", what: "the argument events" });
    return undefined;
  }
  if (events) throw cellError({ code: "not-yet", what: "argument", given: "events" });
  const fallback = options.convention ?? options.profile?.convention ?? orCellError(conventionNamed("full-month"));
  return { inService, yearEnd: options.yearEnd ?? 12, convention: convention ?? fallback };
}
