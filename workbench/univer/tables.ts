import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
  type ITableInfo,
} from "@univerjs/preset-sheets-table";
import type { Grid, Table } from "../host/grid";
import { command, facadeRange, rangeOf, type OpenedWorkbook } from "./opened-workbook";

/** Tables of Univer. Its commands refuse a table that is called like a sheet, as Excel does not, so its mutations are used. */
export function tablePart(opened: OpenedWorkbook): Pick<Grid, "tables" | "addTable" | "changeTable" | "removeTable"> {
  return {
    tables: () => tables(opened),
    addTable: (table) => add(opened, table),
    changeTable: (id, change) => {
      const table = tableNamed(opened, id);
      const changed = { ...table, ...change };
      // Univer loses count of the columns when a table gets other ones, so it is made anew.
      if (hasOtherColumns(table, changed)) makeAnew(opened, changed);
      else set(opened, table, change);
    },
    removeTable: (id) => remove(opened, tableNamed(opened, id)),
  };
}

/** Formulas name a table's columns by words that Univer reads once; when a header cell changes the table is made anew. */
export function followHeaders(opened: OpenedWorkbook, grid: Grid): void {
  grid.listen((event) => {
    if (event.kind !== "changed") return;
    for (const info of opened.workbook.getTableList()) {
      const table = described(opened, info);
      const isKnown = info.columns.every(({ displayName }, index) => displayName === headerOf(opened, table)[index]);
      if (table.area.sheetId === event.area.sheetId && !isKnown) makeAnew(opened, table);
    }
  });
}

function tables(opened: OpenedWorkbook): readonly Table[] {
  return opened.workbook.getTableList().map((info) => described(opened, info));
}

function tableNamed(opened: OpenedWorkbook, id: string): Table {
  const table = tables(opened).find((each) => each.id === id);
  if (table === undefined) throw new Error(`There is no table ${id}.`);
  return table;
}

function hasOtherColumns({ area }: Table, { area: changed }: Table): boolean {
  return area.column !== changed.column || area.columns !== changed.columns;
}

function makeAnew(opened: OpenedWorkbook, table: Table): void {
  remove(opened, table);
  add(opened, table);
}

function add(opened: OpenedWorkbook, table: Table): void {
  const { id: tableId, name, area, style: tableStyleId } = table;
  const params = { tableId, name, range: rangeOf(area), header: headerOf(opened, table), options: { tableStyleId } };
  command(opened, AddSheetTableMutation.id, { unitId: opened.unitId, subUnitId: area.sheetId, ...params });
}

function set(opened: OpenedWorkbook, { id: tableId, area: from }: Table, { name, area, style }: Partial<Table>): void {
  const config = {
    ...(name === undefined ? {} : { name }),
    ...(area === undefined ? {} : { updateRange: { newRange: rangeOf(area) } }),
    ...(style === undefined ? {} : { theme: style }),
  };
  command(opened, SetSheetTableMutation.id, { unitId: opened.unitId, subUnitId: from.sheetId, tableId, config });
}

function remove(opened: OpenedWorkbook, { id: tableId, area }: Table): void {
  command(opened, DeleteSheetTableMutation.id, { unitId: opened.unitId, subUnitId: area.sheetId, tableId });
}

function described({ injector, unitId }: OpenedWorkbook, { id, name, subUnitId, range }: ITableInfo): Table {
  const { startRow, endRow, startColumn, endColumn } = range;
  return {
    id,
    name,
    area: {
      sheetId: subUnitId,
      row: startRow,
      column: startColumn,
      rows: endRow - startRow + 1,
      columns: endColumn - startColumn + 1,
    },
    style: injector.get(TableManager).getTableById(unitId, id)?.getTableStyleId() ?? "",
  };
}

function headerOf(opened: OpenedWorkbook, { area }: Table): readonly string[] {
  return facadeRange(opened, { ...area, rows: 1 }).getDisplayValues()[0] ?? [];
}
