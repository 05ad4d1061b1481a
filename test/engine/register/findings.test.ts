// Goal: each finding is seen where it is, says what is wrong and what would be right, and is not seen elsewhere.
import { cents, conventionNamed, fail, methodNamed, schedule, type AssetTerms } from "../../../src/engine";
import {
  checks,
  findingsOf,
  openRegister,
  type CheckTerms,
  type GivenCharge,
  type Register,
  type RegisterAsset,
  type RegisterFinding,
} from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, opened, terms } from "./assets";
import { handMade, moved, openedByHand } from "./hand-made-book";

function of(register: Register, how: CheckTerms, code: string): readonly RegisterFinding[] {
  return findingsOf(register, how).filter((finding) => finding.code === code);
}

function told(register: Register, how: CheckTerms, code: string): readonly string[] {
  return of(register, how, code).map(({ asset: id, sentence }) => `${id}: ${sentence}`);
}

function charge(id: string, on: string, amount: number): GivenCharge {
  return { asset: id, day: day(on), amount: cents(amount) };
}

const van = asset({ id: "A", assetClass: "Vans", description: "Van" }, terms("2026-01-01"));
const cheap = terms("2026-01-01", { cost: 1_200, lifeMonths: 12 });
const sold = handMade({ id: "S" }, "2026-01-10", [
  moved("2026-01-10", "acquisition", { cost: 1_000_00 }),
  moved("2026-01-31", "depreciation", { accumulated: 10_00 }),
  moved("2026-02-10", "disposal", { cost: -1_000_00, accumulated: -10_00, proceeds: 990_00 }),
]);

test("a sound register has no finding", () => {
  const accounts = [{ assetClass: "VANS" }];
  const policies = [{ assetClass: "vans", leastMonths: 60, mostMonths: 60 }];
  expect(findingsOf(opened(van), { accounts, policies, asOf: day("2026-12-31"), from: day("2026-01-01") })).toEqual([]);
  expect(findingsOf(opened())).toEqual([]);
});

describe("what the rows say", () => {
  test("a row that cannot be computed, and a salvage above the cost", () => {
    const unread = { ...van, id: "B", terms: fail({ code: "unread", sentence: "Cost is text." } as const) };
    const register = opened(asset({ id: "C" }, { ...cheap, salvage: 1_300 }), unread);
    expect(told(register, {}, "not-computed")).toEqual(["B: The row cannot be computed: Cost is text."]);
    expect(of(register, {}, "salvage-above-cost")).toEqual([
      {
        severity: "error",
        code: "salvage-above-cost",
        row: 0,
        asset: "C",
        about: "salvage",
        facts: { salvage: "1300.00", cost: "1200.00" },
        value: { kind: "amount", amount: 1_300_00 },
        expected: { kind: "amount", amount: 1_200_00 },
        sentence: "salvage is 1300.00, but must not be more than the cost, which is 1200.00.",
      },
    ]);
  });

  test("an opening amount above cost less salvage", () => {
    const opening = { accumulated: 1_100.01, asOf: day("2026-06-30") };
    const register = opened(asset({ id: "A" }, { ...cheap, salvage: 100, opening }));
    expect(told(register, {}, "accumulated-above-base")).toEqual([
      "A: opening accumulated is 1100.01, but must not be more than cost less salvage, which is 1100.00.",
    ]);
    const exact = { ...cheap, salvage: 100, opening: { ...opening, accumulated: 1_100 } };
    expect(of(opened(asset({ id: "A" }, exact)), {}, "accumulated-above-base")).toEqual([]);
  });

  test("an id that is there twice, and the same asset under two ids", () => {
    const register = opened(van, { ...van, description: "Car" }, { ...van, id: "B", description: " van" });
    expect(told(register, {}, "duplicate-id")).toEqual([
      'A: asset "A" is also row 1 of the register. Give each asset its own id.',
    ]);
    expect(told(register, {}, "same-cost-date-description")).toEqual([
      'B: The cost of 6000.00, the date 2026-01-01 and the description are those of asset "A". Is it the same one?',
    ]);
  });

  test.each([
    [59, 59, ['A: life is 60 months, but class "Vans" has from 59 to 59 months.']],
    [61, 72, ['A: life is 60 months, but class "Vans" has from 61 to 72 months.']],
    [60, 60, []],
  ])("a life outside %i to %i months", (leastMonths, mostMonths, expected) => {
    const policies = [{ assetClass: "Vans", leastMonths, mostMonths }];
    expect(told(opened(van), { policies }, "life-outside-policy")).toEqual(expected);
  });

  test("in service before it was acquired", () => {
    const register = opened({ ...van, acquired: day("2026-01-02") }, { ...van, id: "B", acquired: day("2026-01-01") });
    expect(told(register, {}, "in-service-before-acquired")).toEqual([
      "A: in service is 2026-01-01, but must not be before the asset was acquired, which is 2026-01-02.",
    ]);
  });

  test("disposed of before it was acquired", () => {
    const register = openedByHand({ ...sold, asset: { ...sold.asset, acquired: day("2026-02-11") } });
    expect(told(register, {}, "disposed-before-acquired")).toEqual([
      "S: The disposal is dated 2026-02-10, but must not be before the asset was acquired, which is 2026-02-11.",
    ]);
    expect(of(openedByHand(sold), {}, "disposed-before-acquired")).toEqual([]);
  });

  test("a class without accounts, where there are accounts", () => {
    expect(told(opened(van), { accounts: [{ assetClass: "Cars" }] }, "no-account")).toEqual([
      'A: class "Vans" has no accounts, so that the usual ones are used. Give it a row of its own in the accounts.',
    ]);
    expect(of(opened(van), {}, "no-account")).toEqual([]);
  });

  test("figures from before an opening date", () => {
    const opening = { accumulated: 600, asOf: day("2026-06-30") };
    const register = opened(asset({ id: "A" }, { ...cheap, opening }));
    expect(told(register, { from: day("2026-06-01") }, "before-opening")).toEqual([
      "A: The months from 2026-06-01 to the opening date 2026-06-30 show no charge: it is inside the opening balance.",
    ]);
    expect(of(register, { from: day("2026-07-01") }, "before-opening")).toEqual([]);
  });
});

describe("the charges that a sheet or a ledger has", () => {
  const register = opened(asset({ id: "A" }, cheap));
  const year = (amounts: readonly number[]): readonly GivenCharge[] =>
    amounts.map((amount, at) => charge("A", `2026-${String(at + 1).padStart(2, "0")}-28`, amount));

  test("those of the whole life have no finding", () => {
    expect(findingsOf(register, { charges: year(Array<number>(12).fill(100_00)) })).toEqual([]);
  });

  test("a charge of 0 or less in service", () => {
    const charges = year([100_00, 0, -5_00, 100_00]);
    expect(of(register, { charges }, "charge-not-positive")).toMatchObject([
      { value: { amount: 0 }, expected: { amount: 100_00 }, facts: { count: "2", day: "2026-02-28" } },
    ]);
  });

  test("a month without a charge between others", () => {
    const charges = year([100_00, 100_00, 100_00, 100_00, 100_00]).filter((_one, at) => at !== 1 && at !== 2);
    expect(told(register, { charges }, "hole-in-months")).toEqual([
      "A: 2026-02 has no charge, but later months up to 2026-05 have one (2 months missing).",
    ]);
    expect(of(register, { charges: year([100_00]) }, "hole-in-months")).toEqual([]);
  });

  test("a charge past the life, and one after the disposal", () => {
    expect(told(register, { charges: [charge("A", "2027-01-31", 100_00)] }, "charged-past-life")).toEqual([
      "A: 100.00 is charged on 2027-01-31, but the life ended on 2026-12-31.",
    ]);
    const late = [charge("S", "2026-02-28", 10_00), charge("S", "2026-03-31", 10_00)];
    expect(told(openedByHand(sold), { charges: late }, "charged-after-disposal")).toEqual([
      "S: 10.00 is charged on 2026-03-31, but the asset was disposed of on 2026-02-10.",
    ]);
  });
});

describe("the engine's own charges", () => {
  test("a month in the middle of a life that takes nothing", () => {
    const rows = value(schedule(cheap)).map((row, at) => (at === 4 ? { ...row, charge: cents(0) } : row));
    const idle = handMade({ id: "I" }, "2026-01-01", []);
    const found = of(openedByHand({ ...idle, book: { ...idle.book, rows } }), {}, "charge-not-positive");
    expect(found).toMatchObject([{ facts: { day: "2026-05-31", count: "1" }, value: { amount: 0 } }]);
  });

  test("what never loses value is not missed", () => {
    const land = asset({ id: "L" }, { ...cheap, method: value(methodNamed("NONE")) });
    expect(of(opened(land), {}, "charge-not-positive")).toEqual([]);
  });

  test("months that rounding leaves without a cent are in order", () => {
    const pennies = asset({ id: "P" }, { ...cheap, cost: 0.05 });
    expect(of(opened(pennies), {}, "charge-not-positive")).toEqual([]);
  });
});

describe("where an asset stands", () => {
  test("a life that ends above the salvage: twice the straight-line rate leaves 7,776 of 100,000 after five years", () => {
    const own = { cost: 100_000, method: value(methodNamed("DB")) };
    const register = opened(asset({ id: "A" }, terms("2021-01-01", own)));
    expect(told(register, {}, "value-left-at-end")).toEqual([
      "A: The life ends on 2025-12-31 with a book value of 7776.00, which is more than the salvage of 0.00.",
    ]);
    expect(of(register, { asOf: day("2025-12-30") }, "value-left-at-end")).toEqual([]);
    expect(of(register, { asOf: day("2025-12-31") }, "fully-depreciated-in-use")).toEqual([]);
  });

  // IAS 16.79(b): the gross carrying amount of fully depreciated property that is still in use.
  test("fully depreciated and still in use, from the day on which its life ends", () => {
    const register = opened(asset({ id: "A" }, cheap));
    expect(of(register, { asOf: day("2026-12-30") }, "fully-depreciated-in-use")).toEqual([]);
    expect(told(register, { asOf: day("2026-12-31") }, "fully-depreciated-in-use")).toEqual([
      "A: The asset with a cost of 1200.00 is fully depreciated on 2026-12-31 and still in use (IAS 16.79(b)).",
    ]);
    expect(of(openedByHand(sold), { asOf: day("2040-12-31") }, "fully-depreciated-in-use")).toEqual([]);
  });
});

// IRS Publication 946, "Which Convention Applies?", example of Tara Corporation: a machine of 4,000 in January,
// furniture of 1,000 in September and a computer of 5,000 in October. 5,000 of 10,000 is more than 40 %, so all three
// take the mid-quarter convention.
describe("the mid-quarter test", () => {
  const macrsTerms = (inService: string, cost: number, convention: string, years = 5): AssetTerms => {
    const named = { ...value(conventionNamed("half-year")), word: convention };
    const dated = { inService: day(inService), yearEnd: 12, convention: named };
    const extra = { kind: "class", years, system: "GDS" } as const;
    return { ...terms(inService, { cost }), dated, ...{ extra } };
  };
  const macrs = (id: string, ...given: Parameters<typeof macrsTerms>): RegisterAsset =>
    asset({ id }, macrsTerms(...given));
  const tara = (october: number, convention: string): Register =>
    opened(
      macrs("machine", "2025-01-10", 4_000, convention),
      macrs("furniture", "2025-09-10", 1_000, convention, 7),
      macrs("computer", "2025-10-10", october, convention),
      macrs("building", "2025-12-10", 900_000, "mid-month", 39),
      asset({ id: "other books" }, terms("2025-12-10", { cost: 900_000 })),
    );

  test("fails for every asset of the year where more than 40 % came in its last quarter", () => {
    const found = of(tara(5_000, "half-year"), {}, "mid-quarter-test");
    expect(found.map(({ asset: id }) => id)).toEqual(["machine", "furniture", "computer"]);
    expect(found[0]).toMatchObject({
      facts: { share: "50.00 %", year: "2025-12-31" },
      value: { text: "half-year" },
      expected: { text: "mid-quarter" },
    });
  });

  test("passes where the convention is mid-quarter, and fails where it need not be", () => {
    expect(of(tara(5_000, "mid-quarter"), {}, "mid-quarter-test")).toEqual([]);
    expect(of(tara(1_000, "mid-quarter"), {}, "mid-quarter-test")).toHaveLength(3);
  });

  test("what was sold in the year it came in is not counted", () => {
    const quick = handMade({ id: "quick" }, "2025-11-10", [
      moved("2025-11-10", "acquisition", { cost: 9_000_00 }),
      moved("2025-12-20", "disposal", { cost: -9_000_00, proceeds: 9_000_00 }),
    ]);
    const stays = handMade({ id: "stays" }, "2025-01-10", [moved("2025-01-10", "acquisition", { cost: 1_000_00 })]);
    const sale = { events: [{ type: {} }] } as unknown as Partial<AssetTerms>;
    const register = openedByHand(
      { ...quick, asset: asset({ id: "quick" }, { ...macrsTerms("2025-11-10", 9_000, "half-year"), ...sale }) },
      { ...stays, asset: macrs("stays", "2025-01-10", 1_000, "half-year") },
    );
    expect(of(register, {}, "mid-quarter-test")).toEqual([]);
  });

  test("40 % exactly is not more than 40 %", () => {
    const exactly = (cents_: number): Register =>
      opened(macrs("a", "2025-01-10", 6_000, "half-year"), macrs("b", "2025-10-01", cents_ / 100, "half-year"));
    expect(of(exactly(4_000_00), {}, "mid-quarter-test")).toEqual([]);
    expect(of(exactly(4_000_01), {}, "mid-quarter-test")).toHaveLength(2);
  });
});

// IAS 36.117: 100,000 over 10 years, impaired to 42,000 after 4; after 6 the carrying amount is 28,000, and would be
// 40,000 without the impairment, so that of the 32,000 up to a recoverable amount of 60,000 only 12,000 come back.
test.each([
  [
    32_000,
    [
      "A: The reversal of 2026-01-01 is 32000.00, but no more than 12000.00 brings the book value back to what it would be without the impairment (IAS 36.117).",
    ],
  ],
  [12_000, []],
])("a reversal of %i where the ceiling allows 12,000", (asked, expected) => {
  const impaired = handMade({ id: "A" }, "2020-01-01", [
    moved("2020-01-01", "acquisition", { cost: 100_000_00 }),
    moved("2023-12-31", "depreciation", { accumulated: 40_000_00 }),
    moved("2024-01-01", "impairment", { impairment: 18_000_00, profit: -18_000_00 }),
    moved("2025-12-31", "depreciation", { accumulated: 14_000_00 }),
    moved("2026-01-01", "impairment-reversal", { impairment: -12_000_00, profit: 12_000_00 }),
  ]);
  const events = [{ date: day("2026-01-01"), type: { word: "IMPAIRMENT_REVERSAL" }, value: asked }];
  const of = { ...terms("2020-01-01", { cost: 100_000, lifeMonths: 120 }), events } as unknown as AssetTerms;
  expect(told(openedByHand({ ...impaired, asset: asset({ id: "A" }, of) }), {}, "reversal-above-ceiling")).toEqual(
    expected,
  );
});

test("findings come row by row, and every check has a code of its own", () => {
  const register = opened({ ...van, acquired: day("2026-02-01") }, asset({ id: "A" }, { ...cheap, salvage: 1_300 }));
  expect(findingsOf(register).map(({ row, code }) => [row, code])).toEqual([
    [0, "in-service-before-acquired"],
    [1, "salvage-above-cost"],
    [1, "duplicate-id"],
  ]);
  expect(new Set(checks.map(({ code }) => code)).size).toBe(checks.length);
});

test("a register that cannot be opened has no findings to give", () => {
  const other = { ...van, currency: "EUR" };
  expect(openRegister([{ ...van, currency: "USD" }, other]).ok).toBe(false);
});
