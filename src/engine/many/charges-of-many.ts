import { assert } from "../assert";
import type { Dated } from "../asset";
import { isDay } from "../day";
import { mostPeriods } from "../methods";
import type { Problem } from "../problem";
import { fail, ok, type Result } from "../result";
import { schedule } from "../schedule";
import { kernelOf } from "./kernels";
import type { FillRow, ManyAssets, ManyDates } from "./kernel";

export interface ChargesOfMany {
  /**
   * Whole minor units; the charge of asset a in its period p, counted from 0, stands at a * periods + p. After the end of
   * a life there are zeros, and NaN throughout the row of an asset that could not be computed.
   */
  readonly charges: Float64Array;
  /** The assets that could not be computed, by their place in the columns from 0, and why. */
  readonly notComputed: readonly { readonly row: number; readonly problem: Problem }[];
}

/**
 * The charges of the first so many periods of many assets of one method, each cent the one that `schedule` gives the
 * asset. Most rows of SL, DB and SYD take a few nanoseconds a period; any other row goes through `schedule`, which also
 * says what is wrong with a bad one, its amounts in minor units.
 *
 * @param periods 1 to 1,048,575; an asset's first period is the one of its in-service date
 * @param into where to write, at least assets * periods long; a new array where it is left out
 * Problems of the call: not-whole, out-of-range. Problems of a row: those of `schedule`, not-a-date, missing.
 */
export function chargesOfMany(assets: ManyAssets, periods: number, into?: Float64Array): Result<ChargesOfMany> {
  if (!Number.isInteger(periods)) return fail({ code: "not-whole", what: "periods", given: periods });
  if (periods < 1 || periods > mostPeriods) {
    return fail({ code: "out-of-range", what: "periods", given: periods, least: 1, most: mostPeriods });
  }
  const count = assets.cost.length;
  const charges = into ?? new Float64Array(count * periods);
  assert(charges.length >= count * periods, "the array has a cell for each period of each asset");
  const fill = fillOf(assets);
  const notComputed: { readonly row: number; readonly problem: Problem }[] = [];
  for (let row = 0; row < count; row += 1) {
    const at = row * periods;
    if (fill(row, charges, at, at + periods)) continue;
    const problem = fillBySchedule(assets, row, charges.subarray(at, at + periods));
    if (problem !== undefined) notComputed.push({ row, problem });
  }
  return ok({ charges, notComputed });
}

function fillOf(assets: ManyAssets): FillRow {
  const { method, dated } = assets;
  const kernel = kernelOf(method);
  const fill = dated === undefined ? kernel?.undated(assets) : kernel?.dated?.(assets, dated);
  return fill ?? (() => false);
}

function fillBySchedule(assets: ManyAssets, row: number, charges: Float64Array): Problem | undefined {
  const { method, frequency, cost, salvage, lifeMonths, factor, dated } = assets;
  charges.fill(NaN);
  const dates = dated === undefined ? ok(undefined) : datesOf(dated, row);
  if (!dates.ok) return dates.problem;
  const found = schedule({
    method,
    frequency,
    // Minor units are the only ones here.
    decimals: 0,
    cost: cost[row] ?? NaN,
    salvage: salvage[row] ?? NaN,
    lifeMonths: lifeMonths[row] ?? NaN,
    ...(factor === undefined ? {} : { factor: factor[row] ?? NaN }),
    ...(dates.value === undefined ? {} : { dated: dates.value }),
  });
  if (!found.ok) return found.problem;
  charges.forEach((_none, at) => (charges[at] = found.value[at]?.charge ?? 0));
  return undefined;
}

function datesOf({ inService, yearEnd, convention }: ManyDates, row: number): Result<Dated> {
  const [day, by] = [inService[row] ?? NaN, convention[row]];
  if (!isDay(day)) return fail({ code: "not-a-date", what: "in service", given: day });
  if (by === undefined) return fail({ code: "missing", what: "convention" });
  return ok({ inService: day, yearEnd: yearEnd[row] ?? NaN, convention: by });
}
