// The laws of depreciation, on every profile with random assets: those that a profile keeps are kept, and those that it
// says it breaks are shown broken by an asset that stands here.
import fc from "fast-check";
import { bookOf, dayFromText, frequencies, frequencyNamed, methodNamed, profiles, schedule } from "../../../src/engine";
import type { AssetTerms, Dated, Law, Profile, ScheduleRow } from "../../../src/engine";
import { dated, undatedTerms, value } from "../random-assets";

const numRuns = 25;
const methods = ["SL", "SYD", "DB", "RB"].map((word) => value(methodNamed(word)));
const monthly = value(frequencyNamed("month"));
const each = profiles.map((profile) => [profile.word, profile] as const);

/** Assets of at most ten years by the profile's own rules, by any usual method and frequency. */
function assetsOf(profile: Profile): fc.Arbitrary<AssetTerms & { readonly dated: Dated }> {
  const kinds = fc.tuple(fc.constantFrom(...methods), fc.constantFrom(...frequencies));
  return kinds
    .chain(([method, frequency]) => fc.tuple(undatedTerms(method, frequency), dated, fc.integer({ min: 1, max: 120 })))
    .map(([asset, inTime, months]) => ({
      ...asset,
      lifeMonths: profile.wholeYears ? 12 * Math.ceil(months / 12) : months,
      profile,
      dated: { ...inTime, convention: profile.convention },
    }));
}

const laws: Readonly<Record<Law, (asset: AssetTerms) => boolean>> = {
  "ends-at-salvage": (asset) => {
    const usesUp = asset.method.usesUp(asset) || (asset.profile?.policy?.end ?? "stop") !== "stop";
    const closing = rowsOf(asset).at(-1)?.closing ?? NaN;
    return usesUp && asset.lifeMonths !== undefined ? closing === salvageOf(asset) : closing >= salvageOf(asset);
  },
  balances: (asset) =>
    rowsOf(asset).every((row, at, rows) => {
      const before = rows[at - 1]?.closing ?? minor(asset.cost, asset);
      const isBook = row.closing === minor(asset.cost, asset) - row.accumulated;
      return isBook && row.opening === before && row.closing === row.opening - row.charge;
    }),
  "never-too-much": (asset) => rowsOf(asset).every(({ charge, closing }) => charge >= 0 && closing >= salvageOf(asset)),
  "frequency-neutral": (asset) => {
    const totals = new Map(rowsOf({ ...asset, frequency: monthly }).map((row) => [row.lastDay, row.accumulated]));
    const last = [...totals.values()].at(-1);
    const rows = rowsOf(asset);
    const ends = rows.slice(0, -1).every((row) => totals.get(row.lastDay) === row.accumulated);
    return ends && rows.at(-1)?.accumulated === last;
  },
};

describe.each(each)("%s", (_word, profile) => {
  const broken = profile.exceptions.map(({ law }) => law);
  const kept = (Object.keys(laws) as Law[]).filter((law) => !broken.includes(law));

  test.each(kept)("keeps %s", (law) => {
    fc.assert(fc.property(assetsOf(profile), laws[law]), { numRuns });
  });

  test("posts in its books what its schedule charges", () => {
    const holds = (asset: AssetTerms): boolean => {
      const { movements } = value(bookOf(asset));
      const posted = movements.filter(({ kind }) => kind === "depreciation");
      const total = posted.reduce((sum, { accumulated }) => sum + accumulated, 0);
      return total === (rowsOf(asset).at(-1)?.accumulated ?? 0);
    };
    fc.assert(fc.property(assetsOf(profile), holds), { numRuns });
  });
});

/** For every law that a profile breaks, an asset on which it does: by quarters, which are to be the sums of months. */
const failures: Readonly<Record<string, Partial<Record<Law, Partial<AssetTerms>>>>> = {
  "business-central": { "frequency-neutral": { lifeYears: 3 } },
  erpnext: { "frequency-neutral": { lifeYears: 3 } },
  oca: { "frequency-neutral": { lifeYears: 3 } },
  xero: { "frequency-neutral": { cost: 1000.2, lifeYears: 2, method: value(methodNamed("SYD")) } },
};

const broken = profiles.flatMap((profile) =>
  profile.exceptions.map(({ law, why }) => [profile.word, law, why, profile] as const),
);

test.each(broken)("%s breaks %s: %s", (word, law, _why, profile) => {
  const given = failures[word]?.[law];
  expect(given).toBeDefined();
  expect(laws[law]({ ...usual(profile), ...given })).toBe(false);
});

// 1000 by quarters from the middle of February 2020, so that years of life turn inside a quarter.
function usual(profile: Profile): AssetTerms {
  return {
    method: value(methodNamed("SL")),
    cost: 1000,
    salvage: 0,
    decimals: 2,
    frequency: value(frequencyNamed("quarter")),
    profile,
    dated: { inService: value(dayFromText("2020-02-15")), yearEnd: 12, convention: profile.convention },
  };
}

function rowsOf(asset: AssetTerms): readonly ScheduleRow[] {
  return value(schedule(asset));
}

function salvageOf(asset: AssetTerms): number {
  return minor(asset.salvage, asset);
}

function minor(amount: number, { decimals }: AssetTerms): number {
  return Math.round(amount * 10 ** decimals);
}
