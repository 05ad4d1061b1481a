import {
  ICommandService,
  type ICellData,
  type Injector,
  type Nullable,
  type Workbook,
  type Worksheet,
} from "@univerjs/core";
import type { FUniver } from "@univerjs/core/facade";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Area } from "../host/area";

export type FacadeWorkbook = ReturnType<FUniver["createWorkbook"]>;
export type FacadeSheet = ReturnType<FacadeWorkbook["getActiveSheet"]>;
export type FacadeRange = ReturnType<FacadeSheet["getRange"]>;

/** The one workbook that is open in Univer, and the services its parts need. */
export interface OpenedWorkbook {
  readonly facade: FUniver;
  readonly injector: Injector;
  readonly workbook: FacadeWorkbook;
  readonly model: Workbook;
  readonly unitId: string;
}

/** Joins Univer's services to the workbook that was created in it. */
export function openedWorkbook(facade: FUniver, injector: Injector, workbook: FacadeWorkbook): OpenedWorkbook {
  return { facade, injector, workbook, model: workbook.getWorkbook(), unitId: workbook.getId() };
}

export function facadeSheet({ workbook }: OpenedWorkbook, sheetId: string): FacadeSheet {
  const sheet = workbook.getSheetBySheetId(sheetId);
  if (sheet === null) throw new Error(`There is no sheet ${sheetId}.`);
  return sheet;
}

export function facadeRange(opened: OpenedWorkbook, area: Area): FacadeRange {
  return facadeSheet(opened, area.sheetId).getRange(area.row, area.column, area.rows, area.columns);
}

export function sheetModel({ model }: OpenedWorkbook, sheetId: string): Worksheet {
  const sheet = model.getSheetBySheetId(sheetId);
  if (!sheet) throw new Error(`There is no sheet ${sheetId}.`);
  return sheet;
}

/** Carries out a command or mutation of Univer at once. */
export function command({ injector }: OpenedWorkbook, id: string, params: object): void {
  injector.get(ICommandService).syncExecuteCommand(id, params);
}

/** An area as Univer describes it. */
export function rangeOf({ row, column, rows, columns }: Area): {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
} {
  return { startRow: row, endRow: row + rows - 1, startColumn: column, endColumn: column + columns - 1 };
}

/** The part of an area that the grid has cells for, or undefined when it lies outside. */
export function partInGrid(opened: OpenedWorkbook, area: Area): Area | undefined {
  const sheet = sheetModel(opened, area.sheetId);
  const rows = Math.min(area.rows, sheet.getRowCount() - area.row);
  const columns = Math.min(area.columns, sheet.getColumnCount() - area.column);
  return rows > 0 && columns > 0 ? { ...area, rows, columns } : undefined;
}

/** Makes the grid reach to the end of an area, as Excel's sheets always do. */
export function reach(opened: OpenedWorkbook, area: Area): void {
  const sheet = facadeSheet(opened, area.sheetId);
  if (area.row + area.rows > sheet.getMaxRows()) sheet.setRowCount(area.row + area.rows);
  if (area.column + area.columns > sheet.getMaxColumns()) sheet.setColumnCount(area.column + area.columns);
}

/** Reads each cell of an area as it is stored. */
export function storedCells(
  opened: OpenedWorkbook,
  sheetId: string,
): (row: number, column: number) => Nullable<ICellData> {
  const matrix = sheetModel(opened, sheetId).getCellMatrix();
  return (row, column) => matrix.getValue(row, column);
}

/** Reads the values that formulas spilled into other cells; Univer keeps them apart from the cells. */
export function spilledCells(
  opened: OpenedWorkbook,
  sheetId: string,
): (row: number, column: number) => Nullable<ICellData> {
  const cells = opened.injector.get(FormulaDataModel).getArrayFormulaCellData()[opened.unitId]?.[sheetId];
  return (row, column) => cells?.[row]?.[column];
}
