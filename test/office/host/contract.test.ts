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

  test("adds, names, finds, activates and deletes sheets", async () => {
    await office.Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      const added = worksheets.add("Schedule");
      added.name = "Schedule 2026";
      added.activate();
      added.load("name,id,position");
      worksheets.getItem("My data").delete();
      worksheets.load("items/name");
      const active = worksheets.getActiveWorksheet().load("name");
      await context.sync();
      expect(added.position).toBe(2);
      expect(worksheets.items.map(({ name }) => name)).toEqual(["Sheet1", "Schedule 2026"]);
      expect(active.name).toBe("Schedule 2026");
    });
    const failure = office.Excel.run(async (context) => {
      context.workbook.worksheets.add("sheet1");
      await context.sync();
    });
    await expect(failure).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("makes a table, finds it again and reads its parts", async () => {
    const id = await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("B2:D4").values = [
        ["Asset", "Cost", "cost"],
        ["A-1", 100, 1],
        ["A-2", 200, 2],
      ];
      const table = sheet.tables.add("B2:D4", true);
      table.name = "Register";
      table.load("id,name");
      await context.sync();
      return table.id;
    });
    await office.Excel.run(async (context) => {
      const table = context.workbook.tables.getItem(id);
      table.load("name,style,rows/count,columns/items/name");
      const header = table.getHeaderRowRange().load("values");
      const body = table.getDataBodyRange().load("address,values");
      const costs = table.columns.getItem("Cost").getDataBodyRange().load("values");
      await context.sync();
      expect(table.name).toBe("Register");
      expect(header.values).toEqual([["Asset", "Cost", "cost2"]]);
      expect(table.columns.items.map(({ name }) => name)).toEqual(["Asset", "Cost", "cost2"]);
      expect(body.address).toBe("Sheet1!B3:D4");
      expect(costs.values).toEqual([[100], [200]]);
    });
  });

  test("grows, shrinks and takes away a table", async () => {
    await office.Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Sheet1");
      sheet.getRange("A1:B2").values = [
        ["Asset", "Cost"],
        ["A-1", 1],
      ];
      sheet.getRange("A3").values = [["below"]];
      const table = sheet.tables.add("A1:B2", true);
      await context.sync();
      table.rows.add(undefined, [
        ["A-2", 2],
        ["A-3", 3],
      ]);
      table.columns.add(undefined, [["Note"], ["x"], ["y"], ["z"]] as never);
      table.rows.getItemAt(0).delete();
      const range = table.getRange().load("values,address");
      const below = sheet.getRange("A4").load("values");
      await context.sync();
      expect(range.address).toBe("Sheet1!A1:C3");
      expect(range.values).toEqual([
        ["Asset", "Cost", "Note"],
        ["A-2", 2, "y"],
        ["A-3", 3, "z"],
      ]);
      expect(below.values).toEqual([["below"]]);
      table.resize("A1:C2");
      table.delete();
      const tables = context.workbook.tables.load("count");
      await context.sync();
      expect(tables.count).toBe(0);
    });
  });

  test("formats cells and says how they are", async () => {
    await office.Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:B1");
      range.format.font.bold = true;
      range.format.fill.color = "#FFF8E5";
      range.format.columnWidth = 80;
      range.numberFormat = [["#,##0.00", "yyyy-mm-dd"]];
      range.load("numberFormat,format/fill/color,format/font/bold,format/columnWidth");
      await context.sync();
      expect(range.format.font.bold).toBe(true);
      expect(range.format.fill.color).toBe("#FFF8E5");
      expect(range.format.columnWidth).toBe(80);
      expect(range.numberFormat).toEqual([["#,##0.00", "yyyy-mm-dd"]]);
    });
  });

  test("puts drop-down lists on cells", async () => {
    await office.Excel.run(async (context) => {
      const { dataValidation } = context.workbook.worksheets.getItem("Sheet1").getRange("A2:A10");
      dataValidation.rule = { list: { inCellDropDown: true, source: "SL,DB" } };
      dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
      dataValidation.load("type,rule");
      await context.sync();
      expect(dataValidation.type).toBe("List");
      expect(dataValidation.rule).toEqual({ list: { inCellDropDown: true, source: "SL,DB" } });
    });
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

  test("lets the add-in show and hide its pane", async () => {
    await office.Office.addin.hide();
    await office.Office.addin.showAsTaskpane();
    expect(office.paneCalls).toEqual(["hide", "show"]);
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
