import type { Result } from "../../src/engine";
import { reportMatrices, type Report, type ReportRow } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { addSheet, widthInPoints } from "./new-sheet";
import { rowsAtOnce, writeCells } from "./place";

/**
 * Writes a report over an older one of its kind, else on a new sheet, shows it, and makes it fit the page. A sheet of
 * the same name that is none of ours stays as it is. Answers with the name of the sheet.
 */
export async function writeReport(report: Report): Promise<Result<string, Trouble>> {
  const written = await inWorkbook(async (context) => {
    const sheet = await sheetFor(context, report);
    report.widths.forEach((characters, at) => {
      sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = widthInPoints(characters);
    });
    await writeReportRows(context, sheet, 0, report.rows);
    sheet.activate();
    sheet.getRangeByIndexes(0, 0, 1, 1).select();
    sheet.load("name");
    await context.sync();
    return sheet.name;
  });
  // A host that knows no pages has the report all the same.
  if (written.ok && Office.context.requirements.isSetSupported("ExcelApi", "1.9")) await fitPage(written.value, report);
  return written;
}

async function sheetFor(context: Excel.RequestContext, { sheet: wanted, title }: Report): Promise<Excel.Worksheet> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const alike = worksheets.items.filter(({ name }) => name === wanted || name.startsWith(`${wanted} `));
  const titles = alike.map((one) => one.getRangeByIndexes(0, 0, 1, 1).load("values"));
  await context.sync();
  const old = alike.find((_, index) => (titles[index]?.values as unknown[][])[0]?.[0] === title);
  if (old === undefined) return addSheet(context, wanted);
  old.getUsedRange().clear();
  return old;
}

/** Writes rows of a report from the given row of a sheet on. */
export async function writeReportRows(
  context: Excel.RequestContext,
  sheet: Excel.Worksheet,
  first: number,
  rows: readonly ReportRow[],
): Promise<void> {
  const { values, formats } = reportMatrices(rows);
  const width = values[0]?.length ?? 1;
  const step = rowsAtOnce(width);
  // The formats come first: a cell must be text already when a text such as 007 arrives.
  for (let start = 0; start < formats.length; start += step) {
    const part = formats.slice(start, start + step);
    sheet.getRangeByIndexes(first + start, 0, part.length, width).numberFormat = part;
  }
  rows.forEach(({ isHead, cells }, at) => {
    if (isHead) sheet.getRangeByIndexes(first + at, 0, 1, cells.length).format.font.bold = true;
  });
  await writeCells(context, sheet, { row: first, column: 0 }, values);
}

/** Landscape, one page wide, with the title above and the page's number below. */
function fitPage(name: string, { title }: Report): Promise<Result<void, Trouble>> {
  return inWorkbook(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem(name);
    pageLayout.orientation = "Landscape";
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    const { defaultForAllPages } = pageLayout.headersFooters;
    defaultForAllPages.centerHeader = title;
    defaultForAllPages.centerFooter = "&P / &N";
    await context.sync();
  });
}
