import { startOffice, type StartedOffice } from "../start";

/**
 * What add-ins use of Microsoft's client library, run on the library itself: if the wire changes with a version of
 * office.js, this fails.
 */
describe("the real office.js against the workbench's host", () => {
  let office: StartedOffice;

  beforeEach(async () => {
    office = await startOffice({ sheets: ["Sheet1", "My data"] });
  });

  afterEach(() => office.close());

  test("knows that it is in Excel, with a task pane", async () => {
    const info = await office.Office.onReady();
    expect(info).toMatchObject({ host: "Excel", platform: "OfficeOnline", addin: { visibilityMode: "Taskpane" } });
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.13")).toBe(true);
    expect(office.Office.context.requirements.isSetSupported("ExcelApi", "1.14")).toBe(false);
  });

  test("writes and reads values", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = [
        [1, "two"],
        [true, ""],
      ];
      await context.sync();
      range.load("values,address,rowCount");
      await context.sync();
      expect(range.values).toEqual([
        [1, "two"],
        [true, ""],
      ]);
      expect(range.address).toBe("Sheet1!A1:B2");
      expect(range.rowCount).toBe(2);
    });
  });

  test("takes values as if they were typed", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:F1");
      range.getCell(0, 5).numberFormat = [["@"]];
      range.values = [["0012", "'0012", "2026-01-31", "=1+1", "'=1+1", "0012"]];
      range.load("values,formulas,numberFormat");
      await context.sync();
      expect(range.values).toEqual([[12, "0012", 46053, "#NAME?", "=1+1", "0012"]]);
      expect(range.formulas).toEqual([[12, "0012", 46053, "=1+1", "=1+1", "0012"]]);
      expect(range.numberFormat[0]).toEqual(["General", "General", "yyyy-mm-dd", "General", "General", "@"]);
    });
  });

  test("leaves cells alone where null is written", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.values = [[1, 2]];
      // Excel's own typings leave null out; its documentation says what it does.
      range.values = [[null as never, 3]];
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([[1, 3]]);
    });
  });

  test("fills a range with one value", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2");
      range.values = 7 as never;
      range.load("values");
      await context.sync();
      expect(range.values).toEqual([
        [7, 7],
        [7, 7],
      ]);
    });
  });

  test("takes tens of thousands of cells in one go", async () => {
    await office.Excel.run(async (context) => {
      const rows = Array.from({ length: 5_000 }, (_, row) => [row, `row ${row}`, row % 2 === 0, row / 3]);
      const sheet = context.workbook.worksheets.getItem("My data");
      sheet.getRangeByIndexes(0, 0, rows.length, 4).values = rows;
      await context.sync();
      const used = sheet.getUsedRange(true).load("values,address");
      await context.sync();
      expect(used.address).toBe("'My data'!A1:D5000");
      expect(used.values).toEqual(rows);
    });
  });

  test("refuses values of another shape than the range, and says where", async () => {
    const failure = office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").getRange("A1:B2").values = [[1]];
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({
      code: "InvalidArgument",
      debugInfo: { errorLocation: "Range.values" },
    });
  });

  test("goes from range to range", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("C3:E6");
      const reached = {
        cell: range.getCell(1, 1),
        offset: range.getOffsetRange(2, -1),
        resized: range.getResizedRange(1, -2),
        absolute: range.getAbsoluteResizedRange(1, 5),
        row: range.getRow(3),
        lastColumn: range.getLastColumn(),
        below: range.getRowsBelow(2),
        before: range.getColumnsBefore(1),
        columns: range.getEntireColumn(),
        bounding: range.getBoundingRect("A1"),
        intersection: range.getIntersection("D1:Z4"),
      };
      const none = range.getIntersectionOrNullObject("A1:B2");
      Object.values(reached).forEach((each) => each.load("address"));
      await context.sync();
      const addresses = Object.entries(reached).map(([name, { address }]) => [name, address.replace("Sheet1!", "")]);
      expect(Object.fromEntries(addresses)).toEqual({
        cell: "D4",
        offset: "B5:D8",
        resized: "C3:C7",
        absolute: "C3:G3",
        row: "C6:E6",
        lastColumn: "E3:E6",
        below: "C7:E8",
        before: "B3:B6",
        columns: "C:E",
        bounding: "A1:E6",
        intersection: "D3:E4",
      });
      expect(none.isNullObject).toBe(true);
    });
  });

  test("has null objects for what is not there, and errors for who insists", async () => {
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
      const table = context.workbook.tables.getItemOrNullObject("Nothing");
      const used = context.workbook.worksheets.getItem("Sheet1").getUsedRangeOrNullObject();
      await context.sync();
      expect([sheet.isNullObject, table.isNullObject, used.isNullObject]).toEqual([true, true, true]);
    });
    const failure = office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Nowhere").load("name");
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("keeps settings in the workbook, by either way to them", async () => {
    await office.Excel.run(async (context) => {
      context.workbook.settings.add("depr.connection", { name: "Ledger" });
      const setting = context.workbook.settings.getItem("depr.connection").load("value");
      await context.sync();
      expect(setting.value).toEqual({ name: "Ledger" });
    });
    const { settings } = office.Office.context.document;
    settings.set("depr.month", "2026-01");
    await new Promise<void>((resolve) => settings.saveAsync(() => resolve()));
    expect(office.settings.get("depr.month")).toBe('"2026-01"');
  });

  test("selects a range and knows what is selected", async () => {
    await office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("My data").getRange("B2:C3").select();
      const selected = context.workbook.getSelectedRange().load("address");
      const active = context.workbook.getActiveCell().load("address");
      await context.sync();
      expect(selected.address).toBe("'My data'!B2:C3");
      expect(active.address).toBe("'My data'!B2");
    });
  });

  test("tells who listens what changed, where, and what is selected", async () => {
    const heard: string[] = [];
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.onChanged.add(async ({ address, type }) => {
        heard.push(`${type} ${address}`);
        return Promise.resolve();
      });
      sheet.onSelectionChanged.add(async ({ address }) => {
        heard.push(`selected ${address}`);
        return Promise.resolve();
      });
      await context.sync();
    });
    const [sheet] = office.grid.sheets();
    const area = { sheetId: sheet?.id ?? "", row: 1, column: 1, rows: 2, columns: 1 };
    office.grid.write(area, [[1], [2]]);
    office.grid.select(area);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["WorksheetChanged B2:B3", "selected B2:B3"]);
  });

  test("runs the function of a ribbon button and hears when it is done", async () => {
    const run: string[] = [];
    office.Office.actions.associate("insertRegister", (event: Office.AddinCommands.Event) => {
      run.push(event.source.id);
      event.completed();
    });
    await office.host.ready;
    await office.host.runCommand("Depr.InsertRegister", "insertRegister");
    expect(run).toEqual(["Depr.InsertRegister"]);
  });

  test("counts days from 1900", async () => {
    await office.Excel.run(async (context) => {
      const day = context.workbook.functions.date(1904, 1, 2).load("value");
      await context.sync();
      // From: Microsoft, "Date systems in Excel": the 1904 system begins 1,462 days after the 1900 system.
      expect(day.value).toBe(1_462 + 1);
    });
  });

  test("lets the add-in show and hide its pane", async () => {
    const heard: string[] = [];
    await office.Office.addin.onVisibilityModeChanged(({ visibilityMode }) => void heard.push(visibilityMode));
    await office.Office.addin.hide();
    await office.Office.addin.showAsTaskpane();
    expect(office.paneCalls).toEqual(["hide", "show"]);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(["Hidden", "Taskpane"]);
  });

  test("refuses by name what it does not have", async () => {
    const failure = office.Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Sheet1").charts.load("items/name");
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({
      code: "ApiNotFound",
      message: "The workbench does not support Worksheet.Charts.",
    });
  });

  test("keeps what was done before the line that failed, as Excel does", async () => {
    const failure = office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1").values = [["done"]];
      sheet.getRange("no address").values = [["never"]];
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({ code: "InvalidArgument" });
    const [sheet] = office.grid.sheets();
    expect(office.grid.values({ sheetId: sheet?.id ?? "", row: 0, column: 0, rows: 1, columns: 1 })).toEqual([
      ["done"],
    ]);
  });
});
