// Worked figures of what happens in mid-life. Goal: an auditor finds the standard's own example, and the same amounts.
import { disposals } from "../../../src/engine/policy/disposal";
import { bookOfLife, charges, day, rowsOf } from "./lives";

test("a life that is corrected charges the rest over the months that remain (IAS 8.36)", () => {
  // From: Emile Woolf, ACCA P2 (2010): cost 200,000, 30,000 a year, after 2 years residual 50,000 and 2 years remain: 45,000.
  const told = { cost: 200_000, salvage: 50_000, lifeYears: 5, events: ["2022-01-01 LIFE 24"] };
  expect(charges(told)).toEqual([30_000, 30_000, 45_000, 45_000]);
});

describe("an impairment and its reversal (IAS 36.117)", () => {
  // From: ENGINE.md section 5, after IAS 36.117: 100,000 over 10 years, impaired to 42,000 after 4; after 6 carrying 28,000
  // and recoverable 60,000, but without the impairment it would carry 40,000: the reversal is 12,000.
  const events = ["2024-01-01 IMPAIRMENT 18000", "2026-01-01 IMPAIRMENT_REVERSAL 32000"];
  const told = { cost: 100_000, lifeYears: 10, events };

  test("spread what is left over the years that are left", () => {
    expect(charges(told)).toEqual([...Array<number>(4).fill(10_000), 7_000, 7_000, ...Array<number>(4).fill(10_000)]);
    expect(rowsOf(told)[5]?.closing).toBe(28_000_00);
  });

  test("and the reversal stops at the carrying amount without the impairment", () => {
    const reversal = bookOfLife(told).movements.find(({ kind }) => kind === "impairment-reversal");
    expect(reversal).toMatchObject({ day: day("2026-01-01"), impairment: -12_000_00, profit: 12_000_00 });
    expect(bookOfLife(told).balancesAt(day("2026-01-01"))).toMatchObject({
      impairment: 6_000_00,
      accumulated: 54_000_00,
    });
  });
});

describe("a revaluation (IAS 16.35)", () => {
  // From: ENGINE.md section 5: cost 100,000, accumulated 40,000, revalued to 90,000: 90,000 and 0, or 150,000 and 60,000.
  const told = { cost: 100_000, lifeYears: 10, events: ["2024-01-01 REVALUATION_UP 30000"] };

  test.each([
    ["elimination", 90_000_00, 0],
    ["proportional", 150_000_00, 60_000_00],
  ] as const)("by %s", (revaluation, cost, accumulated) => {
    const book = bookOfLife({ ...told, policy: { revaluation } });
    expect(book.balancesAt(day("2024-01-01"))).toEqual({ cost, accumulated, impairment: 0, surplus: 30_000_00 });
    expect(charges({ ...told, policy: { revaluation } }).slice(3, 6)).toEqual([10_000, 15_000, 15_000]);
  });

  test("down after up eats the surplus first, and up after down gives back the loss first (IAS 16.39-40)", () => {
    const events = [
      "2021-01-01 REVALUATION_UP 1000",
      "2022-01-01 REVALUATION_DOWN 3000",
      "2023-01-01 REVALUATION_UP 5000",
    ];
    const book = bookOfLife({ cost: 100_000, method: "NONE", lifeYears: 10, events });
    const revaluations = book.movements.filter(({ kind }) => kind === "revaluation");
    expect(revaluations.map(({ surplus, profit }) => [surplus / 100, profit / 100])).toEqual([
      [1000, 0],
      [-1000, -2000],
      [3000, 2000],
    ]);
  });
});

describe("a disposal (IAS 16.67-71)", () => {
  test("charges to the month before, then gives gain or loss", () => {
    const book = bookOfLife({ cost: 12_000, lifeYears: 10, frequency: "month", events: ["2021-03-15 DISPOSAL 9000"] });
    // From: by hand: 14 months of 100, so 10,600 is left and 1,600 lost.
    expect(book.movements.at(-1)).toMatchObject({ cost: -12_000_00, accumulated: -1_400_00, profit: -1_600_00 });
    expect(book.balancesAt(day("2021-03-15"))).toEqual({ cost: 0, accumulated: 0, impairment: 0, surplus: 0 });
  });

  test.each([
    ["month-before", 1400],
    ["whole-month", 1500],
    ["day-counted", 1448.39],
    ["day-not-counted", 1445.16],
  ] as const)("%s", (word, accumulated) => {
    // From: by hand, 100 a month: 14 months and none, all, 15 or 14 of the 31 days of March 2021.
    const disposal = disposals.find((rule) => rule.word === word);
    const told = { cost: 12_000, lifeYears: 10, frequency: "month", events: ["2021-03-15 DISPOSAL 0"] };
    const rows = rowsOf({ ...told, ...(disposal === undefined ? {} : { policy: { disposal } }) });
    expect(rows.reduce((sum, { charge }) => sum + charge, 0) / 100).toBe(accumulated);
  });

  test("of a share leaves the rest going on", () => {
    // From: by hand: after 2 of 10 years 30 % of 1,000 and 200 go for 100; 700 and 140 stay, 70 a year.
    const told = { cost: 1000, lifeYears: 10, events: ["2022-01-10 DISPOSAL 100 0.3"] };
    expect(charges(told)).toEqual([100, 100, ...Array<number>(8).fill(70)]);
    expect(bookOfLife(told).movements.find(({ kind }) => kind === "disposal")).toMatchObject({
      cost: -300_00,
      accumulated: -60_00,
      proceeds: 100_00,
      profit: -140_00,
    });
  });
});

describe("an improvement", () => {
  test("joins the straight line for the months that remain", () => {
    // From: by hand: 1,200 over 12 months; from July 300 more over 6: 100 and then 150 a month.
    const events = ["2020-07-20 IMPROVEMENT 300"];
    expect(charges({ cost: 1200, lifeYears: 1, frequency: "month", events })).toEqual([
      ...Array<number>(6).fill(100),
      ...Array<number>(6).fill(150),
    ]);
  });

  test("joins the year's base of a declining balance, for the months that remain of the year", () => {
    // From: ENGINE.md section 5, by hand: 40 % of 10,000 for 6 months, then 40 % of 11,000 for 6; then 40 % of what is left.
    const told = { cost: 10_000, lifeYears: 5, method: "DB", events: ["2020-07-01 IMPROVEMENT 1000"] };
    expect(charges(told).slice(0, 2)).toEqual([4200, 2720]);
  });

  test("in the digits scales the pattern that remains", () => {
    // From: by hand: 1,500 by digits 5 to 1; after year 1 carrying 1,000; 500 more: digits 4 to 1 of 1,500.
    const told = { cost: 1500, lifeYears: 5, method: "SYD", events: ["2021-01-01 IMPROVEMENT 500"] };
    expect(charges(told)).toEqual([500, 600, 450, 300, 150]);
  });

  test("shows in its row as an adjustment, and the book value is after it", () => {
    const [, second] = rowsOf({ cost: 1000, lifeYears: 2, events: ["2021-01-01 IMPROVEMENT 500"] });
    expect(second).toMatchObject({ opening: 500_00, charge: 1000_00, adjustment: 500_00, closing: 0 });
    expect(second?.events).toEqual(["IMPROVEMENT"]);
  });
});

describe("stop and resume", () => {
  test("nothing is charged between, and the months of life come after", () => {
    const events = ["2020-03-10 STOP", "2020-06-01 RESUME"];
    expect(charges({ cost: 1200, lifeYears: 1, frequency: "month", events })).toEqual([
      ...[100, 100, 0, 0, 0],
      ...Array<number>(10).fill(100),
    ]);
  });

  test("a declining year charges base x rate x months charged / 12", () => {
    // From: ENGINE.md section 11, by hand: 40 % of 10,000 for 9 months; then 40 % of 7,000.
    const told = { cost: 10_000, lifeYears: 5, method: "DB", events: ["2020-04-01 STOP", "2020-07-01 RESUME"] };
    expect(charges(told).slice(0, 2)).toEqual([3000, 2800]);
  });
});

test("a new method spreads what is left over the months that are left", () => {
  // From: by hand: 4,000 and 2,400 by DDB leave 3,600 for three years.
  const told = { cost: 10_000, lifeYears: 5, method: "DB", events: ["2022-01-01 METHOD SL"] };
  expect(charges(told)).toEqual([4000, 2400, 1200, 1200, 1200]);
});

test("a salvage above the carrying amount stops the charge (IAS 16.54)", () => {
  const told = { cost: 1000, lifeYears: 4, events: ["2022-01-01 SALVAGE 800"] };
  expect(charges(told)).toEqual([250, 250, 0, 0]);
});

test("before service, an event changes the cost", () => {
  const told = { cost: 1000, lifeYears: 4, start: "2020-05-01", events: ["2020-02-01 IMPROVEMENT 200"] };
  expect(charges({ ...told, frequency: "month" })[0]).toBe(25);
  expect(bookOfLife(told).balancesAt(day("2020-03-01"))).toMatchObject({ cost: 1200_00 });
});
