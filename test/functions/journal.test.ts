import { headers, journal, lathe, plot, register, rows, serial, van } from "./sample-register";

const columns = ["Entry", "Date", "Account", "Name", "Debit", "Credit", "Asset", "Class", "Cost centre", "Memo", "Key"];

test("the lines of a month balance entry by entry, debits first", () => {
  const end = serial("2026-01-31");
  const bought = ["V-1", "Vehicles", "200", "Acquisition 2026-01, V-1", "dx1.V-1.2026-01-15.ACQUISITION.GAAP.0.r0"];
  const driven = ["V-1", "Vehicles", "200", "Depreciation 2026-01, V-1", "dx1.V-1.2026-01-31.DEPRECIATION.GAAP.0.r0"];
  const turned = ["M-1", "Machinery", "300", "Depreciation 2026-01, M-1", "dx1.M-1.2026-01-31.DEPRECIATION.GAAP.0.r0"];
  const [expense, gone] = [
    ["DEPRECIATION", "Depreciation expense"],
    ["ACCUMULATED_DEPRECIATION", "Accumulated depreciation"],
  ] as const;
  expect(journal()).toEqual([
    columns,
    [1, serial("2026-01-15"), "FIXED_ASSETS", "Fixed assets", 7200, "", ...bought],
    [1, serial("2026-01-15"), "ASSET_CLEARING", "Asset clearing", "", 7200, ...bought],
    [2, end, ...expense, 200, "", ...turned],
    [2, end, ...gone, "", 200, ...turned],
    [3, end, ...expense, 100, "", ...driven],
    [3, end, ...gone, "", 100, ...driven],
  ]);
});

test("the order of the rows and the day of the month do not matter", () => {
  const other = journal({ register: [headers, plot, lathe, van], period: serial("2026-01-20") });
  expect(other).toEqual(journal());
  expect(journal({ period: "2026-01-31" })).toEqual(journal());
});

test("a class has the accounts of the Accounts table, in any order and spelling", () => {
  const accounts = [
    ["Depreciation expense", "Class", "Accumulated account"],
    ["6110", "VEHICLES", "1519"],
    ["", "", ""],
  ];
  const used = rows(journal({ accounts })).map((row) => row[2]);
  expect(used.slice(3)).toEqual(["DEPRECIATION", "ACCUMULATED_DEPRECIATION", "6110", "1519"]);
});

test("by account, as one entry", () => {
  const shown = rows(journal({ period: "2026-02", options: [["summary", true]] }));
  expect(shown.slice(1).map((row) => row.slice(0, 6))).toEqual([
    [1, serial("2026-02-28"), "DEPRECIATION", "Depreciation expense", 300, ""],
    [1, serial("2026-02-28"), "ACCUMULATED_DEPRECIATION", "Accumulated depreciation", "", 300],
  ]);
});

test("a disposal posts its loss", () => {
  const events = [
    ["Asset", "Date", "Type", "Value"],
    ["M-1", serial("2026-03-15"), "DISPOSAL", 5000],
  ];
  const sold = rows(journal({ period: "2026-03", events })).filter((row) => row[6] === "M-1");
  // 10,000 - 4,400 is 5,600 in the books, and 5,000 comes in.
  expect(sold.map((row) => [row[2], row[4], row[5]])).toEqual([
    ["ACCUMULATED_DEPRECIATION", 4400, ""],
    ["ASSET_CLEARING", 5000, ""],
    ["LOSS_ON_DISPOSAL", 600, ""],
    ["FIXED_ASSETS", "", 10_000],
  ]);
});

test("a key names the book", () => {
  expect(rows(journal({ options: [["book", "TAX"]] }))[1]?.[10]).toBe("dx1.V-1.2026-01-15.ACQUISITION.TAX.0.r0");
});

test("a month in which nothing happens keeps the header row, for Excel has no cells for an empty answer", () => {
  expect(journal({ register: [headers, plot] })).toEqual([columns]);
  expect(journal({ register: [headers, plot], options: [["headers", false]] })).toEqual([columns]);
  expect(journal({ options: [["headers", false]] })).toEqual(rows(journal()).slice(1));
});

test("a row that cannot be computed refuses the whole journal", () => {
  const broken = [headers, van, lathe.map((one) => (one === "DB" ? "XY" : one)), plot];
  expect(journal({ register: broken })).toEqual({
    error: "#VALUE!",
    sentence: expect.stringMatching(
      /^1 row of the register cannot be computed, the first is asset "M-1": "XY" is no method/,
    ) as string,
  });
});

test.each<readonly [Readonly<Record<string, unknown>>, string]>([
  [{ period: null }, "period is missing."],
  [{ period: "January" }, 'period is "January", but must be a date'],
  [{ accounts: [["Class", "Money"]] }, 'The Accounts table has no column "Expense".'],
  [
    {
      accounts: [
        ["Class", "Expense"],
        ["Vehicles", "#N/A"],
      ],
    },
    "In row 2 of accounts: Expense is the error #N/A.",
  ],
  [{ options: [["summary", "perhaps"]] }, 'summary is "perhaps", but must be TRUE or FALSE.'],
  [{ options: [["colour", 1]] }, '"colour" is no option.'],
])("%j is #VALUE!", (argued, sentence) => {
  expect(journal(argued)).toEqual({ error: "#VALUE!", sentence: expect.stringContaining(sentence) as string });
});

test.each(["register", "period", "accounts", "options", "events"])("an error as %s comes out as it is", (name) => {
  expect(journal({ [name]: "#N/A" })).toEqual({ error: "#N/A" });
});

test("debits are credits, whatever happens", () => {
  for (const month of ["2025-01", "2026-01", "2026-12", "2029-12"]) {
    const body = rows(journal({ register, period: month })).slice(1);
    const sum = (column: number): number => body.reduce((total, row) => total + Number(row[column]), 0);
    expect(sum(4)).toBe(sum(5));
  }
});
