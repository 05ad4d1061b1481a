import { BooleanNumber, DEFAULT_STYLES, type IRange, type IStyleData } from "@univerjs/core";
import { SetWorksheetColWidthMutation } from "@univerjs/preset-sheets-core";
import { intersection, type Area } from "../host/area";
import type { Grid } from "../host/grid";
import { command, facadeSheet, sheetModel, type OpenedWorkbook } from "./opened-workbook";

type Reading = Pick<Grid, "texts" | "values" | "usedArea" | "tables">;

/** Room left and right of a text, and for the arrow in a table's header, in pixels. */
const margin = 8;
const arrow = 20;
const narrowest = 24;

/** Makes columns as wide as the longest text in them. Univer's own measure knows only the sheet in front. */
export function fitColumns(opened: OpenedWorkbook, reading: Reading, { sheetId, column, columns }: Area): void {
  const used = reading.usedArea(sheetId, true);
  if (used === undefined) return;
  const headers = headerCells(reading);
  for (let at = column; at < column + columns; at += 1) {
    const area = { ...used, column: at, columns: 1 };
    const widths = reading.texts(area).map(([text = ""], down) => widthOf(opened, headers, area, text, down));
    const widest = widths.reduce((most, width) => Math.max(most, width), 0);
    if (widest > 0) setWidth(opened, sheetId, at, Math.max(narrowest, widest));
  }
}

/**
 * Widens the columns in which a number on the screen does not fit. A number too wide would be cut at its left, which
 * reads as another number.
 */
export function widenForNumbers(opened: OpenedWorkbook, reading: Reading): void {
  const sheet = opened.workbook.getActiveSheet();
  const used = reading.usedArea(sheet.getSheetId(), true);
  // On a sheet that was never drawn, or is drawn only now, some parts have no range yet.
  const parts = Array.from(sheet.getVisibleRangesOfAllViewports()?.values() ?? []) as readonly (IRange | undefined)[];
  for (const part of parts) {
    const visible =
      part === undefined || used === undefined ? undefined : intersection(used, areaOf(used.sheetId, part));
    if (visible === undefined) continue;
    for (let column = visible.column; column < visible.column + visible.columns; column += 1) {
      widenColumn(opened, reading, { ...visible, column, columns: 1 });
    }
  }
}

function areaOf(sheetId: string, { startRow, endRow, startColumn, endColumn }: IRange): Area {
  return {
    sheetId,
    row: startRow,
    column: startColumn,
    rows: endRow - startRow + 1,
    columns: endColumn - startColumn + 1,
  };
}

function widenColumn(opened: OpenedWorkbook, reading: Reading, area: Area): void {
  const { sheetId, column } = area;
  const values = reading.values(area);
  const widths = reading
    .texts(area)
    .map(([text = ""], down) => (typeof values[down]?.[0] === "number" ? widthOf(opened, [], area, text, down) : 0));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  if (widest > facadeSheet(opened, sheetId).getColumnWidth(column)) setWidth(opened, sheetId, column, widest);
}

function widthOf(opened: OpenedWorkbook, headers: readonly Area[], area: Area, text: string, down: number): number {
  if (text === "") return 0;
  const row = area.row + down;
  const style = sheetModel(opened, area.sheetId).getComposedCellStyle(row, area.column);
  const isHeader = headers.some((header) => intersection(header, { ...area, row, rows: 1 }) !== undefined);
  return Math.ceil(textWidth(text, style)) + margin + (isHeader ? arrow : 0);
}

/** The cells of tables that have an arrow beside their text. */
function headerCells({ tables }: Reading): readonly Area[] {
  return tables().map(({ area }) => ({ ...area, rows: 1 }));
}

/** Not on the list of what can be undone: nobody asked for it. */
function setWidth(opened: OpenedWorkbook, sheetId: string, column: number, pixels: number): void {
  const endRow = sheetModel(opened, sheetId).getRowCount() - 1;
  const ranges = [{ startRow: 0, endRow, startColumn: column, endColumn: column }];
  const params = { unitId: opened.unitId, subUnitId: sheetId, ranges, colWidth: pixels };
  command(opened, SetWorksheetColWidthMutation.id, params);
}

let canvas: CanvasRenderingContext2D | null | undefined;

/** The width of a text's longest line in pixels, in the font of its style. */
function textWidth(text: string, style: IStyleData): number {
  canvas ??= document.createElement("canvas").getContext("2d");
  if (canvas === null) return 0;
  const weight = style.bl === BooleanNumber.TRUE ? "bold " : "";
  canvas.font = `${weight}${style.fs ?? DEFAULT_STYLES.fs}pt ${style.ff ?? DEFAULT_STYLES.ff}`;
  const context = canvas;
  return text.split("\n").reduce((most, line) => Math.max(most, context.measureText(line).width), 0);
}
