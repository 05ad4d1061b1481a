import { dividedBy, larger, lowest, nearestWhole, ratio, smaller, times, whole, type Ratio } from "../../ratio";

/** A property class under the general depreciation system (IRS, Publication 946). */
export interface RecoveryClass {
  readonly years: number;
  /** How many times the straight-line rate it declines by; 1 is straight line. */
  readonly factor: number;
}

/** When in its first year an asset counts as placed in service. */
export type Placed =
  | { readonly convention: "half-year" }
  | { readonly convention: "mid-quarter"; readonly quarter: number }
  | { readonly convention: "mid-month"; readonly month: number };

/** A year's part of the basis, as the IRS prints it: whole units of 1 / `unitsOfAll`. */
export interface Percentages {
  readonly unitsOfAll: number;
  /** Of tax year 1, 2, 3 and so on. */
  readonly units: readonly number[];
}

/**
 * The percentages as printed in Publication 946, Appendix A. The balance is kept in printed units: each year takes, rounded
 * half up, the larger of declining balance and straight line over what remains, of what the rounded years before left.
 */
export function percentages({ years, factor }: RecoveryClass, placed: Placed): Percentages {
  const unitsOfAll = isFine(years, placed) ? 100_000 : 10_000;
  const units = printed(years, factor, placed) ?? byRule(years, factor, placed, unitsOfAll);
  return { unitsOfAll, units };
}

// Two decimals of a percent, but three for real property and for 20-year property.
function isFine(years: number, placed: Placed): boolean {
  return placed.convention === "mid-month" || years === 20;
}

function byRule(years: number, factor: number, placed: Placed, unitsOfAll: number): readonly number[] {
  const first = firstYearPart(placed);
  const life = ratio(BigInt(Math.round(years * 10)), 10n);
  const rate = dividedBy(ratio(BigInt(Math.round(factor * 10)), 10n), life);
  const units: number[] = [];
  let [balance, age] = [unitsOfAll, whole(0)];
  for (let part = first; balance > 0; part = whole(1)) {
    const left = { top: life.top * age.bottom - age.top * life.bottom, bottom: life.bottom * age.bottom };
    const straight = compareOne(left) <= 0 ? whole(1) : dividedBy(whole(1), left);
    const share = lowest(times(larger(rate, straight), part));
    const charge = nearestWhole(times(whole(balance), smaller(whole(1), share)));
    units.push(charge);
    balance -= charge;
    age = lowest({ top: age.top * part.bottom + part.top * age.bottom, bottom: age.bottom * part.bottom });
  }
  return units;
}

function compareOne(left: Ratio): number {
  return Number(left.top - left.bottom);
}

function firstYearPart(placed: Placed): Ratio {
  if (placed.convention === "half-year") return ratio(1n, 2n);
  if (placed.convention === "mid-quarter") return ratio(BigInt(2 * (4 - placed.quarter) + 1), 8n);
  return ratio(BigInt(2 * (12 - placed.month) + 1), 24n);
}

// What the IRS prints otherwise than its rule gives: two columns, and the 39-year table, whose months are rounded alone.
function printed(years: number, factor: number, placed: Placed): readonly number[] | undefined {
  if (years === 39 && placed.convention === "mid-month") {
    const { month } = placed;
    return [Math.round(214 * (12.5 - month)), ...Array<number>(38).fill(2564), Math.round(214 * (month - 0.5))];
  }
  if (placed.convention !== "mid-quarter") return undefined;
  if (years === 7 && factor === 2 && placed.quarter === 2) return tableA3of7;
  if (years === 20 && factor === 1.5 && placed.quarter === 1) return tableA2of20;
  return undefined;
}

const tableA3of7 = [1785, 2347, 1676, 1197, 887, 887, 887, 334];
const tableA2of20 = [
  ...[6563, 7000, 6482, 5996, 5546, 5130, 4746],
  ...[4459, 4459, 4459, 4459, 4460, 4459, 4460, 4459, 4460, 4459, 4460, 4459, 4460, 565],
];
