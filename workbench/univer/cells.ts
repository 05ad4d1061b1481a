import { CellValueType, type ICellData, type Nullable } from "@univerjs/core";
import { FormulaDataModel } from "@univerjs/engine-formula";
import type { Area } from "../host/area";
import type { CellInput, CellValue, ClearWhat, Grid, Rows } from "../host/grid";
import {
  facadeRange,
  partInGrid,
  reach,
  sheetModel,
  spilledCells,
  storedCells,
  type OpenedWorkbook,
} from "./opened-workbook";
import { writeCells } from "./write-cells";

type CellPart = Pick<Grid, "values" | "formulas" | "texts" | "write" | "clear" | "usedArea" | "spillArea">;

/** Reading and writing cells of Univer. */
export function cellPart(opened: OpenedWorkbook): CellPart {
  return {
    values: (area) => mapCells(area, valueReader(opened, area.sheetId)),
    formulas: (area) => mapCells(area, formulaReader(opened, area.sheetId)),
    texts: (area) => texts(opened, area),
    write: (area, rows) => write(opened, area, rows),
    clear: (area, what) => clear(opened, area, what),
    usedArea: (sheetId, valuesOnly) => usedArea(opened, sheetId, valuesOnly),
    spillArea: (sheetId, row, column) => spillArea(opened, sheetId, row, column),
  };
}

/** What reads the true value of a cell, spilled or not. */
export function valueReader(opened: OpenedWorkbook, sheetId: string): (row: number, column: number) => CellValue {
  const stored = storedCells(opened, sheetId);
  const spilled = spilledCells(opened, sheetId);
  return (row, column) => {
    const own = valueOf(stored(row, column));
    return own === "" ? valueOf(spilled(row, column)) : own;
  };
}

function valueOf(cell: Nullable<ICellData>): CellValue {
  const value = cell?.v;
  if (value === undefined || value === null) return "";
  return cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

function formulaReader(opened: OpenedWorkbook, sheetId: string): (row: number, column: number) => CellValue {
  const stored = storedCells(opened, sheetId);
  const value = valueReader(opened, sheetId);
  const formulas = opened.injector.get(FormulaDataModel);
  return (row, column) => {
    const cell = stored(row, column);
    if (cell?.f) return cell.f;
    // Cells that share a formula name it by its id.
    const shared = cell?.si ? formulas.getFormulaStringByCell(row, column, sheetId, opened.unitId) : undefined;
    return shared ?? value(row, column);
  };
}

function mapCells<T>({ row, column, rows, columns }: Area, read: (row: number, column: number) => T): Rows<T> {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, right) => read(row + down, column + right)),
  );
}

/** What the cells show; Univer's own answer shows truth values as numbers. */
function texts(opened: OpenedWorkbook, area: Area): Rows<string> {
  const part = partInGrid(opened, area);
  const shown = part === undefined ? [] : facadeRange(opened, part).getDisplayValues();
  const value = valueReader(opened, area.sheetId);
  return padded(area, shown, "").map((row, down) =>
    row.map((text, right) => {
      const truth = value(area.row + down, area.column + right);
      return typeof truth === "boolean" ? String(truth).toUpperCase() : text;
    }),
  );
}

/** Rows of an area where some lie outside the grid. */
export function padded<T>({ rows, columns }: Area, inside: Rows<T>, outside: T): Rows<T> {
  return Array.from({ length: rows }, (_, down) =>
    Array.from({ length: columns }, (__, right) => inside[down]?.[right] ?? outside),
  );
}

function write(opened: OpenedWorkbook, area: Area, rows: Rows<CellInput | null>): void {
  reach(opened, area);
  const cells: Record<number, Record<number, ICellData>> = {};
  rows.forEach((row, down) => {
    row.forEach((input, right) => {
      if (input === null) return;
      const line = (cells[area.row + down] ??= {});
      line[area.column + right] = cellOf(input);
    });
  });
  writeCells(opened, area, cells);
}

// Every member is named, so that nothing of what stood in the cell before is left.
function cellOf(input: CellInput): ICellData {
  const nothing: ICellData = { v: null, f: null, si: null, p: null, t: null };
  if (typeof input === "object") return { ...nothing, f: input.formula };
  if (typeof input === "number") return { ...nothing, v: input, t: CellValueType.NUMBER };
  if (typeof input === "boolean") return { ...nothing, v: input ? 1 : 0, t: CellValueType.BOOLEAN };
  return input === "" ? nothing : { ...nothing, v: input, t: CellValueType.STRING };
}

function clear(opened: OpenedWorkbook, area: Area, what: ClearWhat): void {
  const part = partInGrid(opened, area);
  if (part === undefined) return;
  const range = facadeRange(opened, part);
  if (what !== "Formats") range.clearContent();
  if (what !== "Contents") range.clearFormat();
}

function usedArea(opened: OpenedWorkbook, sheetId: string, valuesOnly: boolean): Area | undefined {
  let bounds: Bounds | undefined;
  const include = (row: number, column: number): void => {
    bounds = widened(bounds, row, column);
  };
  sheetModel(opened, sheetId)
    .getCellMatrix()
    .forValue((row, column, cell: Nullable<ICellData>) => {
      if (hasContent(cell) || (!valuesOnly && cell?.s)) include(row, column);
    });
  for (const { startRow, startColumn, endRow, endColumn } of spillRanges(opened, sheetId)) {
    include(startRow, startColumn);
    include(endRow, endColumn);
  }
  return bounds === undefined ? undefined : { sheetId, ...areaWithin(bounds) };
}

interface Bounds {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

function widened(bounds: Bounds | undefined, row: number, column: number): Bounds {
  if (bounds === undefined) return { top: row, left: column, bottom: row, right: column };
  return {
    top: Math.min(bounds.top, row),
    left: Math.min(bounds.left, column),
    bottom: Math.max(bounds.bottom, row),
    right: Math.max(bounds.right, column),
  };
}

function areaWithin({ top, left, bottom, right }: Bounds): Omit<Area, "sheetId"> {
  return { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 };
}

function hasContent(cell: Nullable<ICellData>): boolean {
  return Boolean(cell && ((cell.v !== undefined && cell.v !== null && cell.v !== "") || cell.f || cell.si));
}

interface SpillRange {
  readonly startRow: number;
  readonly endRow: number;
  readonly startColumn: number;
  readonly endColumn: number;
}

function spillRanges(opened: OpenedWorkbook, sheetId: string): readonly SpillRange[] {
  const ranges = opened.injector.get(FormulaDataModel).getArrayFormulaRange()[opened.unitId]?.[sheetId];
  return Object.values(ranges ?? {}).flatMap((row) => Object.values(row as Record<string, SpillRange>));
}

function spillArea(opened: OpenedWorkbook, sheetId: string, row: number, column: number): Area | undefined {
  const ranges = opened.injector.get(FormulaDataModel).getArrayFormulaRange()[opened.unitId]?.[sheetId];
  const range = ranges?.[row]?.[column];
  if (!range) return undefined;
  const { startRow, endRow, startColumn, endColumn } = range;
  return { sheetId, row, column, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 };
}
