/** The asset that the arguments of a formula and its options describe. */
import { conventionOfProfile, frequencyNamed, methodNamed, usualConvention } from "../src/engine";
import type { AssetTerms, Convention, Dated, ExtraTerms, Method, Opening, Result } from "../src/engine";
import { dayIfGiven, entryIfGiven, given, numberGiven, numberIfGiven } from "./arguments";
import { cellError, orCellError } from "./cell";
import { eventsFrom } from "./events";
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
  const { profile, factor, rate, amount, month, switchToStraightLine, policy } = options;
  const lifeYears = numberIfGiven(argued.life, "life");
  const method = entryIfGiven(argued.method, methodNamed) ?? options.method ?? orCellError(methodNamed("SL"));
  const extra = extraOf(method, lifeYears, options);
  const events = eventsFrom(argued.events, dateSystemOf(options));
  return given({
    cost: numberGiven(argued.cost, "cost"),
    salvage: numberIfGiven(argued.salvage, "salvage") ?? 0,
    lifeYears,
    decimals: options.decimals ?? 2,
    method,
    frequency:
      entryIfGiven(argued.frequency, frequencyNamed) ?? options.frequency ?? orCellError(frequencyNamed("year")),
    dated: dated(argued, options, usualConvention(given({ method, extra, profile })), events !== undefined),
    opening: openingFrom(options),
    events,
    profile,
    policy,
    extra,
    factor,
    rate,
    amount,
    month,
    switchToStraightLine,
  });
}

function extraOf(method: Method, lifeYears: number | undefined, options: Options): ExtraTerms | undefined {
  const { totalUnits, units, charges, system } = options;
  const extra = method.extraOf?.(given({ lifeYears, totalUnits, units, charges, system }));
  return extra === undefined ? undefined : orCellError(extra);
}

function dated(
  { start, convention }: AssetArguments,
  options: Options,
  usual: Convention,
  hasEvents: boolean,
): Dated | undefined {
  const inService = dayIfGiven(start, "start", dateSystemOf(options));
  const ofProfile = (text: string): Result<Convention> => conventionOfProfile(options.profile, text);
  const named = entryIfGiven(convention, ofProfile);
  const option = entryIfGiven(options.convention, ofProfile);
  if (inService !== undefined) {
    return { inService, yearEnd: options.yearEnd ?? 12, convention: named ?? option ?? usual };
  }
  if (named !== undefined) throw cellError({ code: "needs-start", what: "convention" });
  if (hasEvents) throw cellError({ code: "needs-start", what: "the argument events" });
  return undefined;
}

function openingFrom({ openingAccumulated, openingDate, openingCharge, dateSystem }: Options): Opening | undefined {
  if (openingAccumulated === undefined && openingDate === undefined) return undefined;
  const asOf = dayIfGiven(openingDate, "opening date", dateSystem ?? "1900");
  if (openingAccumulated === undefined) throw cellError({ code: "missing", what: "opening accumulated" });
  if (asOf === undefined) throw cellError({ code: "missing", what: "opening date" });
  return given({ accumulated: openingAccumulated, asOf, chargedThisYear: openingCharge });
}
