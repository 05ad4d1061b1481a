// The walk and the closed form are two ways to the same cents. Goal: no asset gets another amount because something of no
// weight sent it the long way.
import fc from "fast-check";
import { schedule, type AssetTerms, type ScheduleRow } from "../../../src/engine";
import { checkedAsset } from "../../../src/engine/asset-terms";
import { walkOf } from "../../../src/engine/walk/walk-of";
import { dated, terms, value, walks } from "../random-assets";

const runs = 60;

function walked(asset: AssetTerms): readonly ScheduleRow[] {
  return value(walkOf(asset, value(checkedAsset(asset)))).rows;
}

describe.each(walks)("%s by %s", (_method, _frequency, method, frequency) => {
  test("every row is the same, with dates or without", () => {
    fc.assert(
      fc.property(terms(method, frequency), (asset) => {
        expect(walked(asset)).toEqual(value(schedule(asset)));
      }),
      { numRuns: runs },
    );
  });

  test("and so it is after an opening date", () => {
    const drawn = fc.tuple(terms(method, frequency), dated, fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(drawn, ([asset, inTime, at, part]) => {
        const inDates = { ...asset, dated: inTime };
        const rows = value(schedule(inDates));
        const known = rows[at % Math.max(1, rows.length)];
        if (known?.lastDay === undefined) return;
        const accumulated = Math.floor(known.accumulated * part) / 10 ** asset.decimals;
        const resumed = { ...inDates, opening: { accumulated, asOf: known.lastDay } };
        const closed = schedule(resumed);
        if (!closed.ok) return;
        expect(walked(resumed)).toEqual(closed.value);
      }),
      { numRuns: runs },
    );
  });
});
