// Every running total of the engine against slow rational arithmetic. Goal: no cent is ever decided by a double.
import fc from "fast-check";
import { firstDay, frequencies, monthOf, schedule, type AssetTerms, type Dated } from "../../src/engine";
import { Fraction } from "./reference/fraction";
import { firstYearLength, monthsOfLife } from "./reference/months";
import { exactTotals, type Judged } from "./reference/totals";
import { dated, money, openTerms, terms, value, walks } from "./random-assets";

const runs = 80;

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
      { numRuns: 40 },
    );
  });
});

describe("without a life", () => {
  const rates = fc.integer({ min: 100, max: 1000 }).map((thousandths) => thousandths / 1000);

  test("a straight line by rate runs until cost less salvage is used up", () => {
    const drawn = fc.tuple(fc.constantFrom(...frequencies), rates, fc.option(dated, { nil: undefined }), money);
    fc.assert(
      fc.property(drawn, ([frequency, rate, inTime, { cost, salvage }]) => {
        const asset = { ...drawnBy("SL", { cost, salvage, decimals: 0, rate }), frequency, ...datedBy(inTime) };
        const life = Fraction.of(12).divide(Fraction.of(rate));
        expect(engineTotals(asset)).toEqual(exactRowTotals(asset, { lifeMonths: life }));
      }),
      { numRuns: runs },
    );
  });

  test("a reducing balance ends with the first fiscal year that begins with less than one unit, and leaves it", () => {
    const drawn = fc.tuple(fc.constantFrom(...frequencies), rates, fc.option(dated, { nil: undefined }), money);
    fc.assert(
      fc.property(drawn, ([frequency, rate, inTime, { cost, salvage }]) => {
        const asset = drawnBy("RB", { cost, salvage, decimals: 0, rate: Math.min(rate, 0.999), ...datedBy(inTime) });
        const lifeMonths = monthsUntilSpent(asset);
        expect(engineTotals({ ...asset, frequency })).toEqual(exactRowTotals({ ...asset, frequency }, { lifeMonths }));
      }),
      { numRuns: 30 },
    );
  });
});

describe("half-cent ties", () => {
  // A book value of 50 % each year halves an odd number of cents, so every later year ends on a tie or beside one.
  test.each([1, 3, 5, 7, 9, 12_345, 99_999, 1_234_567, 900_719_925_474_099])("%i cents at 50 %%", (minor) => {
    const asset = drawnBy("RB", { cost: minor / 100, rate: 0.5, lifeYears: 10 });
    expect(engineTotals(asset)).toEqual(exactRowTotals(asset));
  });

  // Half of 100^years, declining at an odd percentage, leaves half of an odd number: a tie at the end of that year.
  test.each([2, 3, 4, 5, 6])(
    "ties at the end of year %i of every odd percentage, though no double is such a rate",
    (years) => {
      for (let percent = 1; percent < 100; percent += 2) {
        for (const odd of [1, 3, 7, 11]) {
          const cost = (odd * 100 ** years) / 2;
          const left = (BigInt(odd) * BigInt(100 - percent) ** BigInt(years) - 1n) / 2n;
          const asset = drawnBy("RB", { cost, decimals: 0, rate: percent / 100, lifeYears: years });
          expect(engineTotals(asset).at(-1)).toBe(cost - Number(left));
        }
      }
    },
  );

  // With nine decimals in the rate, a cost can be found that leaves half a unit and some 1e-17 more after two years. The
  // total is then that little below the tie, which no double can tell from it.
  test("a total less than 1e-16 below a tie is not rounded up", () => {
    const modulus = 10n ** 18n;
    let found = 0;
    for (let kept = 700_000_001n; kept < 700_004_000n; kept += 2n) {
      if (kept % 5n === 0n) continue;
      const inverse = inverseOf(kept * kept, modulus);
      for (let beyond = 1n; beyond <= 20n; beyond += 1n) {
        const cost = ((modulus / 2n + beyond) * inverse) % modulus;
        if (cost > 999_999_999_999_999n) continue;
        found += 1;
        const rate = Number(1_000_000_000n - kept) / 1e9;
        const asset = drawnBy("RB", { cost: Number(cost), decimals: 0, rate, lifeYears: 2 });
        const total = (2n * cost * (modulus - kept * kept) + modulus) / (2n * modulus);
        expect(engineTotals(asset).at(-1)).toBe(Number(total));
      }
    }
    expect(found).toBeGreaterThan(5);
  });

  test.each([2, 4, 8, 16, 40, 80, 200])("straight line over %i months of odd amounts below 20.00", (months) => {
    for (let minor = 1; minor < 2_000; minor += 6) {
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

function inverseOf(number: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [number % modulus, modulus, 1n, 0n];
  while (a > 1n) [a, b, x, y] = [b % a, a, y - (b / a) * x, x];
  return ((x % modulus) + modulus) % modulus;
}

function datedBy(inTime: Dated | undefined): Pick<AssetTerms, "dated"> {
  return inTime === undefined ? {} : { dated: inTime };
}

// Fiscal years are added until one begins with a rest of less than one unit.
function monthsUntilSpent(asset: AssetTerms): Fraction {
  const first = asset.dated === undefined ? 12 : firstYearLength(inTime(asset.dated));
  const rate = Fraction.of(asset.rate ?? 0);
  let [months, book] = [0, new Fraction(BigInt(asset.cost))];
  const salvage = new Fraction(BigInt(asset.salvage));
  while (!book.subtract(salvage).isBelow(new Fraction(1n))) {
    const before = lifeIn(asset, months);
    months += months === 0 ? first : 12;
    const share = lifeIn(asset, months).subtract(before).divide(new Fraction(12n));
    book = book.subtract(book.multiply(rate).multiply(share)).max(salvage);
  }
  return lifeIn(asset, months);
}

// The months of life in so many months of the calendar, from the reference's own months.
function lifeIn({ dated: inYears }: AssetTerms, months: number): Fraction {
  if (inYears === undefined) return new Fraction(BigInt(months));
  const forLong = {
    lifeMonths: new Fraction(10_000n),
    dated: { ...inTime(inYears), convention: inYears.convention.word },
  };
  const lives = monthsOfLife(forLong).slice(0, months);
  return lives.reduce((sum, { life }) => sum.add(life), new Fraction(0n));
}

function exactRowTotals(asset: AssetTerms, life: Partial<Judged> = {}): readonly number[] {
  const totals = exactTotals({ ...judged(asset), ...life });
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
  return {
    method: asset.method.word,
    cost: BigInt(Math.round(asset.cost * scale)),
    salvage: BigInt(Math.round(asset.salvage * scale)),
    lifeMonths: lifeOf(asset),
    ...(asset.rate === undefined ? {} : { rate: Fraction.of(asset.rate) }),
    factor: Fraction.of(asset.factor ?? 2),
    switching: asset.switchToStraightLine ?? false,
    ...(asset.dated === undefined
      ? {}
      : { dated: { ...inTime(asset.dated), convention: asset.dated.convention.word } }),
  };
}

// Lives that are meant as whole months come as whole months, or as years that give them.
function lifeOf({ lifeMonths = 0, lifeYears }: AssetTerms): Fraction {
  if (lifeYears === undefined) return new Fraction(BigInt(lifeMonths));
  const months = Math.round(lifeYears * 12);
  const isWhole = Math.abs(lifeYears * 12 - months) < 1e-6;
  return isWhole ? new Fraction(BigInt(months)) : Fraction.of(lifeYears).multiply(Fraction.of(12));
}

function inTime({ inService, yearEnd }: NonNullable<AssetTerms["dated"]>): {
  readonly inServiceMonth: number;
  readonly inServiceDay: number;
  readonly yearEnd: number;
} {
  const month = monthOf(inService);
  return { inServiceMonth: (month % 12) + 1, inServiceDay: inService - firstDay(month) + 1, yearEnd };
}
