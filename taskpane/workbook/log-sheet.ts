import type { Decimals, Result } from "../../src/engine";
import { type Cell, type Matrix, textOf } from "../../src/sheet";
import { type LogEntry, logHead, logHeaders, logRows, logWidths } from "../../src/sync";
import { inWorkbook, type Trouble } from "../workbook";
import { addSheet, widthInPoints } from "./new-sheet";
import { placeOf, readPlace } from "./place";
import { writeReportRows } from "./report-sheet";

const wanted = "Ledger log";

/**
 * Adds to the log sheet the entries that it does not have yet, below what is there. What is there is never changed,
 * whoever wrote it. Answers with the sheet's name and how many were added.
 */
export function writeLogSheet(
  entries: readonly LogEntry[],
  decimals: Decimals,
): Promise<Result<{ readonly sheet: string; readonly added: number }, Trouble>> {
  return inWorkbook(async (context) => {
    const old = await findLog(context);
    const sheet = old?.sheet ?? (await newLog(context));
    const rows = logRows(entries, idsIn(old?.matrix ?? []), decimals);
    await writeReportRows(context, sheet, Math.max(1, old?.matrix.length ?? 1), rows);
    sheet.activate();
    sheet.load("name");
    await context.sync();
    return { sheet: sheet.name, added: rows.length };
  });
}

interface FoundLog {
  readonly sheet: Excel.Worksheet;
  readonly matrix: Matrix;
}

async function findLog(context: Excel.RequestContext): Promise<FoundLog | undefined> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name");
  await context.sync();
  const alike = worksheets.items.filter(({ name }) => name.startsWith(wanted));
  const heads = alike.map((one) => one.getRangeByIndexes(0, 0, 1, logHeaders.length).load("values"));
  await context.sync();
  const sheet = alike.find((_, index) => isHead((heads[index]?.values as Matrix)[0] ?? []));
  if (sheet === undefined) return undefined;
  const used = await placeOf(context, sheet.getUsedRange(true));
  const place = { ...used, row: 0, column: 0, rows: used.row + used.rows, columns: logHeaders.length };
  return { sheet, matrix: await readPlace(context, place) };
}

function isHead(cells: readonly Cell[]): boolean {
  return logHeaders.every((header, at) => cells[at] === header);
}

function idsIn(matrix: Matrix): ReadonlySet<string> {
  return new Set(matrix.slice(1).map((cells) => textOf(cells[logHeaders.length - 1])));
}

async function newLog(context: Excel.RequestContext): Promise<Excel.Worksheet> {
  const sheet = await addSheet(context, wanted);
  logWidths.forEach((characters, at) => {
    sheet.getRangeByIndexes(0, at, 1, 1).format.columnWidth = widthInPoints(characters);
  });
  await writeReportRows(context, sheet, 0, [logHead()]);
  return sheet;
}
