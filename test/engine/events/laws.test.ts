// Laws of what happens in mid-life, for any asset and any events. Goal: the books add up whatever happens.
import fc from "fast-check";
import {
  bookOf,
  eventTypes,
  frequencies,
  lastDay,
  methods,
  monthOf,
  schedule,
  type AssetEvent,
  type AssetTerms,
  type Day,
} from "../../../src/engine";
import { dated, terms, value } from "../random-assets";

const numRuns = 60;

const monthly = frequencies.find(({ word }) => word === "month");
if (monthly === undefined) throw new Error("the engine has no months");

const assets: fc.Arbitrary<AssetTerms> = fc
  .constantFrom(...methods.filter(({ course }) => course !== undefined))
  .chain((method) => fc.tuple(terms(method, monthly), dated))
  .map(([asset, inTime]) => ({ ...asset, dated: inTime }));

/** Events of any type at any time of the life; those that mean nothing there are refused as a whole. */
const drawnEvents = fc.array(
  fc.record({
    month: fc.integer({ min: -2, max: 60 }),
    day: fc.nat(27),
    type: fc.constantFrom(...eventTypes),
    amount: fc.integer({ min: 0, max: 1_000_000 }),
    months: fc.integer({ min: 1, max: 120 }),
    share: fc.constantFrom(1, 0.5, 0.25, 1 / 3, 0.1),
    method: fc.constantFrom(...methods),
  }),
  { maxLength: 6 },
);

type Drawn = Parameters<Parameters<typeof drawnEvents.map>[0]>[0][number];

function eventsOf({ dated: inTime, decimals }: AssetTerms, drawn: readonly Drawn[]): readonly AssetEvent[] {
  const from = inTime === undefined ? 0 : inTime.inService;
  return drawn.map(({ month, day, type, amount, months, share, method }) => ({
    date: (from + 30 * month + day) as Day,
    type,
    ...{ amount: { value: amount / 10 ** decimals }, months: { value: months }, units: { value: amount } }[
      type.value as "amount"
    ],
    ...(type.value === "method" ? { value: method.word } : {}),
    share,
    newClass: "Other",
  }));
}

const lives = fc
  .tuple(assets, drawnEvents)
  .map(([asset, drawn]) => ({ ...asset, events: eventsOf(asset, drawn) }))
  .filter((asset) => schedule(asset).ok);

test("cost - accumulated - impairment is the book value of every row, and each opens as the one before closed", () => {
  fc.assert(
    fc.property(lives, (asset) => {
      const book = value(bookOf(asset));
      let before: number | undefined;
      for (const row of book.rows) {
        expect(row.closing).toBe(row.opening - row.charge + (row.adjustment ?? 0));
        if (before !== undefined) expect(row.opening).toBe(before);
        before = row.closing;
      }
      const last = book.rows.at(-1);
      if (last?.lastDay === undefined) return;
      const { cost, accumulated, impairment } = book.balancesAt((last.lastDay + 400) as Day);
      expect(last.closing).toBe(cost - accumulated - impairment);
    }),
    { numRuns },
  );
});

test("no charge is negative, and no balance either", () => {
  fc.assert(
    fc.property(lives, (asset) => {
      const book = value(bookOf(asset));
      book.rows.forEach(({ charge, closing }) => expect([charge >= 0, closing >= 0]).toEqual([true, true]));
      book.movements.forEach(({ day }) => {
        const { cost, impairment, surplus } = book.balancesAt(day);
        expect([cost >= 0, impairment >= 0, surplus >= 0]).toEqual([true, true, true]);
      });
    }),
    { numRuns },
  );
});

test("the order in which events are given does not count", () => {
  fc.assert(
    fc.property(lives, fc.infiniteStream(fc.nat()), (asset, keys) => {
      const shuffled = [...asset.events]
        .map((event) => ({ event, key: keys.next().value as number }))
        .sort((left, right) => left.key - right.key)
        .map(({ event }) => event);
      expect(value(schedule({ ...asset, events: shuffled }))).toEqual(value(schedule(asset)));
    }),
    { numRuns },
  );
});

test("an event of nothing changes no charge", () => {
  const types = eventTypes.filter(({ value: kind, isImpairment }) => kind === "amount" || isImpairment === true);
  const idle = types.filter(({ endsService, onceADay }) => endsService !== true && !onceADay);
  fc.assert(
    fc.property(assets, fc.nat(), fc.constantFrom(...idle), (asset, at, type) => {
      const rows = value(schedule(asset));
      const row = rows[at % Math.max(1, rows.length)];
      if (row?.firstDay === undefined) return;
      const events = [{ date: row.firstDay, type, value: 0 }];
      const charges = value(schedule({ ...asset, events })).map(({ charge }) => charge);
      expect(charges).toEqual(rows.map(({ charge }) => charge));
    }),
    { numRuns },
  );
});

test("a yearly schedule charges what its months charge, whatever happens", () => {
  const yearly = frequencies.filter(({ months }) => months > 1);
  fc.assert(
    fc.property(lives, fc.constantFrom(...yearly), (asset, frequency) => {
      const total = (rows: readonly { readonly charge: number }[]): number =>
        rows.reduce((sum, { charge }) => sum + charge, 0);
      const months = value(schedule(asset));
      const longer = value(schedule({ ...asset, frequency }));
      expect(total(longer)).toBe(total(months));
      longer.forEach((row) => {
        const inside = months.filter(
          ({ lastDay: end }) =>
            end !== undefined &&
            row.lastDay !== undefined &&
            row.firstDay !== undefined &&
            end <= row.lastDay &&
            end >= row.firstDay,
        );
        expect(row.charge).toBe(total(inside));
      });
    }),
    { numRuns },
  );
});

test("every date of a charge is the last day of a month, and none is before the asset is in service", () => {
  fc.assert(
    fc.property(lives, (asset) => {
      const charges = value(bookOf(asset)).movements.filter(
        ({ kind, accumulated }) => kind === "depreciation" && accumulated !== 0,
      );
      charges.forEach(({ day }) => {
        expect(day).toBe(lastDay(monthOf(day)));
        expect(day).toBeGreaterThanOrEqual(asset.dated?.inService ?? 0);
      });
    }),
    { numRuns },
  );
});

test("anything at all gives a schedule or a problem, never an exception", () => {
  const wild = fc.record(
    {
      date: fc.oneof(fc.integer(), fc.double(), fc.constant(NaN)).map((date) => date as Day),
      type: fc.constantFrom(...eventTypes),
      value: fc.oneof(fc.double(), fc.string(), fc.constantFrom(Infinity, -1, 1e300, NaN)),
      share: fc.oneof(fc.double(), fc.constantFrom(0, 2, -1, NaN)),
    },
    { requiredKeys: ["date", "type"] },
  );
  fc.assert(
    fc.property(assets, fc.array(wild, { minLength: 1, maxLength: 4 }), (asset, events) => {
      expect(typeof schedule({ ...asset, events }).ok).toBe("boolean");
    }),
    { numRuns: 200 },
  );
});
