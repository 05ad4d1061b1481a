import { dayFromText, frequencies, monthFromText, type Day, type Frequency } from "../../src/engine";
import {
  byMonth,
  readSchedule,
  scheduleMatrix,
  statusCells,
  statusColumns,
  type ReadLine,
  type SheetSettings,
} from "../../src/sheet";
import { bookNamed } from "../../src/sync";
import { auditText } from "../../taskpane/format/audit-text";
import { copiedFrom } from "../../taskpane/state/copy";
import { draftOf, postedLines } from "../../taskpane/state/draft";
import { understand } from "../../taskpane/state/understand";
import { documentSettings, keepDocumentSettings } from "../../taskpane/workbook/document-settings";
import { readOwnSheet, writeOwnSheet } from "../../taskpane/workbook/own-sheet";
import { bookOfSheet, scheduleSheet } from "../../taskpane/workbook/schedule-sheet";
import { startOffice, type StartedOffice } from "../office/start";
import { valueOf } from "./value-of";

const settings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };
const place = { sheet: "Register", row: 0, column: 0, rows: 3, columns: 4 };
const day = (text: string): Day => valueOf(dayFromText(text));
const month = (text: string) => valueOf(monthFromText(text));

// 46023 is 2026-01-01 and 46054 is 2026-02-01, by Excel's own DATEVALUE.
function registerOf(cost: number) {
  const matrix = [
    ["Asset", "Cost", "In service", "Life (years)"],
    ["A", cost, 46_023, 1],
    ["B", 600, 46_054, 1],
  ];
  const read = understand({ register: { place, matrix } }, settings);
  if (read === undefined) throw new Error("There is a register.");
  return read;
}

/** A schedule as the sheet has it after its first row was posted. */
async function oncePosted(syncKey: string): Promise<readonly ReadLine[]> {
  const draft = await draftOf(registerOf(1200), month("2026-01"), month("2026-01"));
  const [header = [], row = []] = scheduleMatrix(draft?.lines ?? [], settings);
  const status = { syncKey, status: "Posted", ledgerRef: "r1", postedAmount: "100.00", postedAt: "", message: "" };
  return readSchedule([header, [...row.slice(0, -statusColumns.length), ...statusCells(status)]], settings).lines;
}

describe("what the sheet says is posted", () => {
  const key = "dx1.A.2026-01-31.DEPRECIATION.GAAP.0.r0";

  test("stands as it was posted, in its own book alone", async () => {
    const lines = await oncePosted(key);
    expect(postedLines(lines, "GAAP", settings)).toMatchObject([
      { asset: "A", amount: 100_00, periodEnd: day("2026-01-31") },
    ]);
    expect(postedLines(lines, "TAX", settings)).toEqual([]);
  });

  test("is what the ledger holds, where the sheet was edited since", async () => {
    const [line] = await oncePosted(key);
    const edited = { ...line, amount: 1 } as ReadLine;
    expect(postedLines([edited], "GAAP", settings)).toMatchObject([{ amount: 100_00 }]);
  });

  test("is asked about in a draft whose terms give something else", async () => {
    const posted = postedLines(await oncePosted(key), "GAAP", settings);
    const draft = await draftOf(registerOf(2400), month("2026-01"), month("2026-02"), undefined, {
      ...byMonth,
      posted,
    });
    expect(draft?.differences).toEqual([{ asset: "A", posted: 100_00, computed: 200_00 }]);
    expect(draft?.lines.map(({ asset, amount }) => [asset, amount])).toEqual([
      ["A", 100_00],
      ["B", 50_00],
    ]);
  });

  test("of an asset that left the register stays, once, however many assets there are", async () => {
    const posted = postedLines(await oncePosted(key), "GAAP", settings).map((line) => ({ ...line, asset: "Z" }));
    const matrix = [
      ["Asset", "Cost", "In service", "Life (years)"],
      ...Array.from({ length: 450 }, (_, index) => [`N-${index}`, 1200, 46_023, 1]),
    ];
    const read = understand({ register: { place, matrix } }, settings);
    if (read === undefined) throw new Error("There is a register.");
    const draft = await draftOf(read, month("2026-01"), month("2026-01"), undefined, { ...byMonth, posted });
    expect(draft?.lines.filter(({ asset }) => asset === "Z")).toHaveLength(1);
    expect(draft?.lines).toHaveLength(451);
  });

  test("a quarter is built of the months that are left of it", async () => {
    const frequency = frequencies.find(({ months }) => months === 3) as Frequency;
    const posted = postedLines(await oncePosted(key), "GAAP", settings);
    const draft = await draftOf(registerOf(1200), month("2026-01"), month("2026-03"), undefined, { frequency, posted });
    expect(draft?.lines.filter(({ asset }) => asset === "A").map(({ amount }) => amount)).toEqual([100_00, 200_00]);
  });
});

describe("books", () => {
  test.each([
    ["gaap", "GAAP"],
    [" tax ", "TAX"],
    ["Plan 2027", "Plan 2027"],
    ["Ertragsteuer", "Ertragsteuer"],
  ])("%s is the book %s", (typed, book) => {
    expect(bookNamed(typed)).toEqual({ ok: true, value: book });
  });

  test.each(["", " ", "a/b", "[x]", "=1+1", "x".repeat(21)])(
    "%j is none, and the sentence says what would be one",
    (typed) => {
      const named = bookNamed(typed);
      expect(!named.ok && named.problem).toContain(`The book is "${typed}", but must be 1 to 20 letters`);
    },
  );

  test.each([
    ["Schedule", "GAAP"],
    ["Schedule 2", "GAAP"],
    ["Schedule (2)", "GAAP"],
    ["Plan (old)", "GAAP"],
    ["Schedule (TAX)", "TAX"],
    ["Schedule (TAX) (2)", "TAX"],
    ["schedule (Plan 2027)", "Plan 2027"],
  ])("the sheet %s is for the book %s", (name, book) => {
    expect(bookOfSheet(name)).toBe(book);
    expect(bookOfSheet(scheduleSheet(book).name)).toBe(book);
    expect(scheduleSheet(book).name.length).toBeLessThanOrEqual(31);
  });
});

describe("a workbook, through the real office.js", () => {
  let office: StartedOffice;
  beforeEach(async () => {
    office = await startOffice();
  });
  afterEach(() => office.close());

  test("keeps the schedules of two books apart", async () => {
    const draft = await draftOf(registerOf(1200), month("2026-01"), month("2026-02"));
    const lines = draft?.lines ?? [];
    expect(valueOf(await writeOwnSheet(scheduleSheet(), scheduleMatrix(lines, settings)))).toBe("Schedule");
    expect(valueOf(await readOwnSheet(scheduleSheet("TAX")))).toBeUndefined();
    expect(valueOf(await writeOwnSheet(scheduleSheet("TAX"), scheduleMatrix(lines.slice(0, 1), settings)))).toBe(
      "Schedule (TAX)",
    );
    expect(valueOf(await readOwnSheet(scheduleSheet()))?.place).toMatchObject({ sheet: "Schedule", rows: 4 });
    expect(valueOf(await readOwnSheet(scheduleSheet("TAX")))?.place).toMatchObject({
      sheet: "Schedule (TAX)",
      rows: 2,
    });
  });

  test("remembers the book, the period and where it was posted from, and nothing that is none of these", async () => {
    expect(documentSettings()).toMatchObject({ book: "GAAP", frequency: "month", pushedFrom: "" });
    await keepDocumentSettings({ book: "TAX", frequency: "quarter", pushedFrom: "C:\\books\\2026.xlsx" });
    expect(documentSettings()).toMatchObject({ book: "TAX", frequency: "quarter", pushedFrom: "C:\\books\\2026.xlsx" });
    await keepDocumentSettings({ book: "[bad]", frequency: "fortnight" });
    expect(documentSettings()).toMatchObject({ book: "GAAP", frequency: "month" });
  });
});

describe("a copy of a workbook", () => {
  const at = (pushedFrom: string) => ({
    ...{ profile: "", register: "", yearEnd: 12, book: "GAAP", frequency: "month" },
    ...{ preparer: "", approver: "" },
    pushedFrom,
  });

  test.each([
    ["https://x.example/books/Close%202026.xlsx", "https://x.example/books/Copy.xlsx", "Close 2026.xlsx"],
    ["C:\\books\\2026.xlsx", "C:\\books\\2027.xlsx", "2026.xlsx"],
    ["C:\\books\\50%.xlsx", "C:\\books\\2027.xlsx", "50%.xlsx"],
    ["C:\\books\\2026.xlsx", "C:\\books\\2026.xlsx", undefined],
    ["", "C:\\books\\2026.xlsx", undefined],
    ["C:\\books\\2026.xlsx", "", undefined],
  ])("posted from %j and now at %j is a copy of %j", (pushedFrom, now, original) => {
    expect(copiedFrom(now, at(pushedFrom))).toBe(original);
  });
});

describe("what a reading after the push found", () => {
  const here = { style: { language: "en", decimals: 2 }, currency: "USD" } as const;
  const of = (amount: number) => amount as Extract<Parameters<typeof auditText>[0], { kind: "tied" }>["amount"];

  test("is that each row is there once", () => {
    expect(auditText({ kind: "tied", count: 24, amount: of(1_820_417) }, here)).toBe(
      "The ledger holds each of the 24 rows once, 18,204.17 USD in all.",
    );
    expect(auditText({ kind: "tied", count: 1, amount: of(100) }, here)).toBe(
      "The ledger holds the row once, 1.00 USD in all.",
    );
  });

  test("is which rows are not", () => {
    const wrong = [
      { key: "k", row: 1, ids: [] },
      { key: "l", row: 2, ids: ["x", "y"] },
    ];
    expect(auditText({ kind: "differs", count: 2, amount: of(300), held: of(200), wrong }, here)).toBe(
      "The rows come to 3.00 USD, the ledger holds 2.00 USD for them. Of them row 2 is there not at all, row 3 is there 2 times. Look at them in the ledger.",
    );
  });

  test("is nothing where it could not read", () => {
    expect(auditText({ kind: "unread", sentence: "It did not answer." }, here)).toContain("It did not answer.");
  });
});
