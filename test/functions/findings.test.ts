import { check, headers, lathe, plot, register, rows, serial, van } from "./sample-register";

const columns = ["Severity", "Asset", "Row", "Column", "Code", "Finding", "Value", "Expected"];
const clean = [headers, van, plot];

test("a clean register says so", () => {
  const none = ["No findings", "", "", "", "", "", "", ""];
  expect(check({ register: clean })).toEqual([columns, none]);
  expect(check({ register: clean, options: [["headers", false]] })).toEqual([none]);
});

test("a finding names its cell, what is there, and what would be right", () => {
  // 10,000 - 9,222.40 after five years at 40 % is 777.60, so the salvage of 1,000 is reached; without one it is not.
  const open = [headers, van, ["M-1", "Machinery", serial("2025-01-01"), 10_000, 0, 5, "DB", ""]];
  expect(check({ register: open })).toEqual([
    columns,
    [
      "warning",
      "M-1",
      3,
      "Salvage",
      "value-left-at-end",
      "The life ends on 2029-12-31 with a book value of 777.60, which is more than the salvage of 0.00.",
      777.6,
      0,
    ],
  ]);
});

test("what the reader and the engine find is told once, row by row", () => {
  const broken = [
    headers,
    van,
    ["M-1", "Machinery", "2025-01-01", 10_000, 1000, 5, "DB", ""],
    van,
    ["P-1", "Land", serial("2020-05-02"), 500, 600, 5, "SL", ""],
  ];
  const found = rows(check({ register: broken })).slice(1);
  expect(found.map((row) => [row[0], row[1], row[2], row[3], row[4], row[6]])).toEqual([
    ["error", "M-1", 3, "In service", "text-for-date", "2025-01-01"],
    ["error", "V-1", 4, "Asset", "duplicate-asset", "V-1"],
    ["error", "P-1", 5, "Salvage", "salvage-above-cost", 600],
  ]);
});

test("a column has the word that the register has for it, and rows count the blank ones", () => {
  const words = headers.map((word) => (word === "Cost" ? "Purchase price" : word));
  const shown = rows(check({ register: [words, [null], van.map((one) => (one === 7200 ? "#N/A" : one))] }));
  expect(shown[1]?.slice(0, 5)).toEqual(["error", "V-1", 3, "Purchase price", "error-in-cell"]);
});

describe("the lives that a class may have", () => {
  const found = (policy: unknown): unknown => rows(check({ register: clean, policy }))[1];
  const finding = (sentence: string, expected: number): unknown => [
    "warning",
    "V-1",
    2,
    "Life (years)",
    "life-outside-policy",
    sentence,
    5,
    expected,
  ];

  test("in years, or in months where the header says so", () => {
    const sentence = 'life is 60 months, but class "vehicles" has from 72 to 120 months.';
    expect(found([["vehicles", 6, 10]])).toEqual(finding(sentence, 6));
    expect(
      found([
        ["Class", "Min life", "Max life"],
        ["vehicles", 6, 10],
        [null, null, null],
      ]),
    ).toEqual(finding(sentence, 6));
    expect(
      found([
        ["Class", "Least months", "Most months"],
        ["vehicles", 72, 120],
      ]),
    ).toEqual(finding(sentence, 6));
    expect(found([["vehicles", null, 4]])).toEqual(
      finding('life is 60 months, but class "vehicles" has from 0 to 48 months.', 4),
    );
  });

  test.each([[[["vehicles", 5, 5]]], [[["machines", 6, 10]]]])("%j has nothing to say", (policy) => {
    expect(found(policy)).toEqual(["No findings", "", "", "", "", "", "", ""]);
  });
});

test("what only time can tell is told as of a day", () => {
  const shown = rows(check({ register: clean, options: [["as of", "2031-01-01"]] }));
  expect(shown[1]?.slice(0, 5)).toEqual(["note", "V-1", 2, "Life (years)", "fully-depreciated-in-use"]);
});

test("the events are checked too", () => {
  const events = [
    ["Asset", "Date", "Type", "Value"],
    ["X-9", serial("2026-02-10"), "STOP", null],
    ["V-1", serial("2026-02-10"), "IMPROVEMENT", -5],
  ];
  const found = rows(check({ register: clean, events })).slice(1);
  expect(found.map((row) => [row[0], row[1], row[2], row[3], row[4], row[6]])).toEqual([
    ["error", "V-1", 2, "Asset", "not-computed", ""],
    ["error", "V-1", 3, "Events: Value", "negative", -5],
    ["warning", "X-9", 2, "Events: Asset", "event-without-asset", "X-9"],
  ]);
});

test("a register that cannot be read is a finding as well", () => {
  const found = rows(check({ register: register.map((row) => row.filter((_, at) => at !== 3)) }));
  expect(found.slice(1)).toEqual([
    ["error", "", 1, "", "missing-column", expect.stringContaining('no column "Cost"'), "", ""],
  ]);
  const mixed = [
    [...headers, "Currency"],
    [...van, "USD"],
    [...lathe, "EUR"],
  ];
  expect(
    rows(check({ register: mixed }))
      .slice(1)
      .map((row) => row.slice(1, 5)),
  ).toEqual([["M-1", 3, "Currency", "mixed-currencies"]]);
});

test.each<readonly [Readonly<Record<string, unknown>>, string]>([
  [{ register: null }, "register is missing."],
  [{ policy: [["Vehicles", 5, null]] }, "the longest life of Vehicles is missing."],
  [{ policy: [[null, 5, 6]] }, "the class of a policy is missing."],
  [{ policy: [["Vehicles", 5, 6, 7]] }, "policy must have three columns"],
  [{ options: [["as of", "soon"]] }, 'as of is "soon", but must be a date'],
  [{ options: [["colour", 1]] }, '"colour" is no option.'],
])("%j is #VALUE!", (argued, sentence) => {
  expect(check(argued)).toEqual({ error: "#VALUE!", sentence: expect.stringContaining(sentence) as string });
});

test.each(["register", "policy", "options", "events"])("an error as %s comes out as it is", (name) => {
  expect(check({ [name]: "#N/A" })).toEqual({ error: "#N/A" });
});
