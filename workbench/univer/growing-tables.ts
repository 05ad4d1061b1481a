import type { Area } from "../host/area";
import type { Grid, Table } from "../host/grid";
import type { OpenedWorkbook } from "./opened-workbook";

/**
 * Lets tables grow as Excel's do: what a person types or pastes right below the last row becomes part of the table.
 * What an add-in writes there does not, as in Excel.
 */
export function growTables({ facade }: OpenedWorkbook, grid: Grid): void {
  facade.addEvent(facade.Event.SheetEditEnded, ({ worksheet, row, column, isConfirm }) => {
    if (isConfirm) grow(grid, { sheetId: worksheet.getSheetId(), row, column, rows: 1, columns: 1 });
  });
  facade.addEvent(facade.Event.ClipboardPasted, () => grow(grid, grid.selection()));
}

function grow(grid: Grid, entered: Area): void {
  const isBlank = grid.formulas(entered).every((row) => row.every((cell) => cell === ""));
  const table = grid.tables().find((each) => isRightBelow(entered, each));
  if (table === undefined || isBlank) return;
  void grid.changeTable(table.id, { area: { ...table.area, rows: table.area.rows + entered.rows } });
}

function isRightBelow(entered: Area, { area }: Table): boolean {
  const isWithin = entered.column >= area.column && entered.column + entered.columns <= area.column + area.columns;
  return entered.sheetId === area.sheetId && entered.row === area.row + area.rows && isWithin;
}
