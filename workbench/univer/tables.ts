import {
  AddSheetTableMutation,
  DeleteSheetTableMutation,
  SetSheetTableMutation,
  TableManager,
  type ITableInfo,
} from "@univerjs/preset-sheets-table";
import type { Grid, Table } from "../host/grid";
import { command, rangeOf, type OpenedWorkbook } from "./opened-workbook";

/** Tables of Univer. Its commands refuse a table that is called like a sheet, as Excel does not, so its mutations are used. */
export function tablePart(opened: OpenedWorkbook): Pick<Grid, "tables" | "addTable" | "changeTable" | "removeTable"> {
  const { unitId, workbook } = opened;
  const infoOf = (id: string): ITableInfo => {
    const info = workbook.getTableList().find((table) => table.id === id);
    if (info === undefined) throw new Error(`There is no table ${id}.`);
    return info;
  };
  return {
    tables: () => workbook.getTableList().map((info) => described(opened, info)),
    addTable: ({ id, name, area, style }) => {
      const { sheetId: subUnitId } = area;
      const options = { tableStyleId: style };
      const header = headerOf(opened, area);
      command(opened, AddSheetTableMutation.id, {
        unitId,
        subUnitId,
        tableId: id,
        name,
        range: rangeOf(area),
        header,
        options,
      });
    },
    changeTable: (id, { name, area, style }) => {
      const { subUnitId } = infoOf(id);
      const config = {
        ...(name === undefined ? {} : { name }),
        ...(area === undefined ? {} : { updateRange: { newRange: rangeOf(area) } }),
        ...(style === undefined ? {} : { theme: style }),
      };
      command(opened, SetSheetTableMutation.id, { unitId, subUnitId, tableId: id, config });
    },
    removeTable: (id) => {
      command(opened, DeleteSheetTableMutation.id, { unitId, subUnitId: infoOf(id).subUnitId, tableId: id });
    },
  };
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

function headerOf(opened: OpenedWorkbook, { sheetId, row, column, columns }: Table["area"]): readonly string[] {
  const sheet = opened.workbook.getSheetBySheetId(sheetId);
  return sheet?.getRange(row, column, 1, columns).getDisplayValues()[0] ?? [];
}
