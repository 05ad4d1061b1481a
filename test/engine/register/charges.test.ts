import { dayText, fail, frequencyNamed, methodNamed } from "../../../src/engine";
import { chargePeriods, chargesOf, type ChargePeriod, type Charges } from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, opened, terms } from "./assets";
import { handMade, moved, openedByHand } from "./hand-made-book";

function periods(from: string, to: string, frequency = "month", yearEnd = 12): readonly ChargePeriod[] {
  return value(chargePeriods(day(from), day(to), value(frequencyNamed(frequency)), yearEnd));
}

function amounts(charges: Charges, row: number): unknown {
  const found = charges.rows[row]?.amounts;
  return found?.ok === true ? found.value : found;
}

describe("the periods", () => {
  test.each([
    ["2026-01-01", "2026-03-31", "month", 12, ["2026-01-31", "2026-02-28", "2026-03-31"]],
    ["2026-01-15", "2026-02-10", "month", 12, ["2026-01-31", "2026-02-10"]],
    ["2026-01-01", "2026-12-31", "quarter", 12, ["2026-03-31", "2026-06-30", "2026-09-30", "2026-12-31"]],
    ["2026-01-01", "2026-06-30", "quarter", 4, ["2026-01-31", "2026-04-30", "2026-06-30"]],
    ["2025-07-01", "2027-06-30", "year", 6, ["2026-06-30", "2027-06-30"]],
    ["2025-12-01", "2026-12-31", "half-year", 5, ["2026-05-31", "2026-11-30", "2026-12-31"]],
  ])("%s to %s by the %s, years ending with month %i", (from, to, frequency, yearEnd, ends) => {
    expect(periods(from, to, frequency, yearEnd).map(({ lastDay }) => dayText(lastDay))).toEqual(ends);
  });

  test("each begins on the day after the one before", () => {
    const found = periods("2026-01-15", "2026-12-31", "quarter");
    expect(found.map(({ firstDay }) => dayText(firstDay))).toEqual([
      "2026-01-15",
      "2026-04-01",
      "2026-07-01",
      "2026-10-01",
    ]);
  });

  test("a range that ends before it begins is refused", () => {
    const year = value(frequencyNamed("year"));
    expect(chargePeriods(day("2026-02-01"), day("2026-01-31"), year, 12)).toMatchObject({
      problem: { code: "reversed" },
    });
  });
});

test("each asset has its opening, its charges, their total and what is left", () => {
  const register = opened(
    asset({ id: "A", assetClass: "Vans" }, terms("2025-11-10")),
    // 10,000 over 5 years by twice the straight-line rate: 4,000 in the first year, 333.33 a month by running totals.
    asset({ id: "B" }, terms("2026-01-01", { cost: 10_000, method: value(methodNamed("DB")) })),
  );
  const charges = value(chargesOf(register, periods("2026-01-01", "2026-03-31")));
  expect(amounts(charges, 0)).toEqual({
    cost: 6_000_00,
    opening: 200_00,
    charges: [100_00, 100_00, 100_00],
    total: 300_00,
    closing: 500_00,
    bookValue: 5_500_00,
  });
  expect(amounts(charges, 1)).toMatchObject({ charges: [333_33, 333_34, 333_33], total: 1_000_00 });
  expect(charges.total).toEqual({
    cost: 16_000_00,
    opening: 200_00,
    charges: [433_33, 433_34, 433_33],
    total: 1_300_00,
    closing: 1_500_00,
    bookValue: 14_500_00,
  });
});

test("months inside an opening balance show no charge", () => {
  const opening = { accumulated: 300, asOf: day("2026-03-31") };
  const register = opened(asset({ id: "A" }, terms("2026-01-01", { opening })));
  const charges = value(chargesOf(register, periods("2026-02-01", "2026-05-31")));
  expect(amounts(charges, 0)).toMatchObject({ opening: 300_00, charges: [0, 0, 100_00, 100_00], closing: 500_00 });
});

test("a disposal takes what was accumulated along and is no charge; class and cost are as at the end", () => {
  const sold = handMade({ id: "A", assetClass: "Vans" }, "2026-01-01", [
    moved("2026-01-01", "acquisition", { cost: 1_000_00 }),
    moved("2026-01-31", "depreciation", { accumulated: 10_00 }),
    moved("2026-02-05", "transfer", {}, { assetClass: "Trucks" }),
    moved("2026-02-28", "depreciation", { accumulated: 20_00 }),
    moved("2026-03-10", "disposal", { cost: -1_000_00, accumulated: -30_00, proceeds: 970_00 }),
  ]);
  const charges = value(chargesOf(openedByHand(sold), periods("2026-01-01", "2026-04-30")));
  expect(charges.rows[0]?.assetClass).toBe("Trucks");
  expect(amounts(charges, 0)).toEqual({
    cost: 0,
    opening: 0,
    charges: [10_00, 20_00, 0, 0],
    total: 30_00,
    closing: 0,
    bookValue: 0,
  });
});

test("a row that cannot be computed carries its problem and stands in no total", () => {
  const sound = asset({ id: "A" }, terms("2026-01-01"));
  const unread = { ...sound, id: "B", terms: fail({ code: "unread", sentence: "Cost is text." } as const) };
  const charges = value(chargesOf(opened(unread, sound), periods("2026-01-01", "2026-01-31")));
  expect(amounts(charges, 0)).toMatchObject({ problem: { code: "unread" } });
  expect(charges.total.total).toBe(100_00);
  expect(charges.notComputed).toHaveLength(1);
});
