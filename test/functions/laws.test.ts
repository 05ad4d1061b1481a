/** What holds for every asset: the formulas agree with each other, cent for cent. */
import fc from "fast-check";
import { frequencies } from "../../src/engine";
import { assetCells, inOrder, type AssetCells } from "./asset-terms";
import { cell } from "./bundle";

const scheduleNames = ["cost", "salvage", "life", "method", "start", "frequency", "convention", "options", "events"];
const restNames = ["method", "start", "convention", "options", "events"];

function scheduleOf(asset: AssetCells, frequency: string): readonly (readonly number[])[] {
  const shown = cell("DEPR.SCHEDULE", ...inOrder({ ...asset, frequency }, scheduleNames));
  if (!Array.isArray(shown)) throw new Error(JSON.stringify([asset, shown]));
  return shown.slice(1) as readonly (readonly number[])[];
}

function ask(id: string, asset: AssetCells, ...when: readonly unknown[]): unknown {
  return cell(id, asset["cost"], asset["salvage"], asset["life"], ...when, ...inOrder(asset, restNames));
}

// Terms that say something of each row mean that row: here the option tells the formulas how long it is.
const withFrequency = (asset: AssetCells, frequency: string): AssetCells => ({
  ...asset,
  options: [...(asset["options"] as unknown[][]), ["frequency", frequency]],
});

describe.each(frequencies.map(({ word, months }) => [word, months] as const))("with %s rows", (frequency, months) => {
  test("DEPR.ACCUMULATED and DEPR.BOOKVALUE at the end of a period are the schedule's", () => {
    fc.assert(
      fc.property(assetCells, (asset) => {
        const rows = scheduleOf(asset, frequency);
        if (rows.length === 0) return;
        // A row of an asset without dates is numbered, and its age has so many years.
        const ends = rows.map(([period = 0]) => [asset["start"] === undefined ? (period * months) / 12 : period]);
        const given = withFrequency(asset, frequency);
        expect(ask("DEPR.ACCUMULATED", given, ends)).toEqual(rows.map((row) => [row[3]]));
        expect(ask("DEPR.BOOKVALUE", given, ends)).toEqual(rows.map((row) => [row[4]]));
      }),
      { numRuns: 150 },
    );
  });
});

test("DEPR.BETWEEN is additive, and from the first day on it is DEPR.ACCUMULATED", () => {
  const days = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 33_000, max: 62_000 })));
  fc.assert(
    fc.property(assetCells, days, (asset, drawn) => {
      const isDated = asset["start"] !== undefined;
      const [first = 0, second = 0, third = 0] = [...drawn].sort((left, right) => left - right);
      const when = (serial: number): number => (isDated ? serial : (serial - 33_000) / 3_000);
      const next = (serial: number): number => (isDated ? serial + 1 : when(serial));
      const cents = (from: number, to: number): number => {
        const [[amount = NaN] = []] = ask("DEPR.BETWEEN", asset, from, to) as readonly (readonly number[])[];
        return Math.round(amount * 100);
      };
      fc.pre(first < second && second < third);
      expect(cents(when(first), when(second)) + cents(next(second), when(third))).toBe(cents(when(first), when(third)));
      const [[total = NaN] = []] = ask("DEPR.ACCUMULATED", asset, when(third)) as readonly (readonly number[])[];
      expect(cents(isDated ? 32_000 : 0, when(third))).toBe(Math.round(total * 100));
    }),
    { numRuns: 200 },
  );
});
