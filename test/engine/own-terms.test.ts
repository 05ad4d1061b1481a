// The laws of depreciation on the methods that take terms of their own: units, charges, a recovery class. A method is judged
// by being listed; what its terms may be it says itself.
import fc from "fast-check";
import { conventionNamed, dayOf, frequencies, methods, schedule } from "../../src/engine";
import type { AssetTerms, Frequency, GivenExtra, Method, ScheduleRow } from "../../src/engine";
import { inServiceDay, minorUnits, value } from "./random-assets";
import { Fraction, one } from "./reference/fraction";

const own = methods.filter(({ extraOf }) => extraOf !== undefined);
const cases = own.flatMap((method) =>
  frequencies.map((frequency) => [method.word, frequency.word, method, frequency] as const),
);
const [yearly, , , monthly] = frequencies as readonly [Frequency, Frequency, Frequency, Frequency];

const classYears = [3, 5, 7, 10, 15, 20, 27.5, 39];
const realProperty = 27.5;

const given: fc.Arbitrary<Required<GivenExtra>> = fc.record({
  lifeYears: fc.constantFrom(...classYears),
  totalUnits: fc.oneof(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0.5, max: 1e6, noNaN: true })),
  units: fc.array(fc.integer({ min: 0, max: 4_000 }), { maxLength: 20 }),
  charges: fc.array(fc.constantFrom(0, 0.01, 12.34, 100), { maxLength: 20 }),
  system: fc.constantFrom("GDS" as const, "ADS" as const),
});

const inTime = fc.record({
  inService: inServiceDay,
  yearEnd: fc.integer({ min: 1, max: 12 }),
  usual: fc.constantFrom("half-year", "mid-quarter"),
});

// Real property is depreciated from the month in which it was placed in service, so it needs a date.
const someday = { inService: value(dayOf(2026, 5, 5)), yearEnd: 12, usual: "half-year" };

function termsOf(method: Method, frequency: Frequency): fc.Arbitrary<AssetTerms> {
  const drawn = fc.record({ cost: minorUnits, share: fc.constantFrom(0, 0.1, 0.5), given, inTime: fc.option(inTime) });
  return drawn.map(({ cost, share, given: asked, inTime: dates }): AssetTerms => {
    const salvage = Math.floor(cost * share) / 100;
    const most = cost / 100 - salvage;
    const charges = asked.charges.filter(
      (_, at, all) => all.slice(0, at + 1).reduce((sum, one) => sum + one, 0) < most,
    );
    const extra = value(
      method.extraOf?.({ ...asked, charges }) ?? { ok: false, problem: { code: "missing", what: "" } },
    );
    const asset = {
      cost: cost / 100,
      salvage,
      decimals: 2 as const,
      method,
      frequency,
      extra,
      lifeYears: asked.lifeYears,
    };
    const isReal = method.conventionOf !== undefined && asked.lifeYears >= realProperty;
    if (dates === null && !isReal) return asset;
    const { usual, ...placed } = dates ?? someday;
    const word = isReal ? "mid-month" : usual;
    return { ...asset, dated: { ...placed, convention: value(conventionNamed(word)) } };
  });
}

const rowsOf = (asset: AssetTerms): readonly ScheduleRow[] => value(schedule(asset));
const minor = (amount: number): number => Math.round(amount * 100);

function holds(method: Method, frequency: Frequency, law: (asset: AssetTerms) => boolean): void {
  fc.assert(fc.property(termsOf(method, frequency), law), { numRuns: 60 });
}

test("there are such methods, so that the laws below mean something", () => {
  expect(own.length).toBeGreaterThanOrEqual(3);
});

describe.each(cases)("%s by %s", (_method, _frequency, method, frequency) => {
  test("cost less what is accumulated is the book value, and each opening is the closing before", () => {
    holds(method, frequency, (asset) =>
      rowsOf(asset).every((row, at, rows) => {
        const before = rows[at - 1]?.closing ?? minor(asset.cost);
        const balances = row.closing === minor(asset.cost) - row.accumulated;
        return balances && row.opening === before && row.closing === row.opening - row.charge;
      }),
    );
  });

  test("no charge is negative, and none takes the book value below what the method keeps to", () => {
    holds(method, frequency, (asset) => {
      const least = method.keepsToSalvage ? minor(asset.salvage) : 0;
      return rowsOf(asset).every(({ charge, closing }) => charge >= 0 && closing >= least);
    });
  });

  test("what is used up is used up whole", () => {
    holds(method, frequency, (asset) => {
      const rows = rowsOf(asset);
      const charged = rows.at(-1)?.accumulated ?? 0;
      return charged === totalOf(asset);
    });
  });
});

// From: ENGINE.md, law 1: C - S for units that are used up, C for MACRS, and charges as they are given.
function totalOf({ cost, salvage, extra }: AssetTerms): number {
  switch (extra?.kind) {
    case "class":
      return minor(cost);
    case "charges":
      return extra.charges.reduce((sum, charge) => sum + minor(charge), 0);
    case "units": {
      const used = Fraction.of(extra.units.reduce((sum, units) => sum + units, 0));
      const part = used.divide(Fraction.of(extra.totalUnits)).min(one);
      return new Fraction(BigInt(minor(cost) - minor(salvage))).multiply(part).rounded();
    }
    case undefined:
      return NaN;
  }
}

describe.each(
  own.filter(({ conventionOf }) => conventionOf !== undefined).map((method) => [method.word, method] as const),
)("%s", (_word, method) => {
  test("months and quarters add up to the tax years, cent for cent", () => {
    holds(method, yearly, (asset) => {
      if (asset.dated === undefined) return true;
      const byMonth = new Map(rowsOf({ ...asset, frequency: monthly }).map((row) => [row.lastDay, row.accumulated]));
      const years = rowsOf(asset);
      return years.slice(0, -1).every((row) => byMonth.get(row.lastDay) === row.accumulated);
    });
  });
});
