import type { Frame } from "playwright-core";
import { openWorkbench, type OpenWorkbench } from "./open";
import { doorOf } from "./script-door";

/** Excel's own client library over the real grid: what it writes calculates, and what it reads is true. */
describe("office.js over the grid", () => {
  let workbench: OpenWorkbench;
  let addIn: Frame;

  beforeAll(async () => {
    workbench = await openWorkbench();
    addIn = workbench.page.frames().find((frame) => frame.url().endsWith("/taskpane.html")) as Frame;
  });

  afterAll(async () => workbench.close());

  test("reads what its formulas give, spilled cells and all, in the same breath", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("A1").values = [["=DEPR.SYD(10000,1000,5)"]];
        sheet.getRange("B1").formulas = [["=SUM(A1:A5)"]];
        const range = sheet.getRange("A1:B5").load("values,formulas,text");
        const spill = sheet.getRange("A1").getSpillingToRange().load("address");
        await context.sync();
        const spilled = { values: range.values, formulas: range.formulas, text: range.text, spill: spill.address };
        sheet.getRange("A1").values = [["=DEPR.SYD(10000,1000,2)"]];
        const sum = sheet.getRange("B1").load("values");
        await context.sync();
        return { ...spilled, sum: sum.values };
      }),
    );
    expect(read.values).toEqual([
      [3000, 9000],
      [2400, ""],
      [1800, ""],
      [1200, ""],
      [600, ""],
    ]);
    expect(read.formulas[0]).toEqual(["=DEPR.SYD(10000,1000,5)", "=SUM(A1:A5)"]);
    expect(read.text[1]).toEqual(["2400", ""]);
    expect(read.spill).toBe("Sheet1!A1:A5");
    expect(read.sum).toEqual([[9000]]);
  });

  test("reads true numbers behind what a format shows", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("D1:G1");
        range.numberFormat = [["#,##0.00", "yyyy-mm-dd", "0%", "@"]];
        range.values = [[1234.5678, 46053, 0.125, "0012"]];
        range.load("values,text,numberFormat,valueTypes");
        await context.sync();
        return { values: range.values, text: range.text, formats: range.numberFormat };
      }),
    );
    expect(read.values).toEqual([[1234.5678, 46053, 0.125, "0012"]]);
    expect(read.text).toEqual([["1,234.57", "2026-01-31", "13%", "0012"]]);
    expect(read.formats).toEqual([["#,##0.00", "yyyy-mm-dd", "0%", "@"]]);
  });

  test("gives text that wraps the height it needs; one undo takes back text, height and what stood there before", async () => {
    const written = async (text: string): Promise<number> =>
      addIn.evaluate(
        async (value) =>
          Excel.run(async (context) => {
            const cell = context.workbook.worksheets.getItem("Sheet1").getRange("L9");
            cell.format.wrapText = true;
            cell.values = [[value]];
            cell.format.load("rowHeight");
            await context.sync();
            return cell.format.rowHeight;
          }),
        text,
      );
    const low = await written("=1+1");
    const high = await written(
      "a text that is far too long for a line of this column, so that it takes several of them",
    );
    expect(high).toBeGreaterThan(2 * low);
    await workbench.page.mouse.click(90, 144);
    await workbench.page.keyboard.press("Control+z");
    await doorOf(workbench.page).settled();
    const undone = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Sheet1").getRange("L9").load("values,formulas");
        cell.format.load("rowHeight");
        await context.sync();
        return { values: cell.values, formulas: cell.formulas, height: cell.format.rowHeight };
      }),
    );
    expect(undone).toEqual({ values: [[2]], formulas: [["=1+1"]], height: low });
  });

  test("never takes text for a formula", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("I1:J1");
        range.values = [["'=1+1", "'+1"]];
        range.load("values,formulas");
        await context.sync();
        return { values: range.values, formulas: range.formulas };
      }),
    );
    expect(read.values).toEqual([["=1+1", "+1"]]);
  });

  test("makes a sheet with a table, and lets it grow", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Schedule");
        sheet.getRange("A1:C3").values = [
          ["Asset", "Period end", "Amount"],
          ["A-1", 46053, 100],
          ["A-2", 46081, 200.5],
        ];
        const table = sheet.tables.add("A1:C3", true);
        table.name = "Schedule";
        table.style = "TableStyleLight9";
        await context.sync();
        table.rows.add(undefined, [["A-3", 46112, 300]]);
        const note = table.columns.add(undefined, undefined, "Note");
        note.getDataBodyRange().values = [["x"], ["y"], ["z"]];
        sheet.getRange("F1").values = [["=SUM(Schedule[Amount])"]];
        sheet.freezePanes.freezeRows(1);
        const range = table.getRange().load("address,values");
        const sum = sheet.getRange("F1").load("values");
        table.load("name,style,columns/items/name,rows/count");
        await context.sync();
        const { name, style, columns } = table;
        const names = columns.items.map((column) => column.name);
        return { name, style, names, address: range.address, values: range.values, sum: sum.values };
      }),
    );
    expect(read).toEqual({
      name: "Schedule",
      style: "TableStyleLight9",
      names: ["Asset", "Period end", "Amount", "Note"],
      address: "Schedule!A1:D4",
      values: [
        ["Asset", "Period end", "Amount", "Note"],
        ["A-1", 46053, 100, "x"],
        ["A-2", 46081, 200.5, "y"],
        ["A-3", 46112, 300, "z"],
      ],
      sum: [[600.5]],
    });
  });

  test("takes a table apart again", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const table = context.workbook.tables.getItem("Schedule");
        table.rows.getItemAt(0).delete();
        table.columns.getItem("Note").delete();
        const range = table.getRange().load("address,values");
        await context.sync();
        const before = { address: range.address, values: range.values };
        table.convertToRange();
        const { tables } = context.workbook;
        tables.load("items/name");
        await context.sync();
        return { ...before, left: tables.items.map(({ name }) => name) };
      }),
    );
    expect(read.address).toBe("Schedule!A1:C3");
    expect(read.values[1]).toEqual(["A-2", 46081, 200.5]);
    expect(read.left).toEqual(["Register"]);
  });

  test("writes past the end of a sheet, as Excel's sheets have none there", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("A12000:A12001");
        range.values = [[1], ["=A12000+1"]];
        range.load("values");
        await context.sync();
        return range.values;
      }),
    );
    expect(read).toEqual([[1], [2]]);
  });

  test("takes twenty thousand cells in one go", async () => {
    const seconds = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const rows = Array.from({ length: 5_000 }, (_, row) => [row, `row ${row}`, row / 3, row % 2 === 0]);
        const started = performance.now();
        const range = context.workbook.worksheets.getItem("Sheet1").getRangeByIndexes(20, 10, rows.length, 4);
        range.values = rows;
        await context.sync();
        range.load("values");
        await context.sync();
        if (JSON.stringify(range.values) !== JSON.stringify(rows)) throw new Error("read other than written");
        range.clear();
        await context.sync();
        return (performance.now() - started) / 1000;
      }),
    );
    expect(seconds).toBeLessThan(15);
  });

  test("formats cells, fits columns and offers choices", async () => {
    const read = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem("Sheet1").getRange("L1:L3");
        range.values = [["a heading that needs some room"], ["SL"], [""]];
        range.format.font.bold = true;
        range.format.fill.color = "#FFF8E5";
        range.format.autofitColumns();
        range.dataValidation.rule = { list: { inCellDropDown: true, source: "SL,DB" } };
        range.load("format/font/bold,format/fill/color,format/columnWidth");
        range.dataValidation.load("type,rule");
        await context.sync();
        const { format, dataValidation } = range;
        return {
          bold: format.font.bold,
          fill: format.fill.color,
          width: format.columnWidth,
          type: dataValidation.type,
          rule: dataValidation.rule,
        };
      }),
    );
    expect(read).toMatchObject({ bold: true, fill: "#FFF8E5", type: "List" });
    expect(read.rule).toEqual({ list: { inCellDropDown: true, source: "SL,DB" } });
    expect(read.width).toBeGreaterThan(120);
  });

  test("tells who listens about changes by hand and selections, and knows what is selected", async () => {
    const heard = await addIn.evaluate(async () => {
      const events: string[] = [];
      await Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.activate();
        await context.sync();
        sheet.onChanged.add(async ({ address }) => Promise.resolve(void events.push(`changed ${address}`)));
        sheet.onSelectionChanged.add(async ({ address }) => Promise.resolve(void events.push(`selected ${address}`)));
        await context.sync();
        sheet.getRange("B60:C61").select();
        sheet.getRange("B60").values = [[1]];
        await context.sync();
        const selected = context.workbook.getSelectedRange().load("address");
        await context.sync();
        events.push(`now ${selected.address}`);
      });
      await new Promise((resolve) => setTimeout(resolve, 300));
      return events;
    });
    expect(heard).toContain("changed B60");
    expect(heard).toContain("selected B60:C61");
    expect(heard).toContain("now Sheet1!B60:C61");
  });

  test("refuses by name what it does not have", async () => {
    const code = await addIn.evaluate(async () =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Sheet1").charts.load("items/name");
        await context.sync();
      }).catch((error: unknown) => (error as Error).message),
    );
    expect(code).toBe("The workbench does not support Worksheet.Charts.");
  });
});
