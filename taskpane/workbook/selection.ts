import { inWorkbook } from "../workbook";

/** The sheet and the 0-based row of the selection's first cell; undefined where that cannot be told. */
export async function selectedRow(): Promise<{ readonly sheet: string; readonly row: number } | undefined> {
  const selected = await inWorkbook(async (context) => {
    const range = context.workbook.getSelectedRange();
    range.load("rowIndex");
    range.worksheet.load("name");
    await context.sync();
    return { sheet: range.worksheet.name, row: range.rowIndex };
  });
  // Several areas, or a chart, may be selected: then there is no row, and nothing is wrong with that.
  return selected.ok ? selected.value : undefined;
}
