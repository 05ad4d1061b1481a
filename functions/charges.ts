/** DEPR.SL, DEPR.DB and DEPR.SYD: the charges of whole years, unrounded, as Excel's own functions give them. */
import { chargeOfYear, chargesByYear, methodNamed, yearTerms, type YearTermsChecked } from "../src/engine";
import { given, numberGiven, numberIfGiven, truthIfGiven } from "./arguments";
import { handOnErrors, isBlank, isMatrix, orCellError } from "./cell";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface YearArguments {
  readonly cost: unknown;
  readonly salvage: unknown;
  readonly life: unknown;
  readonly period?: unknown;
  readonly factor?: unknown;
  readonly switch?: unknown;
}

/** The charges by the method of that word, in the shape of `period`: down the years of life where it is left out. */
export function yearCharges(methodWord: string, argued: YearArguments): unknown[][] {
  handOnErrors({ ...argued });
  const method = orCellError(methodNamed(methodWord));
  const terms = termsOf(argued);
  const { period } = argued;
  if (period === undefined || period === null)
    return orCellError(chargesByYear(method, terms)).map((charge) => [charge]);
  const rows = isMatrix(period) ? period : [[period]];
  const charge = (year: unknown): number => orCellError(chargeOfYear(method, terms, numberGiven(year, "period")));
  return rows.map((row) => row.map((year) => (isBlank(year) ? "" : charge(year))));
}

function termsOf(argued: YearArguments): YearTermsChecked {
  const terms = {
    cost: numberGiven(argued.cost, "cost"),
    salvage: numberIfGiven(argued.salvage, "salvage") ?? 0,
    lifeYears: numberGiven(argued.life, "life"),
    factor: numberIfGiven(argued.factor, "factor"),
    switchToStraightLine: truthIfGiven(argued.switch, "switch"),
  };
  return orCellError(yearTerms(given(terms)));
}
