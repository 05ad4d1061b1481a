import fc from "fast-check";
import { chargesOfMany, schedule } from "../../../src/engine";
import type { Dated, Frequency, ManyAssets, Method } from "../../../src/engine";
import { dated, factor, money, value } from "../random-assets";

/** An asset in minor units, as one row of the columns has it. */
export interface Row {
  readonly cost: number;
  readonly salvage: number;
  readonly lifeMonths: number;
  readonly factor: number;
  readonly dated: Dated;
}

// Lives that divide amounts into halves of a cent as often as not, up to a hundred years.
const lifeMonths = fc.oneof(
  fc.constantFrom(1, 2, 4, 8, 12, 16, 20, 24, 36, 40, 48, 60, 64, 80, 84, 96, 120, 125, 160, 200, 240, 480, 960, 1200),
  fc.integer({ min: 1, max: 1_200 }),
);
const anyFactor = fc.oneof(factor, fc.constantFrom(0.001, 1.2, 4, 7.3), fc.double({ min: 0.01, max: 20, noNaN: true }));

/** Costs to 1e12 currency units in cents. */
export const row: fc.Arbitrary<Row> = fc
  .record({ money, lifeMonths, factor: anyFactor, dated })
  .map(({ money: { cost, salvage }, ...rest }) => ({ ...rest, cost, salvage }));

export interface Together {
  readonly method: Method;
  readonly frequency: Frequency;
  readonly isDated: boolean;
}

/** The rows as columns; `isTyped` chooses the kind of array. */
export function columns({ method, frequency, isDated }: Together, rows: readonly Row[], isTyped = false): ManyAssets {
  const column = (of: (row: Row) => number): ArrayLike<number> =>
    isTyped ? Float64Array.from(rows, of) : rows.map(of);
  const dates = {
    inService: column((one) => one.dated.inService),
    yearEnd: column((one) => one.dated.yearEnd),
    convention: rows.map((one) => one.dated.convention),
  };
  return {
    method,
    frequency,
    cost: column((one) => one.cost),
    salvage: column((one) => one.salvage),
    lifeMonths: column((one) => one.lifeMonths),
    ...(method.factor === 2 ? { factor: column((one) => one.factor) } : {}),
    ...(isDated ? { dated: dates } : {}),
  };
}

/** The charges of many, one list an asset. */
export function together(how: Together, rows: readonly Row[], periods: number, isTyped = false): readonly number[][] {
  const { charges, notComputed } = value(chargesOfMany(columns(how, rows, isTyped), periods));
  if (notComputed.length > 0) throw new Error(JSON.stringify(notComputed));
  return rows.map((_row, at) => [...charges.subarray(at * periods, (at + 1) * periods)]);
}

/** The charges of each asset's own schedule, in cents, zeros after its end. */
export function alone(how: Together, rows: readonly Row[], periods: number): readonly number[][] {
  const { method, frequency, isDated } = how;
  return rows.map(({ cost, salvage, lifeMonths: life, factor: times, dated: inTime }) => {
    const terms = {
      method,
      frequency,
      decimals: 2 as const,
      cost: cost / 100,
      salvage: salvage / 100,
      lifeMonths: life,
    };
    const own = method.factor === 2 ? { factor: times } : {};
    const found = value(schedule({ ...terms, ...own, ...(isDated ? { dated: inTime } : {}) }));
    return Array.from({ length: periods }, (_none, at) => found[at]?.charge ?? 0);
  });
}
