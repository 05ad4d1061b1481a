/** DEPR.SCHEDULE: the rows of one asset, in exact amounts of its currency. */
import { amountOf, conventionNamed, frequencyNamed, methodNamed, schedule } from "../src/engine";
import type { AssetTerms, Dated, Decimals, ScheduleRow } from "../src/engine";
import { serialOfDay, type DateSystem } from "../src/sheet/serial";
import { dayIfGiven, entryIfGiven, given, numberGiven, numberIfGiven } from "./arguments";
import { cellError, handOnErrors, isBlank, isMatrix, orCellError } from "./cell";
import { optionsFrom, type Options } from "./options";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface ScheduleArguments {
  readonly cost: unknown;
  readonly salvage: unknown;
  readonly life: unknown;
  readonly method: unknown;
  readonly start: unknown;
  readonly frequency: unknown;
  readonly convention: unknown;
  readonly options: unknown;
  readonly events: unknown;
}

const headers = ["Period", "Opening value", "Depreciation", "Accumulated", "Book value"];

/** The schedule as cells: a header row unless the options take it off, then one row a period. */
export function scheduleCells(argued: ScheduleArguments): unknown[][] {
  handOnErrors({ ...argued });
  const options = optionsFrom(argued.options);
  const terms = assetTerms(argued, options);
  const rows = orCellError(schedule(terms)).map((row) => cells(row, terms.decimals, dateSystemOf(options)));
  // Excel has no cells for an empty answer, so a schedule without rows keeps its headers whatever the options say.
  return options.headers === false && rows.length > 0 ? rows : [headers, ...rows];
}

function assetTerms(argued: ScheduleArguments, options: Options): AssetTerms {
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

/** The argument beats the option, the option beats the profile, the profile beats our own default. */
function dated(argued: ScheduleArguments, options: Options): Dated | undefined {
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

function cells(row: ScheduleRow, decimals: Decimals, system: DateSystem): unknown[] {
  const period = row.lastDay === undefined ? row.period : serialOfDay(row.lastDay, system);
  const amounts = [row.opening, row.charge, row.accumulated, row.closing];
  return [period, ...amounts.map((amount) => amountOf(amount, decimals))];
}

function dateSystemOf(options: Options): DateSystem {
  return options.dateSystem ?? "1900";
}
