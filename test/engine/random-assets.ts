import fc from "fast-check";
import { conventions, dayOf, frequencies, methods } from "../../src/engine";
import type { AssetTerms, Dated, Day, Decimals, Frequency, Method, Result } from "../../src/engine";

/** The value of an answer that must be there. */
export function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problem));
  return result.value;
}

/** Whole minor units from nothing to 1e12 currency units, as often small as large, with ties made likely. */
export const minorUnits: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: 0, max: 1_000 }),
  fc.integer({ min: 0, max: 10_000_000 }),
  fc.integer({ min: 0, max: 10_000_000_000 }),
  fc.maxSafeInteger().map((number) => Math.abs(number) % 100_000_000_000_000),
);

/** Cost and salvage in minor units, salvage never above cost. */
export const money = fc
  .tuple(minorUnits, fc.constantFrom(0, 0.1, 0.5, 1), fc.double({ min: 0, max: 1, noNaN: true }))
  .map(([cost, fixed, drawn]) => ({ cost, salvage: Math.floor(cost * (drawn < 0.5 ? fixed : drawn)) }));

/** Lives in months that divide evenly often enough to make half-cent ties. */
export const lifeMonths = fc.oneof(
  fc.constantFrom(1, 2, 3, 6, 8, 12, 16, 24, 36, 48, 60, 64, 84, 96, 120, 125, 240, 480),
  fc.integer({ min: 1, max: 300 }),
);

export const inServiceDay: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, dayOfMonth]) => value(dayOf(year, month, dayOfMonth)));

export const dated: fc.Arbitrary<Dated> = fc.record({
  inService: inServiceDay,
  yearEnd: fc.integer({ min: 1, max: 12 }),
  convention: fc.constantFrom(...conventions.filter(({ firstYear }) => firstYear !== undefined)),
});

export const rate = fc.oneof(
  fc.constantFrom(0.1, 0.125, 0.2, 0.25, 0.3, 0.5, 0.9),
  fc.integer({ min: 1, max: 999 }).map((thousandths) => thousandths / 1000),
);
export const factor = fc.constantFrom(0.5, 1, 1.25, 1.5, 2, 2.5, 3, 10);

/** Random terms of one method and frequency, without a life and without dates. */
export function openTerms(method: Method, frequency: Frequency): fc.Arbitrary<AssetTerms> {
  const decimals = fc.constantFrom<Decimals>(0, 2, 3);
  return fc
    .record({ money, decimals, rate, factor, switchToStraightLine: fc.boolean() })
    .map(({ money: { cost, salvage }, ...rest }) => ({
      ...rest,
      cost: cost / 10 ** rest.decimals,
      salvage: salvage / 10 ** rest.decimals,
      method,
      frequency,
    }));
}

/** With a life in whole months. */
export function undatedTerms(method: Method, frequency: Frequency): fc.Arbitrary<AssetTerms> {
  return fc.tuple(openTerms(method, frequency), lifeMonths).map(([asset, life]) => ({ ...asset, lifeMonths: life }));
}

/** With a life in whole months, and dates as often as not. */
export function terms(method: Method, frequency: Frequency): fc.Arbitrary<AssetTerms> {
  return fc
    .tuple(undatedTerms(method, frequency), fc.option(dated, { nil: undefined }))
    .map(([asset, inTime]) => (inTime === undefined ? asset : { ...asset, dated: inTime }));
}

/** The methods that need no terms of their own and know a closed form; the others have laws of their own. */
export const usualMethods: readonly Method[] = methods.filter(({ course }) => course !== undefined);

/** Every usual method with every frequency, as rows of a test table; conventions are drawn with the terms. */
export const walks: readonly (readonly [string, string, Method, Frequency])[] = usualMethods.flatMap((method) =>
  frequencies.map((frequency) => [method.word, frequency.word, method, frequency] as const),
);
