// Goal: the roll-forward says what an accountant adds up by hand, and owns up to what is missing from it.
import { fail } from "../../../src/engine";
import {
  openRegister,
  rollForwardKeyNamed,
  rollForwardLines,
  rollForwardOf,
  totalLabel,
  type Register,
  type RollForward,
  type RollForwardKey,
  type RollForwardRow,
} from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, opened, terms } from "./assets";
import { handMade, moved, openedByHand } from "./hand-made-book";

function of(register: Register, from: string, to: string, by?: RollForwardKey): RollForward {
  return value(rollForwardOf(register, day(from), day(to), by));
}

/** The lines that are not 0, in currency units. */
function told(row: RollForwardRow | undefined): Readonly<Record<string, number>> {
  const named = rollForwardLines.map(({ block, word }, at) => [`${block} ${word}`, (row?.amounts[at] ?? NaN) / 100]);
  return Object.fromEntries(named.filter(([, amount]) => amount !== 0)) as Record<string, number>;
}

describe("assets without events", () => {
  // 6,000 over 60 months is 100 a month; in service in March 2025 and in May 2026.
  const register = opened(
    asset({ id: "A", assetClass: "Vans" }, terms("2025-03-10")),
    asset({ id: "B", assetClass: "vans", acquired: day("2026-04-20") }, terms("2026-05-02")),
  );

  test("a year takes what was charged at its months' ends, and adds what was acquired in it", () => {
    const { rows, total, check } = of(register, "2026-01-01", "2026-12-31");
    expect(rows.map(({ key }) => key)).toEqual(["Vans"]);
    expect(told(rows[0])).toEqual({
      "cost opening": 6_000,
      "cost additions": 6_000,
      "cost closing": 12_000,
      "accumulated opening": 1_000,
      "accumulated charge": 2_000,
      "accumulated closing": 3_000,
      "book value opening": 5_000,
      "book value closing": 9_000,
    });
    expect(told(total)).toEqual(told(rows[0]));
    expect(new Set([...check, total.check])).toEqual(new Set([0]));
  });

  test("an asset is an addition on the day it was acquired, though it goes into service later", () => {
    expect(told(of(register, "2026-04-01", "2026-04-30").total)["cost additions"]).toBe(6_000);
    expect(told(of(register, "2026-05-01", "2026-05-31").total)["cost additions"]).toBeUndefined();
  });

  test("the first and the last day of a range are in it", () => {
    for (const [from, to] of [
      ["2026-04-20", "2026-04-30"],
      ["2026-04-01", "2026-04-20"],
    ] as const) {
      const { total } = of(register, from, to);
      expect([told(total)["cost additions"], total.check]).toEqual([6_000, 0]);
    }
  });

  test("a month counts at its end, so a range that ends before it takes none of it", () => {
    expect(told(of(register, "2026-03-01", "2026-03-30").total)["accumulated charge"]).toBeUndefined();
    expect(told(of(register, "2026-03-31", "2026-03-31").total)["accumulated charge"]).toBe(100);
  });

  test("opening balances are opening balances and no addition, however early the range begins", () => {
    const opening = { accumulated: 1_000, asOf: day("2025-12-31") };
    const taken = opened(asset({ id: "A", acquired: day("2025-03-01") }, terms("2025-03-10", { opening })));
    const { total } = of(taken, "2025-01-01", "2026-12-31");
    expect(told(total)).toEqual({
      "cost opening": 6_000,
      "cost closing": 6_000,
      "accumulated opening": 1_000,
      "accumulated charge": 1_200,
      "accumulated closing": 2_200,
      "book value opening": 5_000,
      "book value closing": 3_800,
    });
  });

  test("an opening of nothing before the asset came leaves it an addition", () => {
    const opening = { accumulated: 0, asOf: day("2025-12-31") };
    const taken = opened(asset({ id: "A" }, terms("2026-03-10", { opening })));
    expect(told(of(taken, "2026-01-01", "2026-12-31").total)).toMatchObject({ "cost additions": 6_000 });
  });

  test("an opening amount from before the asset came leaves it an opening balance", () => {
    const opening = { accumulated: 500, asOf: day("2025-12-31") };
    const taken = opened(asset({ id: "A" }, terms("2026-03-10", { opening })));
    expect(told(of(taken, "2026-01-01", "2026-01-31").total)).toMatchObject({ "accumulated opening": 500 });
  });

  test("an asset that comes after the range has no row", () => {
    expect(of(register, "2020-01-01", "2020-12-31").rows).toEqual([]);
  });
});

// The figures of a class with every kind of movement, by IAS 16.73(d) and (e), in cents.
const van = handMade({ id: "V", assetClass: "Vans", costCentre: "10" }, "2025-01-01", [
  moved("2025-01-01", "acquisition", { cost: 100_000_00 }),
  moved("2025-12-31", "depreciation", { accumulated: 10_000_00 }),
  moved("2026-02-01", "improvement", { cost: 5_000_00 }),
  moved("2026-03-31", "depreciation", { accumulated: 2_500_00 }),
  moved("2026-04-01", "impairment", { impairment: 8_000_00, profit: -8_000_00 }),
  moved("2026-05-01", "impairment-reversal", { impairment: -3_000_00, profit: 3_000_00 }),
  // IAS 16.35(b): what is accumulated goes against the cost. Carrying 87,500 is revalued to 90,000.
  moved("2026-06-30", "revaluation", {
    cost: -15_000_00,
    accumulated: -12_500_00,
    impairment: -5_000_00,
    surplus: 2_500_00,
  }),
  moved("2026-09-30", "depreciation", { accumulated: 3_000_00 }),
  moved("2026-10-15", "transfer", {}, { assetClass: "Trucks" }),
  moved("2026-10-31", "depreciation", { accumulated: 1_000_00 }),
  moved("2026-11-10", "disposal", {
    cost: -45_000_00,
    accumulated: -2_000_00,
    surplus: -1_250_00,
    proceeds: 50_000_00,
    profit: 7_000_00,
  }),
]);

describe("an asset with every event", () => {
  const forward = of(openedByHand(van), "2026-01-01", "2026-12-31");
  const row = (key: string): RollForwardRow | undefined => forward.rows.find((one) => one.key === key);

  test("every kind of movement stands in its line, increases positive and decreases negative", () => {
    expect(told(row("Vans"))).toEqual({
      "cost opening": 100_000,
      "cost improvements": 5_000,
      "cost revaluation": -15_000,
      "cost transfers": -90_000,
      "accumulated opening": 10_000,
      "accumulated charge": 5_500,
      "accumulated eliminated": -12_500,
      "accumulated transfers": -3_000,
      "impairment loss": 8_000,
      "impairment reversal": -3_000,
      "impairment eliminated": -5_000,
      "book value opening": 90_000,
    });
  });

  test("a transfer takes cost and what is accumulated along, and the month's charge belongs to the new class", () => {
    expect(told(row("Trucks"))).toEqual({
      "cost transfers": 90_000,
      "cost disposals": -45_000,
      "cost closing": 45_000,
      "accumulated transfers": 3_000,
      "accumulated charge": 1_000,
      "accumulated disposals": -2_000,
      "accumulated closing": 2_000,
      "book value closing": 43_000,
    });
  });

  test("so it does when both are dated by the month's last day", () => {
    const late = handMade({ id: "V", assetClass: "Vans" }, "2026-01-01", [
      moved("2026-01-01", "acquisition", { cost: 100_00 }),
      moved("2026-01-31", "depreciation", { accumulated: 10_00 }),
      moved("2026-01-31", "transfer", {}, { assetClass: "Trucks" }),
    ]);
    const { rows } = of(openedByHand(late), "2026-01-01", "2026-01-31");
    expect(rows.map((one) => [one.key, told(one)["accumulated charge"], told(one)["accumulated transfers"]])).toEqual([
      ["Trucks", 10, undefined],
      ["Vans", undefined, undefined],
    ]);
  });

  test("rows and columns tie, and transfers cancel in the total", () => {
    expect([...forward.check, ...forward.rows.map(({ check }) => check), forward.total.check].every(isZero)).toBe(true);
    expect(told(forward.total)["cost transfers"]).toBeUndefined();
  });

  test("by another key a change of class is no transfer", () => {
    const { rows } = of(openedByHand(van), "2026-01-01", "2026-12-31", value(rollForwardKeyNamed("Cost center")));
    expect(rows.map(({ key }) => key)).toEqual(["10"]);
    expect(told(rows[0])["cost transfers"]).toBeUndefined();
  });

  test("a book whose movements do not lead from opening to closing shows in the check", () => {
    const wrong = { ...van, book: { ...van.book, movements: van.book.movements.slice(0, -1) } };
    const { rows } = of(openedByHand(wrong), "2026-01-01", "2026-12-31");
    expect(rows.find(({ key }) => key === "Trucks")?.check).toBe(47_000_00);
  });
});

test("opening balances of an asset with events are no movement either", () => {
  const taken = handMade(
    { id: "V", assetClass: "Vans" },
    "2025-01-01",
    [
      moved("2025-12-31", "opening", { cost: 1_000_00, accumulated: 400_00 }),
      moved("2026-02-01", "transfer", {}, { assetClass: "Trucks" }),
    ],
    { accumulated: 400, asOf: day("2025-12-31") },
  );
  const { rows, total } = of(openedByHand(taken), "2025-01-01", "2026-12-31");
  expect(told(total)).toEqual({
    "cost opening": 1_000,
    "cost closing": 1_000,
    "accumulated opening": 400,
    "accumulated closing": 400,
    "book value opening": 600,
    "book value closing": 600,
  });
  expect(rows.map(({ key, check }) => [key, check])).toEqual([
    ["Trucks", 0],
    ["Vans", 0],
  ]);
});

describe("what cannot be added up", () => {
  const sound = asset({ id: "A", assetClass: "Vans" }, terms("2026-01-01"));
  const unread = fail({ code: "unread", sentence: "Cost is text." } as const);

  test("a row that cannot be computed is named, and the others are added up", () => {
    const register = opened(
      sound,
      { ...sound, id: "B", terms: unread },
      asset({ id: "C" }, terms("2026-01-01", { salvage: 7_000 })),
    );
    const { total, notComputed } = of(register, "2026-01-01", "2026-01-31");
    expect(told(total)["accumulated charge"]).toBe(100);
    expect(notComputed).toMatchObject([
      { row: 1, id: "B", problem: { code: "unread" } },
      { row: 2, id: "C", problem: { code: "salvage-above-cost" } },
    ]);
  });

  test.each([
    [0, "Total"],
    [1, "Total (1 row not computed)"],
    [2, "Total (2 rows not computed)"],
  ])("the label of a total with %i rows missing", (missing, label) => {
    expect(totalLabel(missing)).toBe(label);
  });

  test("more than one currency, or number of decimals, is refused", () => {
    const other = { ...sound, currency: "EUR" };
    expect(openRegister([{ ...sound, currency: "USD" }, sound, other])).toMatchObject({
      problem: { code: "mixed", first: "USD", second: "EUR" },
    });
    expect(openRegister([sound, asset({ id: "B" }, terms("2026-01-01", { decimals: 0 }))])).toMatchObject({
      problem: { code: "mixed", first: "2", second: "0" },
    });
  });

  test("a range that ends before it begins, and a sum beyond what whole numbers hold, are refused", () => {
    expect(rollForwardOf(opened(sound), day("2026-02-01"), day("2026-01-31"))).toMatchObject({
      problem: { code: "reversed" },
    });
    const huge = [1, 2].map((id) => asset({ id: String(id) }, terms("2026-01-01", { cost: 9e13 })));
    expect(rollForwardOf(opened(...huge), day("2026-01-01"), day("2026-12-31"))).toMatchObject({
      problem: { code: "too-large" },
    });
  });
});

function isZero(amount: number): boolean {
  return amount === 0;
}
