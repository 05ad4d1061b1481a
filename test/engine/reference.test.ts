// Every running total of the engine against slow rational arithmetic. Goal: no cent is ever decided by a double.
import fc from "fast-check";
import { schedule, type AssetTerms } from "../../src/engine";
import { monthOf } from "../../src/engine";
import { Fraction } from "./reference/fraction";
import { firstYearLength } from "./reference/months";
import { exactTotals, type Judged } from "./reference/totals";
import { openTerms, terms, value, walks } from "./random-assets";

const runs = 150;

describe("every running total is the exact one rounded half up", () => {
  test.each(walks)("%s by %s", (_method, _frequency, method, frequency) => {
    fc.assert(
      fc.property(terms(method, frequency), (drawn) => {
        expect(engineTotals(drawn)).toEqual(exactRowTotals(drawn));
      }),
      { numRuns: runs },
    );
  });
});

describe("a life that is no whole number of months, without dates", () => {
  test.each(walks)("%s by %s", (_method, _frequency, method, frequency) => {
    const lives = fc.integer({ min: 1, max: 4000 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(openTerms(method, frequency), lives, (drawn, lifeYears) => {
        const asset = { ...drawn, lifeYears };
        expect(engineTotals(asset)).toEqual(exactRowTotals(asset));
      }),
      { numRuns: 60 },
    );
  });
});

describe("half-cent ties", () => {
  // A book value of 50 % each year halves an odd number of cents, so every later year ends on a tie or beside one.
  test.each([1, 3, 5, 7, 9, 12_345, 99_999, 1_234_567, 900_719_925_474_099])("%i cents at 50 %%", (minor) => {
    const asset = drawnBy("RB", { cost: minor / 100, rate: 0.5, lifeYears: 10 });
    expect(engineTotals(asset)).toEqual(exactRowTotals(asset));
  });

  test.each([2, 4, 8, 16, 40, 80, 200])("straight line over %i months of every odd amount below 20.00", (months) => {
    for (let minor = 1; minor < 2_000; minor += 2) {
      const asset = { ...drawnBy("SL", { cost: minor / 100 }), lifeMonths: months };
      expect(engineTotals(asset)).toEqual(exactRowTotals(asset));
    }
  });

  test("30 % of 100.05 is 30.015 and rounds up, for a rate is its shortest decimal", () => {
    const asset = drawnBy("RB", { cost: 100.05, rate: 0.3, lifeYears: 1 });
    expect(engineTotals(asset)).toEqual([3002]);
  });
});

function drawnBy(word: string, given: Partial<AssetTerms>): AssetTerms {
  const [, , method, frequency] = walks.find(([name, step]) => name === word && step === "year") ?? [];
  if (method === undefined || frequency === undefined) throw new Error(`no ${word} by year`);
  return { salvage: 0, decimals: 2, method, frequency, cost: 0, ...given };
}

function engineTotals(asset: AssetTerms): readonly number[] {
  return value(schedule(asset)).map((row) => row.accumulated);
}

function exactRowTotals(asset: AssetTerms): readonly number[] {
  const totals = exactTotals(judged(asset));
  const step = asset.frequency.months;
  const first = asset.dated === undefined ? step : ((firstYearLength(inTime(asset.dated)) - 1) % step) + 1;
  const rows: number[] = [];
  for (let end = first; end - step < totals.length; end += step) {
    const total = totals[Math.min(end, totals.length) - 1];
    if (total !== undefined) rows.push(total.rounded());
  }
  return rows;
}

function judged(asset: AssetTerms): Judged {
  const scale = 10 ** asset.decimals;
  const years = asset.lifeYears;
  const months = years === undefined ? (asset.lifeMonths ?? 0) : years * 12;
  return {
    method: asset.method.word,
    cost: BigInt(Math.round(asset.cost * scale)),
    salvage: BigInt(Math.round(asset.salvage * scale)),
    months: 0,
    lifeMonths: Number.isInteger(months)
      ? new Fraction(BigInt(months))
      : Fraction.of(years ?? 0).multiply(Fraction.of(12)),
    ...(asset.rate === undefined ? {} : { rate: Fraction.of(asset.rate) }),
    factor: Fraction.of(asset.factor ?? 2),
    switching: asset.switchToStraightLine ?? false,
    ...(asset.dated === undefined
      ? {}
      : { dated: { ...inTime(asset.dated), convention: asset.dated.convention.word } }),
  };
}

function inTime(dated: NonNullable<AssetTerms["dated"]>): { inServiceMonth: number; yearEnd: number } {
  return { inServiceMonth: (monthOf(dated.inService) % 12) + 1, yearEnd: dated.yearEnd };
}
