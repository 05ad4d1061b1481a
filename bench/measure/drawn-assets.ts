import { conventions, dayFromText, frequencyNamed, methodNamed, wording } from "../../src/engine";
import type { AssetTerms, Convention, Day, ManyAssets, Method, Result } from "../../src/engine";

export const monthly = value(frequencyNamed("month"));
export const methodOf = (word: string): Method => value(methodNamed(word));

/** Conventions that count in months. */
export const inMonths: readonly Convention[] = conventions.filter(({ firstYear }) => firstYear !== undefined);

/** The answer; a bench gives nothing that has a problem. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(wording(result.problem));
  return result.value;
}

/** The columns of so many assets, without chance: costs of 100 to 10 million, half of them with a salvage, five years. */
export function columns(method: Method, count: number): ManyAssets {
  const cost = Float64Array.from({ length: count }, (_none, row) => 10_000 + ((row * 7_919_337) % 1_000_000_000));
  return {
    method,
    cost,
    salvage: cost.map((amount, row) => (row % 2 === 0 ? 0 : Math.floor(amount / 10))),
    lifeMonths: new Int32Array(count).fill(60),
    frequency: monthly,
  };
}

/** The same with in-service days over ten years, fiscal years that end in any month, and every convention in months. */
export function datedColumns(method: Method, count: number): ManyAssets {
  const first = inServiceOf(0);
  return {
    ...columns(method, count),
    dated: {
      inService: Int32Array.from({ length: count }, (_none, row) => first + ((row * 7_919) % 3_650)),
      yearEnd: Int32Array.from({ length: count }, (_none, row) => (row % 10 < 7 ? 12 : 1 + (row % 12))),
      convention: Array.from({ length: count }, (_none, row) => inMonths[row % inMonths.length] as Convention),
    },
  };
}

/** The terms of one asset with dates, rate and life, as a register or a cell has them. */
export function termsOf(method: Method, row: number): AssetTerms {
  const lives = [36, 48, 60, 84, 120];
  return {
    method,
    cost: (10_000 + ((row * 7_919_337) % 1_000_000_000)) / 100,
    salvage: row % 3 === 0 ? 0 : 100,
    decimals: 2,
    lifeMonths: lives[row % lives.length] as number,
    rate: 0.3,
    frequency: monthly,
    dated: { inService: inServiceOf(row), yearEnd: 12, convention: inMonths[row % inMonths.length] as Convention },
  };
}

function inServiceOf(row: number): Day {
  return (value(dayFromText("2015-01-01")) + ((row * 7_919) % 3_650)) as Day;
}
