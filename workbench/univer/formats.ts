import {
  BooleanNumber,
  HorizontalAlign,
  VerticalAlign,
  WrapStrategy,
  type IStyleData,
  type Nullable,
} from "@univerjs/core";
import { SetStyleCommand } from "@univerjs/preset-sheets-core";
import type { Area } from "../host/area";
import type { CellFormat, Grid, Rows } from "../host/grid";
import { padded } from "./cells";
import {
  command,
  facadeRange,
  facadeSheet,
  partInGrid,
  rangeOf,
  reach,
  sheetModel,
  storedCells,
  type OpenedWorkbook,
} from "./opened-workbook";

type FormatPart = Pick<
  Grid,
  | "numberFormats"
  | "setNumberFormats"
  | "format"
  | "setFormat"
  | "columnWidth"
  | "setColumnWidth"
  | "rowHeight"
  | "setRowHeight"
  | "fitRows"
>;

const pixelsInPoint = 96 / 72;

/** Number formats, colours, fonts, widths and heights in Univer. */
export function formatPart(opened: OpenedWorkbook): FormatPart {
  const sheet = ({ sheetId }: Area): ReturnType<typeof facadeSheet> => facadeSheet(opened, sheetId);
  return {
    numberFormats: (area) => padded(area, numberFormats(opened, area), "General"),
    setNumberFormats: (area, rows) => setNumberFormats(opened, area, rows),
    format: (area) => format(opened, area),
    setFormat: (area, changed) => setFormat(opened, area, changed),
    columnWidth: (area) => onlyOne(numbers(area.column, area.columns).map((at) => sheet(area).getColumnWidth(at))),
    setColumnWidth: (area, points) => {
      reach(opened, { ...area, rows: 1 });
      sheet(area).setColumnWidths(area.column, area.columns, Math.round(points * pixelsInPoint));
    },
    rowHeight: (area) => onlyOne(numbers(area.row, area.rows).map((at) => sheet(area).getRowHeight(at))),
    setRowHeight: (area, points) => {
      reach(opened, { ...area, columns: 1 });
      sheet(area).setRowHeightsForced(area.row, area.rows, Math.round(points * pixelsInPoint));
    },
    fitRows: (area) => void sheet(area).autoResizeRows(area.row, area.rows),
  };
}

function numbers(start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, index) => start + index);
}

/** The pixels that all of them have, in points. */
function onlyOne(pixels: readonly number[]): number | undefined {
  const [first] = pixels;
  return first !== undefined && pixels.every((each) => each === first) ? first / pixelsInPoint : undefined;
}

/**
 * Read from the cells as they are stored. Univer's own answer works out how each cell is to be drawn, which takes a second
 * for ten thousand rows, and leaves out the format of a column where a cell is still empty.
 */
function numberFormats(opened: OpenedWorkbook, area: Area): Rows<string> {
  const part = partInGrid(opened, area);
  if (part === undefined) return [];
  const sheet = sheetModel(opened, area.sheetId);
  const styles = opened.model.getStyles();
  const stored = storedCells(opened, area.sheetId);
  const columns = numbers(part.column, part.columns);
  const ofColumns = columns.map((column) => patternOf(sheet.getColumnStyle(column)));
  return numbers(part.row, part.rows).map((row) => {
    const ofRow = patternOf(sheet.getRowStyle(row));
    return columns.map(
      (column, at) => patternOf(styles.getStyleByCell(stored(row, column))) || ofRow || ofColumns[at] || "General",
    );
  });
}

function patternOf(style: Nullable<IStyleData>): string {
  return style?.n?.pattern ?? "";
}

function setNumberFormats(opened: OpenedWorkbook, area: Area, rows: Rows<string | null>): void {
  reach(opened, area);
  const [first = "General"] = rows[0] ?? [];
  if (rows.every((row) => row.every((pattern) => pattern === first)) && first !== null) {
    facadeRange(opened, area).setNumberFormat(asPattern(first));
    return;
  }
  const before = numberFormats(opened, area);
  const patterns = rows.map((row, down) =>
    row.map((pattern, right) => asPattern(pattern ?? before[down]?.[right] ?? "")),
  );
  facadeRange(opened, area).setNumberFormats(patterns);
}

function asPattern(numberFormat: string): string {
  return numberFormat.toLowerCase() === "general" ? "" : numberFormat;
}

const horizontalAligns: readonly (readonly [NonNullable<CellFormat["horizontal"]>, HorizontalAlign])[] = [
  ["General", HorizontalAlign.UNSPECIFIED],
  ["Left", HorizontalAlign.LEFT],
  ["Center", HorizontalAlign.CENTER],
  ["Right", HorizontalAlign.RIGHT],
];

const verticalAligns: readonly (readonly [NonNullable<CellFormat["vertical"]>, VerticalAlign])[] = [
  ["Top", VerticalAlign.TOP],
  ["Center", VerticalAlign.MIDDLE],
  ["Bottom", VerticalAlign.BOTTOM],
];

/** What all cells of an area have in common. */
function format(opened: OpenedWorkbook, area: Area): CellFormat {
  const part = partInGrid(opened, area);
  if (part === undefined) return plain;
  const sheet = sheetModel(opened, area.sheetId);
  const formats = numbers(part.row, part.rows).flatMap((row) =>
    numbers(part.column, part.columns).map((column) => formatOf(sheet.getComposedCellStyle(row, column))),
  );
  const [first = plain] = formats;
  const same = Object.entries(first).filter(([name, value]) =>
    formats.every((each) => each[name as keyof CellFormat] === value),
  );
  return Object.fromEntries(same);
}

const plain: CellFormat = { fill: "#FFFFFF", color: "#000000", bold: false, italic: false };

function formatOf(style: IStyleData): CellFormat {
  return {
    fill: style.bg?.rgb?.toUpperCase() ?? "#FFFFFF",
    color: style.cl?.rgb?.toUpperCase() ?? "#000000",
    bold: style.bl === BooleanNumber.TRUE,
    italic: style.it === BooleanNumber.TRUE,
    underline: style.ul?.s === BooleanNumber.TRUE,
    fontName: style.ff ?? undefined,
    fontSize: style.fs,
    wrapText: style.tb === WrapStrategy.WRAP,
    horizontal: horizontalAligns.find(([, align]) => align === style.ht)?.[0] ?? "General",
    vertical: verticalAligns.find(([, align]) => align === style.vt)?.[0] ?? "Bottom",
  };
}

function setFormat(opened: OpenedWorkbook, area: Area, changed: CellFormat): void {
  reach(opened, area);
  const style = Object.entries(changed).reduce<IStyleData>(
    (sum, [name, value]) => ({
      ...sum,
      ...(styled[name as keyof CellFormat] as (value: unknown) => IStyleData)(value),
    }),
    {},
  );
  // One command for each member of a style: writing styles as cells would take formulas away that are still to be calculated.
  for (const [type, value] of Object.entries(style) as [string, unknown][]) {
    const { sheetId: subUnitId } = area;
    command(opened, SetStyleCommand.id, {
      unitId: opened.unitId,
      subUnitId,
      range: rangeOf(area),
      style: { type, value },
    });
  }
}

const styled: { readonly [K in keyof CellFormat]-?: (value: CellFormat[K]) => IStyleData } = {
  fill: (colour) => ({ bg: colour === undefined ? null : { rgb: colour } }),
  color: (colour) => ({ cl: colour === undefined ? null : { rgb: colour } }),
  bold: (on) => ({ bl: truth(on) }),
  italic: (on) => ({ it: truth(on) }),
  underline: (on) => ({ ul: { s: truth(on) } }),
  fontName: (name) => ({ ff: name ?? null }),
  fontSize: (points) => (points === undefined ? {} : { fs: points }),
  wrapText: (on) => ({ tb: on === true ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
  horizontal: (word) => ({ ht: horizontalAligns.find(([name]) => name === word)?.[1] ?? null }),
  vertical: (word) => ({ vt: verticalAligns.find(([name]) => name === word)?.[1] ?? null }),
};

function truth(on: boolean | undefined): BooleanNumber {
  return on === true ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}
