import { startOffice, type StartedOffice } from "../start";

describe("sheets and tables through the real office.js", () => {
  let office: StartedOffice;

  beforeEach(async () => {
    office = await startOffice({ sheets: ["Sheet1", "My data"] });
  });

  afterEach(() => office.close());

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
});
