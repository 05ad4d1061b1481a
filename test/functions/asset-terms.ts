/** Assets for the laws of the formulas: every method of the engine, with the terms that it needs. */
import fc from "fast-check";
import { conventions, dayText, methods } from "../../src/engine";
import { inServiceDay } from "../engine/random-assets";

/** The arguments of an asset as cells. */
export type AssetCells = Readonly<Record<string, unknown>>;

const lists = (word: string, values: readonly number[]): unknown[][] => values.map((value) => [word, value]);

/** What each method needs beyond cost, salvage and life; those that are not named here need nothing. */
const own: Readonly<Record<string, { readonly life?: number | null; readonly options: unknown[][] }>> = {
  RB: { options: [["rate", 0.3]] },
  UOP: { life: null, options: [["total units", 1000], ...lists("units", [300, 450, 100, 400])] },
  MACRS: { life: 5, options: [] },
  MANUAL: { life: null, options: lists("charges", [1, 0, 2]) },
};

const taxConventions = ["half-year", "mid-quarter"];

/** With dates, but for the methods that have none. */
export const assetCells: fc.Arbitrary<AssetCells> = fc
  .record({
    method: fc.constantFrom(...methods.map(({ word }) => word)),
    cost: fc.integer({ min: 1_000, max: 5_000_000 }).map((cents) => cents / 100),
    part: fc.constantFrom(0, 0.1, 0.25),
    life: fc.integer({ min: 1, max: 8 }),
    inService: inServiceDay,
    yearEnd: fc.integer({ min: 1, max: 12 }),
    convention: fc.constantFrom(...conventions.map(({ word }) => word)),
  })
  .map(({ method, cost, part, life, inService, yearEnd, convention }) => ({
    method,
    cost,
    salvage: Math.round(cost * 100 * part) / 100,
    life: own[method]?.life === undefined ? life : own[method].life,
    ...(method === "FDB"
      ? { options: [] }
      : {
          start: dayText(inService),
          convention: method === "MACRS" ? taxConventions[yearEnd % 2] : convention,
          options: [...(own[method]?.options ?? []), ["year end", yearEnd]],
        }),
  }));

/** The cells of an asset in the order of a formula's arguments. */
export function inOrder(asset: AssetCells, names: readonly string[]): readonly unknown[] {
  return names.map((name) => asset[name]);
}
