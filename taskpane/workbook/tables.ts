import type { Result } from "../../src/engine";
import {
  isBlankRow,
  looksLikeAccounts,
  looksLikeEvents,
  looksLikeRegister,
  looksLikeSchedule,
  type Cell,
  type Matrix,
} from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { placeOf, readPlace, type PlacedTable } from "./place";
import { readGrownRegister, readTable } from "./table-range";

/** The tables of a workbook that charges are computed from; absent where it has none. */
export interface WorkbookTables {
  readonly register?: PlacedTable;
  readonly events?: PlacedTable;
  readonly accounts?: PlacedTable;
}

/**
 * Reads the register, the events and the accounts: of each the first table with its header words. Of several registers
 * the one on the sheet in sight counts, else the one named `usual`. Where no table is a register, the selected range is
 * tried.
 */
export function readTables(usual = ""): Promise<Result<WorkbookTables, Trouble>> {
  return inWorkbook(async (context) => {
    const tables = await namedTables(context);
    const isRegister = ({ header }: NamedTable): boolean => looksLikeRegister([header]);
    const registerTable = await chosen(context, tables.filter(isRegister), usual);
    const register =
      registerTable === undefined
        ? await selectedRegister(context)
        : await readGrownRegister(context, registerTable.name);
    // A register and a schedule may carry every word that the others need, so they are left out here.
    const others = tables.filter((table) => !isRegister(table) && !looksLikeSchedule([table.header]));
    const eventsTable = others.find(({ header }) => looksLikeEvents([header]));
    const accountsTable = others.find(({ header }) => looksLikeAccounts([header]));
    const events = eventsTable === undefined ? undefined : await readTable(context, eventsTable.name);
    const accounts = accountsTable === undefined ? undefined : await readTable(context, accountsTable.name);
    return {
      ...(register === undefined ? {} : { register }),
      ...(events === undefined ? {} : { events }),
      ...(accounts === undefined ? {} : { accounts }),
    };
  });
}

/** What is selected, whatever it is: the whole table that the selection stands in, or the range itself. */
export function readSelection(): Promise<Result<PlacedTable | undefined, Trouble>> {
  return inWorkbook(selectedTable);
}

interface NamedTable {
  readonly name: string;
  readonly header: readonly Cell[];
}

async function namedTables(context: Excel.RequestContext): Promise<readonly NamedTable[]> {
  const { tables } = context.workbook;
  tables.load("items/name,items/showHeaders");
  await context.sync();
  const withHeaders = tables.items.filter(({ showHeaders }) => showHeaders);
  const headers = withHeaders.map((table) => table.getHeaderRowRange().load("values"));
  await context.sync();
  return withHeaders.map(({ name }, index) => ({ name, header: (headers[index]?.values as Matrix)[0] ?? [] }));
}

async function chosen(
  context: Excel.RequestContext,
  registers: readonly NamedTable[],
  usual: string,
): Promise<NamedTable | undefined> {
  if (registers.length < 2) return registers[0];
  const inSight = context.workbook.worksheets.getActiveWorksheet().tables;
  inSight.load("items/name");
  await context.sync();
  const seen = registers.find(({ name }) => inSight.items.some((table) => table.name === name));
  return seen ?? registers.find(({ name }) => name === usual) ?? registers[0];
}

async function readRange(context: Excel.RequestContext, range: Excel.Range): Promise<PlacedTable> {
  const place = await placeOf(context, range);
  return { place, matrix: await readPlace(context, place) };
}

async function selectedRegister(context: Excel.RequestContext): Promise<PlacedTable | undefined> {
  const selected = await selectedTable(context);
  return selected !== undefined && looksLikeRegister(selected.matrix) ? selected : undefined;
}

/** One selected cell stands for everything on its sheet; more cells stand for themselves. */
async function selectedTable(context: Excel.RequestContext): Promise<PlacedTable | undefined> {
  const selection = context.workbook.getSelectedRange();
  selection.load("rowCount,columnCount");
  await context.sync();
  // Whole columns are selected with a million rows, of which only the used ones are wanted. An empty sheet's used range
  // is its first cell.
  const used = selection.worksheet.getUsedRange(true);
  const many = selection.rowCount > 1 && selection.columnCount > 1;
  const table = await readRange(context, many ? selection.getIntersection(used) : used);
  return table.matrix.every(isBlankRow) ? undefined : table;
}
