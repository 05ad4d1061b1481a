import { cents, dayFromText, monthFromText, type Day, type Month } from "../../src/engine";
import type { LedgerAsset } from "../../src/connectors";
import { readRegister, type Matrix, type ScheduleLine, type SheetSettings } from "../../src/sheet";
import type { Outcome, Plan, Post } from "../../src/sync";
import { groupProblems } from "../../taskpane/format/problem-groups";
import { troubledGroups } from "../../taskpane/format/outcome-groups";
import { curveOf, draftOf } from "../../taskpane/state/draft";
import { ledgerTotals, linesOf } from "../../taskpane/state/ledger";
import { likelyMonth, monthRange, steppedMonth } from "../../taskpane/state/months";
import { sameWork } from "../../taskpane/state/post";
import { understand, type ReadWorkbook } from "../../taskpane/state/understand";
import { statusesOf } from "../../taskpane/state/write-outcomes";
import { pathOf } from "../../taskpane/state/curve-path";
import { createStore } from "../../taskpane/store";
import { darkWanted } from "../../taskpane/theme-choice";
import { troubleOf } from "../../taskpane/workbook";
import { cellAddress, columnLetters } from "../../taskpane/workbook/place";
import { freeName } from "../../taskpane/workbook/new-sheet";
import { valueOf } from "./value-of";

const settings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };
const place = { sheet: "Register", row: 0, column: 0, rows: 3, columns: 4 };
const matrix: Matrix = [
  ["Asset", "Cost", "In service", "Life (years)"],
  // 46023 is 2026-01-01 and 46054 is 2026-02-01, by Excel's own DATEVALUE.
  ["A", 1200, 46023, 1],
  ["B", 600, 46054, 1],
];

const day = (text: string): Day => valueOf(dayFromText(text));
const month = (text: string): Month => valueOf(monthFromText(text));

function read(): ReadWorkbook {
  const found = understand({ register: { place, matrix } }, settings);
  if (found === undefined) throw new Error("There is a register.");
  return found;
}

describe("a store", () => {
  test("keeps what a change does not name, and tells who listens until they stop", () => {
    const store = createStore({ a: 1, b: 2 });
    const heard: number[] = [];
    const stop = store.subscribe(() => heard.push(store.get().b));
    store.set({ b: 3 });
    stop();
    store.set({ b: 4 });
    expect(store.get()).toEqual({ a: 1, b: 4 });
    expect(heard).toEqual([3]);
  });
});

describe("months", () => {
  test.each([
    ["2026-01", 1, "2026-02"],
    ["2026-01", -1, "2025-12"],
    ["2026-01", 12, "2027-01"],
    ["soon", 1, "soon"],
  ])("%s and %i months are %s", (from, months, to) => {
    expect(steppedMonth(from, months)).toBe(to);
  });

  test.each([
    [{ year: 2026, month: 4 }, "2026-03"],
    [{ year: 2026, month: 1 }, "2026-01"],
    [{ year: 2025, month: 6 }, "2026-01"],
  ])("on %o the month to close is %s, for assets in service since January 2026", (today, text) => {
    expect(likelyMonth(readRegister(matrix, settings), today)).toBe(text);
  });

  test("what is no month says so, and leaves the other one alone", () => {
    const { from, to } = monthRange("2026-13", "2026-01");
    expect(from.ok).toBe(false);
    expect(to.ok).toBe(true);
  });
});

describe("a draft", () => {
  test("has one row an asset and month in service, with totals by asset", async () => {
    const draft = await draftOf(read(), month("2026-01"), month("2026-02"));
    expect(draft?.lines.map(({ asset, amount }) => [asset, amount])).toEqual([
      ["A", 10000],
      ["A", 10000],
      ["B", 5000],
    ]);
    expect(draft?.byAsset.map(({ asset, rows, amount }) => [asset.id, rows, amount])).toEqual([
      ["A", 2, 20000],
      ["B", 1, 5000],
    ]);
    expect(draft?.total).toBe(25000);
  });

  test("of months the wrong way round says so once", async () => {
    const draft = await draftOf(read(), month("2026-02"), month("2026-01"));
    expect(groupProblems(draft?.findings ?? []).map(({ code }) => code)).toEqual(["months-reversed"]);
  });

  test("that nobody waits for any more comes to nothing", async () => {
    expect(await draftOf(read(), month("2026-01"), month("2026-02"), () => false)).toBeUndefined();
  });

  test("a curve begins at the cost and ends at the salvage value", () => {
    const [asset] = read().register.assets;
    const curve = asset === undefined ? [] : curveOf(asset);
    expect([curve[0]?.value, curve.at(-1)?.value, curve.length]).toEqual([120000, 0, 13]);
  });

  test("a curve goes down in steps from the top left to the bottom right", () => {
    const curve = [
      { month: 0, value: cents(100) },
      { month: 1, value: cents(50) },
      { month: 2, value: cents(0) },
    ];
    expect(pathOf(curve, { width: 104, height: 104, margin: 2 })).toBe("M2.0 2.0H52.0V52.0H102.0V102.0");
  });
});

const line: ScheduleLine = {
  asset: "A",
  periodEnd: day("2026-01-31"),
  type: "DEPRECIATION",
  amount: cents(10000),
  counterAccount: "DEPRECIATION",
  memo: "",
};

const step = (key: string, fingerprint: string): Post => ({
  kind: "post",
  row: { row: 1, line, key, fingerprint },
  ledgerId: "l1",
});

const none = { count: 0, amount: cents(0) };

const planOf = (...rows: readonly Post[]): Plan => ({
  scope: "s",
  book: "GAAP",
  decimals: 2,
  createAssets: [],
  rows,
  totals: { post: none, "already-there": none, changed: none, blocked: none, skipped: none },
  byAccount: [],
  termsChanged: [],
  reversed: new Set<string>(),
});

describe("a plan that was agreed to", () => {
  test("is the same while charges and contents are, wherever their rows moved to", () => {
    const moved = { ...step("k1", "f1"), row: { ...step("k1", "f1").row, row: 7 } };
    expect(sameWork(planOf(step("k1", "f1")), planOf(moved))).toBe(true);
  });

  test.each([
    ["an amount was edited", planOf(step("k1", "f2"))],
    ["a row came", planOf(step("k1", "f1"), step("k2", "f1"))],
    ["a row went", planOf()],
    ["it is for another ledger", { ...planOf(step("k1", "f1")), scope: "other" }],
  ])("is another one when %s", (_why, now) => {
    expect(sameWork(planOf(step("k1", "f1")), now)).toBe(false);
  });
});

describe("what came of a push", () => {
  const outcome = (key: string, word: Outcome["word"], sentence = ""): Outcome => ({ key, row: 1, word, sentence });

  test("is grouped by reason, only where somebody has to look", () => {
    const groups = troubledGroups([
      outcome("1", "Posted"),
      outcome("2", "Refused", "No."),
      outcome("3", "Refused", "No."),
      outcome("4", "Unknown", "?"),
    ]);
    expect(groups.map(({ word, outcomes }) => [word, outcomes.length])).toEqual([
      ["Refused", 2],
      ["Unknown", 1],
    ]);
  });

  test("a row that is there already keeps the time at which the sheet saw it posted", () => {
    const status = {
      syncKey: "k1",
      status: "Posted",
      ledgerRef: "r1",
      postedAmount: "",
      postedAt: "noon",
      message: "",
    };
    const there = { ...step("k1", "f1"), row: { ...step("k1", "f1").row, status } };
    const again = { ...outcome("k1", "Already there"), ledgerRef: "r1" };
    expect(statusesOf([again], [there], 2).get("k1")?.postedAt).toBe("noon");
    expect(statusesOf([{ ...again, ledgerRef: "r2" }], [there], 2).get("k1")?.postedAt).toBe("");
  });
});

describe("what a ledger holds, beside the sheet", () => {
  const held: LedgerAsset = { ledgerId: "l1", asset: "A", name: "Thing", standing: "active" };

  test("adds up by asset; additions count against charges; what only the sheet has is named", () => {
    const posted = [
      { ledgerId: "l1", amount: 10000 },
      { ledgerId: "l1", amount: -2500 },
    ];
    const lines = linesOf({ assets: [held], posted }, [line, { ...line, asset: "B" }]);
    expect(lines.map((one) => [one.asset, one.postings, one.posted, one.sheet, one.standing])).toEqual([
      ["A", 2, 7500, 10000, "active"],
      ["B", 0, 0, 10000, "missing"],
    ]);
    expect(ledgerTotals(lines)).toEqual({ postings: 2, posted: 7500, sheet: 20000 });
  });

  test("lists assets as people number them, however they came to the ledger", () => {
    const assets = ["A-10", "A-2", "A-1"].map((asset) => ({ ...held, asset, ledgerId: asset }));
    expect(linesOf({ assets, posted: [] }, []).map(({ asset }) => asset)).toEqual(["A-1", "A-2", "A-10"]);
  });
});

describe("places and names", () => {
  test.each([
    [0, "A"],
    [25, "Z"],
    [26, "AA"],
    [701, "ZZ"],
    [702, "AAA"],
    [16383, "XFD"],
  ])("column %i is %s", (column, letters) => {
    expect(columnLetters(column)).toBe(letters);
  });

  test("a cell of a table that begins at C3", () => {
    expect(cellAddress({ ...place, row: 2, column: 2 }, 1, 1)).toBe("D4");
  });

  test("a name that is taken gets the next free number, whatever its case", () => {
    expect(freeName("Register", ["register", "Register 2"])).toBe("Register 3");
  });
});

describe("surroundings", () => {
  test.each([
    ["#ffffff", true, false],
    ["#1f1f1f", false, true],
    ["217346", false, true],
    [undefined, true, true],
    ["white", false, false],
  ])("on Office's %s, with a dark system %s, the pane is dark: %s", (background, systemIsDark, dark) => {
    expect(darkWanted(background, systemIsDark)).toBe(dark);
  });

  test.each([
    ["InvalidOperationInCellEditMode", "editing"],
    ["AccessDenied", "protected"],
    ["ApiNotFound", "too-old"],
    ["ItemNotFound", "gone"],
    ["RequestPayloadSizeLimitExceeded", "too-large"],
    ["GeneralException", "other"],
  ])("Office's %s is %s to the person", (code, kind) => {
    expect(troubleOf(code, "Because.").kind).toBe(kind);
  });
});
