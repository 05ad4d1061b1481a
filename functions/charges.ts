/** DEPR.SL, DEPR.DB, DEPR.SYD, DEPR.DDB, DEPR.FDB and DEPR.VDB: the charges of years, unrounded, as Excel's own functions give them. */
import {
  chargeBetween,
  chargeOfYear,
  chargesByYear,
  methodNamed,
  yearTerms,
  type YearTermsChecked,
} from "../src/engine";
import { given, numberGiven, numberIfGiven, truthIfGiven, wholeNumberIfGiven } from "./arguments";
import { cellError, handOnErrors, orCellError } from "./cell";
import { forEachCell, isLeftOut } from "./ranges";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface YearArguments {
  readonly cost: unknown;
  readonly salvage: unknown;
  readonly life: unknown;
  readonly period?: unknown;
  readonly factor?: unknown;
  readonly switch?: unknown;
  readonly month?: unknown;
}

export interface AgeArguments extends Omit<YearArguments, "period" | "switch" | "month"> {
  readonly start: unknown;
  readonly end: unknown;
  readonly no_switch: unknown;
}

/** The charges by the method of that word, in the shape of `period`: down the years of life where it is left out. */
export function yearCharges(methodWord: string, argued: YearArguments): unknown[][] {
  handOnErrors({ ...argued });
  const method = orCellError(methodNamed(methodWord));
  const terms = termsOf(argued, truthIfGiven(argued.switch, "switch"));
  const { period } = argued;
  if (isLeftOut(period)) return orCellError(chargesByYear(method, terms)).map((charge) => [charge]);
  return forEachCell({ period }, (year) => orCellError(chargeOfYear(method, terms, numberGiven(year, "period"))));
}

/** The charges from one age to another, in the shape of the two. */
export function ageCharges(methodWord: string, argued: AgeArguments): unknown[][] {
  handOnErrors({ ...argued });
  const { start, end } = argued;
  const method = orCellError(methodNamed(methodWord));
  const terms = termsOf(argued, truthIfGiven(argued.no_switch, "no_switch") !== true);
  if (isLeftOut(start)) throw cellError({ code: "missing", what: "start" });
  if (isLeftOut(end)) throw cellError({ code: "missing", what: "end" });
  return forEachCell({ start, end }, (from, to) =>
    orCellError(chargeBetween(method, terms, numberGiven(from, "start"), numberGiven(to, "end"))),
  );
}

function termsOf(argued: Omit<YearArguments, "period">, switchToStraightLine: boolean | undefined): YearTermsChecked {
  const terms = {
    cost: numberGiven(argued.cost, "cost"),
    salvage: numberIfGiven(argued.salvage, "salvage") ?? 0,
    lifeYears: numberGiven(argued.life, "life"),
    factor: numberIfGiven(argued.factor, "factor"),
    month: wholeNumberIfGiven(argued.month, "month", 1, 12),
    switchToStraightLine,
  };
  return orCellError(yearTerms(given(terms)));
}
