import { dayText } from "../../src/engine";
import { registerColumns, type SheetSettings } from "../../src/sheet";
import { findingAddress, understand } from "../../taskpane/state/understand";
import { dateSystemOfWorkbook } from "../../taskpane/workbook/date-system";
import { documentSettings, keepDocumentSettings } from "../../taskpane/workbook/document-settings";
import { insertRegister } from "../../taskpane/workbook/insert-register";
import { readSelection, readTables } from "../../taskpane/workbook/tables";
import { showCell } from "../../taskpane/workbook/show";
import { startOffice, type StartedOffice } from "../office/start";
import { valueOf } from "./value-of";

const settings: SheetSettings = { dateSystem: "1900", decimals: 2, yearEnd: 12 };

describe("a register in the workbook, through the real office.js", () => {
  let office: StartedOffice;

  beforeEach(async () => {
    office = await startOffice();
  });

  afterEach(() => office.close());

  async function write(address: string, values: readonly (readonly unknown[])[]): Promise<void> {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
      range.values = values.map((row) => [...row]);
      await context.sync();
    });
  }

  test("a workbook without a register has none", async () => {
    const tables = valueOf(await readTables());
    expect(tables.register).toBeUndefined();
    expect(understand(tables, settings)).toBeUndefined();
  });

  test("an inserted register is read back with its one example and nothing wrong", async () => {
    valueOf(await insertRegister(settings));
    const tables = valueOf(await readTables());
    expect(tables.register?.place).toMatchObject({ sheet: "Register", table: "Register", row: 0, column: 0 });
    const read = understand(tables, settings);
    expect(read?.findings).toEqual([]);
    expect(read?.register.assets).toHaveLength(1);
    expect(read?.register.assets.map(({ inService }) => dayText(inService))).toEqual(["2026-01-15"]);
  });

  test("an inserted register has every column, its formats and its drop-downs", async () => {
    valueOf(await insertRegister(settings));
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Register");
      const header = sheet.getRangeByIndexes(0, 0, 1, registerColumns.length);
      const row = sheet.getRangeByIndexes(1, 0, 1, registerColumns.length);
      const method = sheet.getRangeByIndexes(1, 9, 1, 1);
      header.load("values");
      row.load("numberFormat");
      method.dataValidation.load("rule");
      await context.sync();
      expect(header.values).toEqual([registerColumns.map((column) => column.header)]);
      expect(row.numberFormat).toEqual([registerColumns.map((column) => column.numberFormat)]);
      expect(method.dataValidation.rule.list?.source).toBe(registerColumns[9]?.choices?.join(","));
    });
  });

  test("a second register gets names of its own", async () => {
    valueOf(await insertRegister(settings));
    valueOf(await insertRegister(settings));
    await office.Excel.run(async (context) => {
      const { tables, worksheets } = context.workbook;
      tables.load("items/name");
      worksheets.load("items/name");
      await context.sync();
      expect(tables.items.map(({ name }) => name)).toEqual(["Register", "Register2"]);
      expect(worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "Register", "Register 2"]);
    });
  });

  test("of two registers the one in sight counts, else the usual one", async () => {
    valueOf(await insertRegister(settings));
    valueOf(await insertRegister(settings));
    const nameOf = async (usual?: string): Promise<string | undefined> =>
      valueOf(await readTables(usual)).register?.place.table;
    expect(await nameOf("Register")).toBe("Register2");
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").activate();
      await context.sync();
    });
    expect(await nameOf("Register2")).toBe("Register2");
    expect(await nameOf()).toBe("Register");
  });

  test("assets right below the table belong to it, down to the first blank row", async () => {
    valueOf(await insertRegister(settings));
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Register");
      sheet.getRange("A3:H5").values = [
        ["A-002", "Desk", "", "", 46037, 900, 0, 5],
        ["A-003", "Lamp", "", "", 46037, 90, 0, 5],
        ["", "", "", "", "", 990, "", ""],
      ];
      await context.sync();
    });
    const read = understand(valueOf(await readTables()), settings);
    expect(read?.register.assets.map(({ id }) => id)).toEqual(["A-001", "A-002", "A-003"]);
    expect(read?.findings).toEqual([]);
  });

  test("a plain range is a register where it is selected, and its findings name their cells", async () => {
    await write("C3:F5", [
      ["Asset", "Cost", "In service", "Life (years)"],
      ["A", "lots", 46037, 5],
      ["B", 1000, 46037, -5],
    ]);
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("C3:F5").select();
      await context.sync();
    });
    const tables = valueOf(await readTables());
    const read = understand(tables, settings);
    expect(read?.findings.map((finding) => findingAddress(read, finding))).toEqual(["D4", "F5"]);
  });

  test("one selected cell stands for the whole sheet", async () => {
    await write("A1:B2", [
      ["Thing", "Price"],
      ["Desk", 100],
    ]);
    const selection = valueOf(await readSelection());
    expect(selection?.matrix).toEqual([
      ["Thing", "Price"],
      ["Desk", 100],
    ]);
  });

  test("showing a cell selects it, where its table is now", async () => {
    valueOf(await insertRegister(settings));
    const place = valueOf(await readTables()).register?.place;
    if (place === undefined) throw new Error("There is a register.");
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").activate();
      await context.sync();
    });
    valueOf(await showCell(place, 1, 5));
    await office.Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      expect(selected.address).toBe("Register!F2");
    });
  });

  test("a table that is gone is a sentence too", async () => {
    const shown = await showCell({ sheet: "Sheet1", table: "Gone", row: 2, column: 2, rows: 1, columns: 1 }, 0, 0);
    expect(shown).toMatchObject({ ok: false, problem: { kind: "gone" } });
  });

  test("the workbook tells which day it counts from", async () => {
    expect(await dateSystemOfWorkbook()).toBe("1900");
  });

  test("the workbook remembers what was chosen, and what is no month is not believed", async () => {
    const usual = { profile: "", register: "", yearEnd: 12, preparer: "", approver: "" };
    expect(documentSettings()).toMatchObject(usual);
    await keepDocumentSettings({ profile: "Books", yearEnd: 6, preparer: "Ada" });
    expect(documentSettings()).toMatchObject({ ...usual, profile: "Books", yearEnd: 6, preparer: "Ada" });
    office.Office.context.document.settings.set("depr", { profile: 7, yearEnd: 13, preparer: 1, approver: null });
    expect(documentSettings()).toMatchObject(usual);
  });

  test("a sheet that is gone is a sentence, not an exception", async () => {
    const shown = await showCell({ sheet: "Nowhere", row: 0, column: 0, rows: 1, columns: 1 }, 0, 0);
    expect(shown).toMatchObject({ ok: false, problem: { kind: "gone" } });
  });
});

test("outside Excel there is a sentence that says so", async () => {
  expect(await readTables()).toMatchObject({ ok: false, problem: { kind: "no-excel" } });
});
