// Goal: every entry is the one that the standard, or an accountant's textbook, writes down, and balances.
import { dayText, fail, monthFromText } from "../../../src/engine";
import {
  journalOf,
  summaryByAccount,
  type JournalLine,
  type JournalTerms,
  type Register,
} from "../../../src/engine/register";
import { value } from "../random-assets";
import { asset, day, opened, terms } from "./assets";
import { handMade, moved, openedByHand, type HandMade } from "./hand-made-book";

function of(register: Register, month: string, how?: JournalTerms): readonly JournalLine[] {
  return value(journalOf(register, value(monthFromText(month)), how));
}

/** "2 2026-01-31 DEPRECIATION 100.00" for a debit; a credit stands in brackets. */
function told(lines: readonly JournalLine[]): readonly string[] {
  return lines.map(({ entry, day: on, account, debit, credit }) => {
    const amount = debit === undefined ? `(${((credit ?? NaN) / 100).toFixed(2)})` : (debit / 100).toFixed(2);
    return `${entry} ${dayText(on)} ${account} ${amount}`;
  });
}

const bought = moved("2025-01-01", "acquisition", { cost: 100_000_00 });

function only(...movements: Parameters<typeof handMade>[2]): HandMade {
  return handMade({ id: "V", assetClass: "Vans" }, "2025-01-01", [bought, ...movements]);
}

describe("the entries of a month", () => {
  test("an acquisition on its day and a charge on the last day, debits first", () => {
    const register = opened(
      asset({ id: "B", assetClass: "Vans", costCentre: "10", description: "Van" }, terms("2026-01-10")),
      asset({ id: "A", description: "Zebra", acquired: day("2026-01-05") }, terms("2026-01-10", { cost: 1_200 })),
    );
    const lines = of(register, "2026-01");
    expect(told(lines)).toEqual([
      "1 2026-01-05 FIXED_ASSETS 1200.00",
      "1 2026-01-05 ASSET_CLEARING (1200.00)",
      "2 2026-01-10 FIXED_ASSETS 6000.00",
      "2 2026-01-10 ASSET_CLEARING (6000.00)",
      "3 2026-01-31 DEPRECIATION 20.00",
      "3 2026-01-31 ACCUMULATED_DEPRECIATION (20.00)",
      "4 2026-01-31 DEPRECIATION 100.00",
      "4 2026-01-31 ACCUMULATED_DEPRECIATION (100.00)",
    ]);
    expect(lines[7]).toMatchObject({
      name: "Accumulated depreciation",
      asset: "B",
      assetClass: "Vans",
      costCentre: "10",
      memo: "Depreciation 2026-01, Van",
      key: "dx1.B.2026-01-31.DEPRECIATION.GAAP.0.r0",
    });
    expect(lines[7]).not.toHaveProperty("debit");
  });

  test("on one day, what is bought comes first and what goes comes last", () => {
    const van = only(
      moved("2026-02-28", "depreciation", { accumulated: 10_00 }),
      moved("2026-02-28", "improvement", { cost: 5_00 }),
      moved("2026-02-28", "disposal", { cost: -100_005_00, accumulated: -10_00, proceeds: 99_995_00 }),
    );
    const words = of(openedByHand(van), "2026-02").map(({ key }) => key.split(".")[3]);
    expect([...new Set(words)]).toEqual(["IMPROVEMENT", "DEPRECIATION", "DISPOSAL"]);
  });

  test("of two entries for a class the first one names its accounts", () => {
    const register = opened(asset({ id: "A", assetClass: "Vans" }, terms("2026-01-10")));
    const accounts = [
      { assetClass: "Vans", expense: "6100" },
      { assetClass: "VANS", expense: "6200" },
    ];
    expect(of(register, "2026-02", { accounts })[0]?.account).toBe("6100");
  });

  test("what opening balances hold was posted before", () => {
    const opening = { accumulated: 100, asOf: day("2026-01-31") };
    const register = opened(asset({ id: "A" }, terms("2026-01-10", { opening })));
    expect(of(register, "2026-01")).toEqual([]);
    expect(of(register, "2026-02")).toHaveLength(2);
  });

  // IAS 16.39: an increase goes to the surplus, but first reverses an earlier decrease in profit or loss; IAS 16.40: a
  // decrease first takes the surplus. IAS 16.41: the surplus of what is sold goes to retained earnings. IAS 36.60: an
  // impairment of a revalued asset takes the surplus first. IAS 16.71: gain = proceeds less carrying amount.
  test.each([
    [
      "an improvement, paid from the account that the event names",
      moved("2026-02-01", "improvement", { cost: 5_000_00 }, { counterAccount: "CASH" }),
      ["FIXED_ASSETS 5000.00", "CASH (5000.00)"],
    ],
    [
      "an impairment that takes the surplus first",
      moved("2026-02-01", "impairment", { impairment: 8_000_00, surplus: -3_000_00, profit: -5_000_00 }),
      ["REVALUATION_SURPLUS 3000.00", "IMPAIRMENT 5000.00", "ACCUMULATED_DEPRECIATION (8000.00)"],
    ],
    [
      "a reversal of an impairment",
      moved("2026-02-01", "impairment-reversal", { impairment: -3_000_00, profit: 3_000_00 }),
      ["ACCUMULATED_DEPRECIATION 3000.00", "IMPAIRMENT (3000.00)"],
    ],
    [
      "a revaluation by elimination that first reverses an earlier loss",
      moved("2026-02-01", "revaluation", {
        cost: -10_000_00,
        accumulated: -40_000_00,
        surplus: 25_000_00,
        profit: 5_000_00,
      }),
      [
        "ACCUMULATED_DEPRECIATION 40000.00",
        "FIXED_ASSETS (10000.00)",
        "REVALUATION_SURPLUS (25000.00)",
        "GAIN_ON_DISPOSAL (5000.00)",
      ],
    ],
    [
      "a revaluation downwards beyond the surplus",
      moved("2026-02-01", "revaluation", { cost: -30_000_00, surplus: -20_000_00, profit: -10_000_00 }),
      ["REVALUATION_SURPLUS 20000.00", "LOSS_ON_DISPOSAL 10000.00", "FIXED_ASSETS (30000.00)"],
    ],
    [
      "a sale with a gain, and a surplus that goes to retained earnings",
      moved("2026-02-01", "disposal", {
        cost: -100_000_00,
        accumulated: -40_000_00,
        impairment: -10_000_00,
        surplus: -7_000_00,
        proceeds: 60_000_00,
        profit: 10_000_00,
      }),
      [
        "ACCUMULATED_DEPRECIATION 50000.00",
        "REVALUATION_SURPLUS 7000.00",
        "ASSET_CLEARING 60000.00",
        "FIXED_ASSETS (100000.00)",
        "GAIN_ON_DISPOSAL (10000.00)",
        "RETAINED_EARNINGS (7000.00)",
      ],
    ],
    [
      "scrapping with a loss",
      moved("2026-02-01", "disposal", { cost: -100_000_00, accumulated: -90_000_00, profit: -10_000_00 }),
      ["ACCUMULATED_DEPRECIATION 90000.00", "LOSS_ON_DISPOSAL 10000.00", "FIXED_ASSETS (100000.00)"],
    ],
    [
      "a charge that is taken back",
      moved("2026-02-28", "depreciation", { accumulated: -50_00 }),
      ["ACCUMULATED_DEPRECIATION 50.00", "DEPRECIATION (50.00)"],
    ],
  ])("%s", (_what, movement, expected) => {
    const lines = told(of(openedByHand(only(movement)), "2026-02"));
    expect(lines.map((line) => line.split(" ").slice(2).join(" "))).toEqual(expected);
  });

  test("a transfer moves what is on the old class's accounts to the new one's, and nothing where they share them", () => {
    const van = only(
      moved("2026-01-31", "depreciation", { accumulated: 1_000_00 }),
      moved("2026-02-10", "transfer", {}, { assetClass: "Trucks" }),
    );
    const accounts = [
      { assetClass: "vans", cost: "1510", accumulated: "1590" },
      { assetClass: "Trucks", cost: "1520", accumulated: "1590" },
    ];
    expect(told(of(openedByHand(van), "2026-02", { accounts }))).toEqual([
      "1 2026-02-10 1520 100000.00",
      "1 2026-02-10 1510 (100000.00)",
    ]);
    expect(of(openedByHand(van), "2026-02")).toEqual([]);
  });

  test("two entries of one kind on one day have two keys, and a revaluation says its direction", () => {
    const twice = only(
      moved("2026-02-01", "improvement", { cost: 1_00 }),
      moved("2026-02-01", "improvement", { cost: 1_00 }),
      moved("2026-02-02", "revaluation", { cost: -1_00, profit: -1_00 }),
    );
    const keys = of(openedByHand(twice), "2026-02", { book: "TAX" }).map(({ key }) => key);
    expect([...new Set(keys)]).toEqual([
      "dx1.V.2026-02-01.IMPROVEMENT.TAX.0.r0",
      "dx1.V.2026-02-01.IMPROVEMENT.TAX.1.r0",
      "dx1.V.2026-02-02.REVALUATION_DOWN.TAX.0.r0",
    ]);
  });
});

test("the key of an id with other characters is the one that a posting has", () => {
  const register = opened(asset({ id: "Ä.1/ü (x)" }, terms("2026-01-10")));
  expect(of(register, "2026-02")[0]?.key).toBe("dx1.%C3%84%2E1%2F%C3%BC%20%28x%29.2026-02-28.DEPRECIATION.GAAP.0.r0");
});

test("a journal with a row missing is refused, and says which and why", () => {
  const sound = asset({ id: "A" }, terms("2026-01-01"));
  const unread = fail({ code: "unread", sentence: "Cost is text." } as const);
  const register = opened(sound, { ...sound, id: "B", terms: unread }, { ...sound, id: "C", terms: unread });
  expect(journalOf(register, value(monthFromText("2026-01")))).toEqual({
    ok: false,
    problem: { code: "rows-not-computed", count: 2, asset: "B", sentence: "Cost is text." },
  });
});

test("summed up by account it is one entry that balances, debits and credits apart", () => {
  const register = opened(
    asset({ id: "A", assetClass: "Vans" }, terms("2026-01-01")),
    asset({ id: "B" }, terms("2026-01-01", { cost: 1_200 })),
  );
  const day31 = day("2026-01-31");
  const how = { day: day31, decimals: 2, memo: "January", book: "GAAP" } as const;
  const lines = value(summaryByAccount(of(register, "2026-01"), how));
  expect(told(lines)).toEqual([
    "1 2026-01-31 DEPRECIATION 120.00",
    "1 2026-01-31 FIXED_ASSETS 7200.00",
    "1 2026-01-31 ACCUMULATED_DEPRECIATION (120.00)",
    "1 2026-01-31 ASSET_CLEARING (7200.00)",
  ]);
  expect(lines[0]).toMatchObject({ asset: "", memo: "January" });
});
