// Goal: what the engine makes of events is what the register adds up, posts and warns of.
import fc from "fast-check";
import { addMonths, dayText, lastDay, monthFromText, monthOf, type AssetTerms, type Day } from "../../../src/engine";
import { eventTypeNamed, type AssetEvent } from "../../../src/engine/events/event";
import {
  findingsOf,
  journalOf,
  openRegister,
  rollForwardLines,
  rollForwardOf,
  type RegisterAsset,
} from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, opened, terms } from "./assets";

function event(date: string | Day, word: string, rest: Partial<AssetEvent> = {}): AssetEvent {
  return { date: typeof date === "string" ? day(date) : date, type: value(eventTypeNamed(word)), ...rest };
}

function withEvents(events: readonly AssetEvent[], own: Partial<AssetTerms> = {}): RegisterAsset {
  return asset({ id: "A", assetClass: "Vans" }, terms("2020-01-01", { ...own, events }));
}

// IAS 36.117: 100,000 over 10 years, impaired to 42,000 after 4; after 6 the carrying amount is 28,000 and would be
// 40,000 without the impairment. A recoverable amount of 60,000 asks for 32,000, of which 12,000 come back.
test("an impairment and its reversal go through roll-forward, journal and findings alike", () => {
  const events = [
    event("2024-01-01", "IMPAIRMENT", { value: 18_000 }),
    event("2026-01-01", "IMPAIRMENT_REVERSAL", { value: 32_000 }),
  ];
  const register = opened(withEvents(events, { cost: 100_000, lifeMonths: 120 }));
  const { total } = value(rollForwardOf(register, day("2024-01-01"), day("2026-01-01")));
  const told = rollForwardLines.flatMap(({ block, word }, at) =>
    total.amounts[at] === 0 ? [] : [[`${block} ${word}`, (total.amounts[at] ?? NaN) / 100]],
  );
  expect(Object.fromEntries(told)).toEqual({
    "cost opening": 100_000,
    "cost closing": 100_000,
    "accumulated opening": 40_000,
    "accumulated charge": 14_000,
    "accumulated closing": 54_000,
    "impairment loss": 18_000,
    "impairment reversal": -12_000,
    "impairment closing": 6_000,
    "book value opening": 60_000,
    "book value closing": 40_000,
  });
  const january = value(journalOf(register, value(monthFromText("2026-01"))));
  expect(
    january.map(({ day: on, account, debit, credit }) => [dayText(on), account, (debit ?? 0) - (credit ?? 0)]),
  ).toEqual([
    ["2026-01-01", "ACCUMULATED_DEPRECIATION", 12_000_00],
    ["2026-01-01", "IMPAIRMENT", -12_000_00],
    ["2026-01-31", "DEPRECIATION", 833_33],
    ["2026-01-31", "ACCUMULATED_DEPRECIATION", -833_33],
  ]);
  const found = findingsOf(register).filter(({ code }) => code === "reversal-above-ceiling");
  expect(found).toMatchObject([{ value: { amount: 32_000_00 }, expected: { amount: 12_000_00 } }]);
});

const drawnEvent = fc
  .record({
    month: fc.integer({ min: 0, max: 40 }),
    dayOfMonth: fc.integer({ min: 1, max: 28 }),
    word: fc.constantFrom(
      "IMPROVEMENT",
      "REVALUATION_UP",
      "REVALUATION_DOWN",
      "IMPAIRMENT",
      "IMPAIRMENT_REVERSAL",
      "SALVAGE",
      "STOP",
      "RESUME",
      "TRANSFER",
      "DISPOSAL",
    ),
    amount: fc.integer({ min: 0, max: 120_000 }),
    share: fc.constantFrom(0.25, 0.5, 1),
    newClass: fc.constantFrom("Trucks", "Tools"),
  })
  .map(({ month, dayOfMonth, word, amount, share, newClass }) => {
    const date = (lastDayBefore(addMonths(monthOf(day("2020-01-01")), month)) + dayOfMonth) as Day;
    const type = value(eventTypeNamed(word));
    return event(date, word, {
      ...(type.value === "amount" ? { value: amount / 100 } : {}),
      ...(word === "DISPOSAL" ? { share } : {}),
      ...(word === "TRANSFER" ? { newClass } : {}),
    });
  });

test("whatever happens, blocks tie and entries balance", () => {
  let computed = 0;
  fc.assert(
    fc.property(
      fc.array(fc.array(drawnEvent, { maxLength: 4 }), { maxLength: 4 }),
      fc.integer({ min: 0, max: 48 }),
      fc.integer({ min: 0, max: 48 }),
      (lists, start, months) => {
        const register = value(openRegister(lists.map((events) => withEvents(events))));
        computed += register.assets.filter(({ problem }) => problem() === undefined).length;
        const sound = { ...register, assets: register.assets.filter(({ problem }) => problem() === undefined) };
        const begin = addMonths(monthOf(day("2019-12-01")), start);
        const [from, to] = [(lastDayBefore(begin) + 1) as Day, lastDayBefore(addMonths(begin, months + 1))];
        const { rows, total, check } = value(rollForwardOf(sound, from, to));
        const lines = value(journalOf(sound, begin, { accounts: [] }));
        const net = lines.reduce((sum, { debit, credit }) => sum + (debit ?? 0) - (credit ?? 0), 0);
        return net === 0 && [...rows, total].every((row) => row.check === 0) && check.every((one) => one === 0);
      },
    ),
    { numRuns: 150 },
  );
  // Many drawn events are refused, as a disposal after a disposal is; enough of them must not be.
  expect(computed).toBeGreaterThan(40);
});

function lastDayBefore(month: ReturnType<typeof monthOf>): Day {
  return lastDay(addMonths(month, -1));
}
