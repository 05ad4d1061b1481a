import { conventions, dayText, profiles } from "../../src/engine";
import {
  accountsTemplate,
  buildSchedule,
  decimalsOf,
  eventsTemplate,
  noAccounts,
  noEvents,
  numberFormatOf,
  readAccounts,
  readEvents,
  readRegister,
  readSchedule,
  registerSettings,
  registerColumns,
  registerTemplate,
  scheduleColumns,
  scheduleMatrix,
  type Cell,
  type Matrix,
} from "../../src/sheet";
import { built, month, register, registerCells, shown, toolLines, vanLines } from "./two-assets";
import { findingText, usualSettings as settings } from "./worked-tables";

test("one line an asset and month, in the register's order", () => {
  expect(shown(built())).toEqual([...vanLines, ...toolLines]);
  expect(built().findings).toEqual([]);
});

test("a single month, and months outside the life", () => {
  expect(shown(built(noAccounts, noEvents, "2026-02", "2026-02"))).toEqual([vanLines[1], toolLines[1]]);
  expect(shown(built(noAccounts, noEvents, "2031-01", "2040-12"))).toEqual([]);
  expect(shown(built(noAccounts, noEvents, "2020-01", "2025-12"))).toEqual([]);
});

test("months the wrong way round are told, not turned", () => {
  const { lines, findings } = built(noAccounts, noEvents, "2026-03", "2026-02");
  expect(lines).toEqual([]);
  expect(findings.map((finding) => findingText(registerCells, finding))).toEqual([
    "! 1 Asset | months-reversed: The months run from 2026-03 to 2026-02. The first must not be after the last.",
  ]);
});

test("the counter account is the expense account of the class, and its lack is told", () => {
  const accounts = readAccounts(
    [
      ["Class", "Expense"],
      ["VEHICLES", "6100"],
      ["Land", null],
    ],
    settings,
  );
  const { lines, findings } = built(accounts);
  expect(lines.map(({ counterAccount }) => counterAccount)).toEqual(["6100", "6100", "DEPRECIATION", "DEPRECIATION"]);
  expect(findings.map((finding) => findingText(registerCells, finding))).toEqual([
    '~ 3 Class | class-without-accounts: Class "Tools" has no expense account in Accounts, so DEPRECIATION is used. Fill one in to change that.',
  ]);
});

test("months before an opening date are not offered", () => {
  const opened = readRegister(
    [
      ["Asset", "Cost", "Salvage", "In service", "Life", "Opening accumulated", "Opening date"],
      // 3,600 is two years of oanor's 1,800; 2027-12-31 is 46752.
      ["A-1", 10_000, 1000, 46_037, 5, 3600, 46_752],
    ],
    settings,
  );
  const { lines } = buildSchedule(opened, noAccounts, noEvents, month("2026-01"), month("2030-12"));
  expect(dayText(lines[0]?.periodEnd ?? register.assets[0]?.inService ?? (0 as never))).toBe("2028-01-31");
  expect(lines).toHaveLength(36);
});

test.each(profiles.map((profile) => [profile.word, profile] as const))(
  "a blank convention is the one of the profile %s, and a given one goes before it",
  (word, profile) => {
    const cells = (convention: Cell): Matrix => [
      ["Asset", "Cost", "In service", "Life", "Profile", "Convention"],
      ["A-1", 10_000, 46_037, 5, word, convention],
    ];
    const conventionOf = (convention: Cell) =>
      readRegister(cells(convention), settings).assets[0]?.terms.dated?.convention;
    expect(conventionOf(null)).toBe(profile.convention);
    for (const convention of conventions) expect(conventionOf(convention.word)).toBe(convention);
  },
);

test("land has no line", () => {
  const land = readRegister(
    [
      ["Asset", "Cost", "In service", "Life", "Method"],
      ["L-1", 10_000, 46_037, null, "NONE"],
    ],
    settings,
  );
  expect(land.assets).toHaveLength(1);
  expect(buildSchedule(land, noAccounts, noEvents, month("2026-01"), month("2030-12")).lines).toEqual([]);
});

test("a schedule sheet holds values: text, date serials and amounts in currency units", () => {
  const [header, first] = scheduleMatrix(built().lines, settings);
  expect(header).toEqual([
    "Asset",
    "Period end",
    "Type",
    "Amount",
    "Counter account",
    "Memo",
    "Period start",
    "Charged to date",
    "Change",
    "Posting date",
    "Sync key",
    "Ledger status",
    "Ledger ref",
    "Posted amount",
    "Posted at (UTC)",
    "Ledger message",
  ]);
  expect(header).toEqual(scheduleColumns.map((column) => column.header));
  expect(first).toEqual([
    "A-1",
    46_053,
    "DEPRECIATION",
    150,
    "DEPRECIATION",
    "Depreciation 2026-01, Van",
    46_023,
    150,
    "",
    "",
    "",
    "",
    "",
    "",
    "",
    "",
  ]);
});

test("what stands in the status cells comes back as text", () => {
  const [header = [], row = []] = scheduleMatrix(built().lines, settings);
  const cells = [...row.slice(0, 10), "dx1.A-1", "Posted", 42, 150, "2026-02-01 09:00:00", "#N/A"];
  expect(readSchedule([header, cells], settings).lines[0]?.status).toEqual({
    syncKey: "dx1.A-1",
    status: "Posted",
    ledgerRef: "42",
    postedAmount: "150",
    postedAt: "2026-02-01 09:00:00",
    message: "#N/A",
  });
});

describe("a currency decides the decimals of a register and of its schedule", () => {
  // ISO 4217, list one, minor units.
  test.each([
    ["JPY", 0],
    ["KRW", 0],
    ["ISK", 0],
    ["USD", 2],
    ["HUF", 2],
    ["IQD", 3],
    ["KWD", 3],
    ["BHD", 3],
    ["CLF", 4],
    ["UYW", 4],
  ])("%s has %d", (currency, decimals) => {
    expect(decimalsOf(currency)).toBe(decimals);
  });

  test("amounts are shown with the currency's decimals, anything else as ever", () => {
    const shownAs = (header: string, decimals: 0 | 2 | 3) =>
      registerColumns.filter((column) => column.header === header).map((column) => numberFormatOf(column, decimals));
    expect([0, 2, 3].flatMap((decimals) => shownAs("Cost", decimals as 0 | 2 | 3))).toEqual([
      "#,##0",
      "#,##0.00",
      "#,##0.000",
    ]);
    expect(shownAs("Asset", 0)).toEqual(["@"]);
  });

  test("a schedule in yen is written and read in yen", () => {
    const cells: Matrix = [
      ["Asset", "Cost", "In service", "Life", "Currency"],
      ["A-1", 600, 46_037, 1, "jpy"],
    ];
    const yen = readRegister(cells, settings);
    const own = registerSettings(yen, settings);
    const { lines } = buildSchedule(yen, noAccounts, noEvents, month("2026-01"), month("2026-01"));
    expect([yen.currency, yen.decimals, own.decimals, lines[0]?.amount]).toEqual(["JPY", 0, 0, 50]);
    expect(scheduleMatrix(lines, own)[1]?.[3]).toBe(50);
    expect(readSchedule(scheduleMatrix(lines, own), own).lines[0]?.amount).toBe(50);
  });
});

describe("templates", () => {
  test.each([
    [2, "1900", "USD"],
    [0, "1904", undefined],
  ] as const)("a new register can be read as it is (%d decimals, %s)", (decimals, dateSystem, currency) => {
    const own = { decimals, dateSystem, yearEnd: 12 };
    const read = readRegister(registerTemplate(own), own);
    expect(read.findings).toEqual([]);
    expect([read.assets.length, read.currency, read.decimals]).toEqual([1, currency, decimals]);
    expect(dayText(read.assets[0]?.inService ?? (0 as never))).toBe("2026-01-15");
  });

  test("new Accounts and Events tables can be read as they are", () => {
    const accounts = readAccounts(accountsTemplate(), settings);
    const events = readEvents(eventsTemplate(), settings);
    expect([accounts.findings, accounts.classes.length, events.findings, events.rowCount]).toEqual([[], 1, [], 0]);
    expect(shown(built(accounts, events))[0]).toBe(vanLines[0]);
  });
});
