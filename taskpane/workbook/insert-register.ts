import type { Result } from "../../src/engine";
import { registerColumns, registerTemplate, type Column, type SheetSettings } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { addSheet, formatColumns, freeName, writeSheet } from "./new-sheet";

// Rows that are made ready for typing; a table takes the formats of its last row along when it grows beyond them.
const readyRows = 200;

/** Puts a new register on a sheet of its own, with one example asset, and shows it. */
export function insertRegister(settings: SheetSettings): Promise<Result<void, Trouble>> {
  return inWorkbook(async (context) => {
    const matrix = registerTemplate(settings);
    const sheet = await addSheet(context, "Register");
    formatColumns(sheet, registerColumns, readyRows);
    await writeSheet(context, sheet, matrix);
    await addTable(context, sheet, matrix.length);
    if (Office.context.requirements.isSetSupported("ExcelApi", "1.8")) offerChoices(sheet, registerColumns);
    sheet.activate();
    sheet.getRangeByIndexes(1, 0, 1, 1).select();
    await context.sync();
  });
}

async function addTable(context: Excel.RequestContext, sheet: Excel.Worksheet, rows: number): Promise<void> {
  const { tables } = context.workbook;
  tables.load("items/name");
  await context.sync();
  const taken = tables.items.map(({ name }) => name);
  const table = sheet.tables.add(sheet.getRangeByIndexes(0, 0, rows, registerColumns.length), true);
  table.name = freeName("Register", taken, "");
}

function offerChoices(sheet: Excel.Worksheet, columns: readonly Column[]): void {
  columns.forEach(({ choices }, index) => {
    if (choices === undefined) return;
    const { dataValidation } = sheet.getRangeByIndexes(1, index, readyRows, 1);
    dataValidation.rule = { list: { inCellDropDown: true, source: choices.join(",") } };
    // The list helps to choose and does not forbid: a register also knows other words for the same method.
    dataValidation.errorAlert = { showAlert: false, style: "Information", title: "", message: "" };
  });
}
