// Goal: laws that every plan keeps. Method: fast-check makes ledgers, rows and copies of rows.
import fc from "fast-check";
import { type Cents, cents } from "../../src/engine";
import { type IdentifiedRow, identify } from "../../src/sync";
import { nth } from "./books";
import { held, inLedger, keyless, planned, rows, updateOf } from "./plan-bench";

let identified: readonly IdentifiedRow[];
beforeAll(async () => {
  identified = await identify(rows, "GAAP");
});

describe("whatever the ledger holds", () => {
  const world = fc.record({
    assets: fc.subarray([...held]),
    updates: fc.array(
      fc.record({ of: fc.nat(7), cents: fc.integer({ min: 0, max: 3 }), keyed: fc.boolean(), archived: fc.boolean() }),
      { maxLength: 8 },
    ),
    zero: fc.nat(7),
    twice: fc.option(fc.nat(7), { nil: undefined }),
  });

  test("each row has one step, the totals tie to the rows, and nothing that is there is sent", async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ assets, updates, zero, twice }) => {
        const some = rows.map((row, index) => (index === zero ? { ...row, amount: 0 as Cents } : row));
        const copy = twice === undefined ? [] : [{ ...nth(some, twice), row: 50 }];
        const ours = await identify([...some, ...copy], "GAAP");
        const posted = updates.map(({ of, cents: extra, keyed, archived }) => {
          const row = nth(ours, of);
          const more = { archived, amount: cents(row.line.amount + extra) };
          return keyed ? updateOf(row, more) : keyless(row, more);
        });
        const made = planned(ours, { ledger: { assets, updates: posted } });
        expect(made.rows.map(({ row }) => row)).toEqual(ours);
        const sums = Object.values(made.totals).reduce((sum, total) => sum + total.amount, 0);
        expect(sums).toBe(ours.reduce((sum, { line }) => sum + line.amount, 0));
        const sent = made.rows.filter(({ kind }) => kind === "post").map(({ row }) => row);
        expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
        expect(sent.filter(({ line }) => line.amount <= 0)).toEqual([]);
        const months = new Set(posted.filter(({ archived }) => !archived).map((one) => `${one.ledgerId} ${one.date}`));
        const known = new Set(assets.map(({ asset }) => asset));
        expect(
          sent.filter(({ line }) => known.has(line.asset) && months.has(`ledger-${line.asset} ${line.periodEnd}`)),
        ).toEqual([]);
        const lacking = new Set(sent.map(({ line }) => line.asset).filter((asset) => !known.has(asset)));
        expect(new Set(made.createAssets.map(({ asset }) => asset.asset))).toEqual(lacking);
      }),
      { numRuns: 300 },
    );
  });

  test("once all is posted, nothing is sent a second time, in whatever order the rows stand", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...identified], { minLength: identified.length }), async (shuffled) => {
        const ours = await identify(
          shuffled.map(({ line }, index) => ({ ...line, row: index + 1 })),
          "GAAP",
        );
        const { totals } = planned(ours, inLedger(...identified.map((row) => updateOf(row))));
        expect(totals["already-there"].count).toBe(identified.length);
      }),
      { numRuns: 30 },
    );
  });
});
