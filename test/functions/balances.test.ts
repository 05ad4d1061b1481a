/** DEPR.ACCUMULATED, DEPR.BOOKVALUE and DEPR.BETWEEN: the schedule's own amounts at any date or age. */
import { cell } from "./bundle";

const bought = { cost: 12000, salvage: 0, life: 5, start: "2026-03-15" };

type Given = Readonly<Record<string, unknown>>;

function ask(id: string, given: Given): ReturnType<typeof cell> {
  const when = id === "DEPR.BETWEEN" ? ["from", "to"] : ["as_of"];
  const names = ["cost", "salvage", "life", ...when, "method", "start", "convention", "options", "events"];
  return cell(id, ...names.map((name) => given[name]));
}

const accumulated = (given: Given): unknown => ask("DEPR.ACCUMULATED", { ...bought, ...given });
const bookValue = (given: Given): unknown => ask("DEPR.BOOKVALUE", { ...bought, ...given });
const between = (given: Given): unknown => ask("DEPR.BETWEEN", { ...bought, ...given });

describe("with a start, a month counts at its end", () => {
  // By the definition of the straight line: 12,000 over 60 months is 200 a month.
  const days = [
    ["2026-03-14"],
    ["2026-03-30"],
    ["2026-03-31"],
    ["2026-12-31"],
    ["2031-01-31"],
    ["2031-02-28"],
    ["2040-01-01"],
  ];

  test("what is charged", () => {
    expect(accumulated({ as_of: days })).toEqual([[0], [0], [200], [2000], [11800], [12000], [12000]]);
  });

  test("what is left; before the asset is in service the books do not have it", () => {
    expect(bookValue({ as_of: days })).toEqual([[0], [12000], [11800], [10000], [200], [0], [0]]);
  });

  test("between two days, both included", () => {
    const stretches = (from: unknown, to: unknown): unknown => between({ from, to });
    expect(stretches("2026-01-01", "2026-12-31")).toEqual([[2000]]);
    expect(stretches("2026-03-31", "2026-03-31")).toEqual([[200]]);
    expect(stretches("2026-03-16", "2026-03-30")).toEqual([[0]]);
    expect(stretches([["2026-01-01"], ["2027-01-01"]], [["2026-12-31"], ["2027-12-31"]])).toEqual([[2000], [2400]]);
    expect(stretches("2026-01-01", [["2026-12-31", "", "2027-12-31"]])).toEqual([[2000, "", 4400]]);
  });
});

describe("without a start, an age in years, the schedule at whole years", () => {
  // From: oanor, Depreciation Calculator API, the three examples: cost 10000, salvage 1000, life 5, factor 2.
  test.each([
    ["SL", [0, 1800, 3600, 9000, 9000]],
    ["DB", [0, 4000, 6400, 9000, 9000]],
    ["SYD", [0, 3000, 5400, 9000, 9000]],
  ])("%s", (method, expected) => {
    const given = { cost: 10000, salvage: 1000, start: null, method, as_of: [[0, 1, 2, 5, 7]] };
    expect(accumulated(given)).toEqual([expected]);
    expect(bookValue(given)).toEqual([expected.map((amount) => 10000 - amount)]);
  });

  // By the straight line 10,000.00 over a year is a cent in 1e-6 years: at half of that it is rounded to one, before to none.
  test("ages next to nothing", () => {
    const given = { cost: 10000, salvage: 0, life: 1, start: null, method: "SL" };
    expect(accumulated({ ...given, as_of: [[5e-324, 1e-300, 1e-9, 4.9e-7, 5e-7, 1e-6]] })).toEqual([
      [0, 0, 0, 0, 0.01, 0.01],
    ]);
  });

  test("between two ages, the second not included, in cents", () => {
    // From: Microsoft, VDB function: VDB(2400, 300, 10, 0, 0.875, 1.5) is 315.
    const options = [
      ["factor", 1.5],
      ["switch", true],
    ];
    const given = { cost: 2400, salvage: 300, life: 10, start: null, method: "DB", options };
    expect(between({ ...given, from: 0, to: 0.875 })).toEqual([[315]]);
    expect(between({ ...given, from: [[0], [0.875]], to: [[0.875], [10]] })).toEqual([[315], [1785]]);
  });

  test("methods that take an amount a row", () => {
    // From: IRS, Publication 946, Table A-1, 5-year property; half of a year takes half of its amount.
    expect(accumulated({ cost: 10000, start: null, method: "MACRS", as_of: [[1], [1.5], [6]] })).toEqual([
      [2000],
      [3600],
      [10000],
    ]);
    // From: AccountingCoach, Various depreciation methods, units.
    const options = [
      ["total units", 100000],
      ["units", 12000],
      ["units", 30000],
    ];
    const given = { cost: 100000, salvage: 10000, life: null, start: null, method: "UOP", options };
    expect(accumulated({ ...given, as_of: [[1, 2]] })).toEqual([[10800, 37800]]);
  });
});

describe("the rows of an amount of their own end where the schedule says", () => {
  const charges = [
    ["charges", 500],
    ["charges", 700],
  ];

  test("years, or what the option frequency says", () => {
    // By the terms: 500, then 700.
    const given = {
      cost: 2000,
      life: null,
      method: "MANUAL",
      start: "2026-01-01",
      as_of: [["2026-02-28", "2026-12-31"]],
    };
    expect(accumulated({ ...given, options: charges })).toEqual([[0, 500]]);
    expect(accumulated({ ...given, options: [...charges, ["frequency", "month"]] })).toEqual([[1200, 1200]]);
  });
});

describe("events and opening balances", () => {
  const events = [
    ["2028-01-01", "IMPAIRMENT", 1200],
    ["2029-07-01", "DISPOSAL", 3000],
  ];

  test("an impairment lowers the book value and not what is charged; after the disposal nothing is there", () => {
    // By hand: 2,400 in 2026 and in 2027, 1,200 impaired, then 6,000 over 36 months.
    const given = { start: "2026-01-01", events };
    const as_of = [["2027-12-31"], ["2028-01-01"], ["2028-12-31"], ["2029-12-31"]];
    expect(accumulated({ ...given, as_of })).toEqual([[4800], [4800], [6800], [0]]);
    expect(bookValue({ ...given, as_of })).toEqual([[7200], [6000], [4000], [0]]);
    expect(between({ ...given, from: "2028-01-01", to: "2029-12-31" })).toEqual([[3000]]);
  });

  test("a method that needs a life cannot take over from one that has none", () => {
    const given = { life: null, method: "RB", options: [["rate", 0.3]], as_of: "2040-12-31" };
    const change = ["2028-01-01", "METHOD", "SL"];
    const sentence = expect.stringContaining("has no life for the new method to go over") as string;
    expect(accumulated({ ...given, events: [change] })).toEqual({ error: "#VALUE!", sentence });
    expect(accumulated({ ...given, events: [change, ["2028-01-01", "LIFE", 24]] })).toEqual([[12000]]);
  });

  test("a reducing balance needs no life", () => {
    // By hand: 30 % of 10,000, then of 7,000.
    const given = { cost: 10000, salvage: 1000, life: null, method: "RB", options: [["rate", 0.3]] };
    expect(accumulated({ ...given, start: "2026-01-01", as_of: "2027-12-31" })).toEqual([[5100]]);
    expect(bookValue({ ...given, start: null, as_of: [[0, 1, 2, 50]] })).toEqual([[10000, 7000, 4900, 1000]]);
  });

  test("what was charged before an opening date has no days of its own", () => {
    const options = [
      ["opening accumulated", 2000],
      ["opening date", "2026-12-31"],
    ];
    expect(accumulated({ options, as_of: [["2026-12-31"], ["2027-01-31"]] })).toEqual([[2000], [2200]]);
    expect(between({ options, from: "2027-01-01", to: "2027-12-31" })).toEqual([[2400]]);
    const sentence = /is known in one sum only\. Give a later day\.$/;
    for (const shown of [
      accumulated({ options, as_of: "2026-06-30" }),
      between({ options, from: "2026-12-31", to: "2027-12-31" }),
    ]) {
      expect(shown).toEqual({ error: "#VALUE!", sentence: expect.stringMatching(sentence) as string });
    }
  });
});

test("date cells count from 1900 or 1904, as the option says", () => {
  // 2026-12-31 is 46387 from 1900 and 44925 from 1904.
  expect(accumulated({ as_of: 46387 })).toEqual([[2000]]);
  expect(accumulated({ as_of: "44925", options: [["date system", 1904]] })).toEqual([[2000]]);
});

describe("a bad argument is named with its value and what would be right", () => {
  test.each<readonly [string, Given, string, string]>([
    ["DEPR.ACCUMULATED", {}, "#VALUE!", "as_of is missing."],
    ["DEPR.ACCUMULATED", { as_of: "soon" }, "#VALUE!", 'as_of is "soon", but must be a date'],
    [
      "DEPR.BOOKVALUE",
      { as_of: 1, start: null, convention: "half-year" },
      "#VALUE!",
      "convention counts only with a start date.",
    ],
    [
      "DEPR.BOOKVALUE",
      { as_of: 1, start: null, events: [["2027-01-01", "IMPAIRMENT", 1]] },
      "#VALUE!",
      "events counts only",
    ],
    [
      "DEPR.BOOKVALUE",
      { as_of: 46387, start: null },
      "#NUM!",
      "as_of, an age in years where no start is given, is 46387",
    ],
    ["DEPR.BOOKVALUE", { as_of: -1, start: null }, "#NUM!", "is -1, but must be from 0 to 9999."],
    ["DEPR.BOOKVALUE", { as_of: "2026-12-31", cost: null }, "#VALUE!", "cost is missing."],
    ["DEPR.BOOKVALUE", { as_of: "2026-12-31", salvage: 13000 }, "#NUM!", "salvage is 13000, but must not be more"],
    ["DEPR.BETWEEN", { from: "2026-01-01" }, "#VALUE!", "to is missing."],
    ["DEPR.BETWEEN", { to: "2026-01-01" }, "#VALUE!", "from is missing."],
    [
      "DEPR.BETWEEN",
      { from: "2027-01-01", to: "2026-12-31" },
      "#NUM!",
      "from is 2027-01-01, but must not be after to, which is 2026-12-31.",
    ],
    ["DEPR.BETWEEN", { from: 2, to: 1, start: null }, "#NUM!", "from is 2, but must not be after to, which is 1."],
    ["DEPR.ACCUMULATED", { as_of: "2026-12-31", options: [["speed", 1]] }, "#VALUE!", '"speed" is no option.'],
  ])("%s%j is %s: %s", (id, given, error, sentence) => {
    expect(ask(id, { ...bought, ...given })).toEqual({ error, sentence: expect.stringContaining(sentence) as string });
  });

  test("an error passed in comes out as it is", () => {
    expect(accumulated({ as_of: [["2026-12-31"], ["#N/A"]] })).toEqual({ error: "#N/A" });
    expect(between({ from: "2026-12-31", to: "#DIV/0!" })).toEqual({ error: "#DIV/0!" });
  });
});
