/** DEPR.UOP: the charges by use, unrounded. */
import { chargeableAmount, chargesByUse } from "../src/engine";
import { numberGiven, numberIfGiven } from "./arguments";
import { cellError, handOnErrors, isBlank, isMatrix, orCellError } from "./cell";
import { isLeftOut } from "./ranges";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface UseArguments {
  readonly cost: unknown;
  readonly salvage: unknown;
  readonly total_units: unknown;
  readonly units: unknown;
  readonly prior_units: unknown;
}

/** One charge for each usage figure, in the shape of `units`; row by row, what is used beyond the total costs nothing. */
export function useCharges(argued: UseArguments): unknown[][] {
  handOnErrors({ ...argued });
  const { units } = argued;
  const salvage = numberIfGiven(argued.salvage, "salvage") ?? 0;
  const amount = orCellError(chargeableAmount(numberGiven(argued.cost, "cost"), salvage));
  const total = numberGiven(argued.total_units, "total_units");
  const before = numberIfGiven(argued.prior_units, "prior_units") ?? 0;
  if (total <= 0) throw cellError({ code: "not-positive", what: "total_units", given: total });
  if (before < 0) throw cellError({ code: "negative", what: "prior_units", given: before });
  if (isLeftOut(units)) throw cellError({ code: "missing", what: "units" });
  const rows = isMatrix(units) ? units : [[units]];
  const used = rows.flat().flatMap((cell) => (isBlank(cell) ? [] : [numberGiven(cell, "units")]));
  const charges = orCellError(chargesByUse(amount, total, used, before)).values();
  return rows.map((row) => row.map((cell) => (isBlank(cell) ? "" : charges.next().value)));
}
