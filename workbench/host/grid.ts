import type { Area } from "./area";

/** A value as office.js carries it: "" for a blank cell, an error as its text ("#NUM!"), a date as its serial number. */
export type CellValue = string | number | boolean;

/** What can be put into a cell: a value as it is, even if it begins with "=", or a formula. */
export type CellInput = CellValue | { readonly formula: string };

export type Rows<T = CellValue> = readonly (readonly T[])[];

export interface Sheet {
  readonly id: string;
  readonly name: string;
  readonly visible: boolean;
  /** How many rows and columns the grid has now. */
  readonly rows: number;
  readonly columns: number;
}

/** An Excel table; its area begins with the header row and has at least one row below it. */
export interface Table {
  readonly id: string;
  readonly name: string;
  readonly area: Area;
  /** Excel's name of a style, such as "TableStyleMedium2". */
  readonly style: string;
}

/** Formats of an area; a member is left out, or undefined, where the cells differ or nothing is set. */
export interface CellFormat {
  /** Colours as "#RRGGBB". */
  readonly fill?: string | undefined;
  readonly color?: string | undefined;
  readonly bold?: boolean | undefined;
  readonly italic?: boolean | undefined;
  readonly underline?: boolean | undefined;
  readonly fontName?: string | undefined;
  /** In points. */
  readonly fontSize?: number | undefined;
  readonly wrapText?: boolean | undefined;
  readonly horizontal?: "General" | "Left" | "Center" | "Right" | undefined;
  readonly vertical?: "Top" | "Center" | "Bottom" | undefined;
}

/** A drop-down list on cells. */
export interface ListValidation {
  /** The words, separated by commas, or a reference that begins with "=". */
  readonly source: string;
  readonly dropDown: boolean;
  /** Whether other entries are refused. */
  readonly strict: boolean;
}

export type ClearWhat = "All" | "Contents" | "Formats";

export type GridEvent =
  | { readonly kind: "changed"; readonly area: Area }
  | { readonly kind: "selected"; readonly area: Area }
  | { readonly kind: "activated" | "deactivated" | "added" | "deleted"; readonly sheetId: string };

/** The sheets, as little as the host of office.js needs to know of them. */
export interface Grid {
  sheets(): readonly Sheet[];
  activeSheetId(): string;
  activateSheet(sheetId: string): void;
  /** Appends a sheet and gives its id. The name is free. */
  addSheet(name: string): string;
  renameSheet(sheetId: string, name: string): void;
  deleteSheet(sheetId: string): void;
  freeze(sheetId: string, rows: number, columns: number): void;

  /** Values with everything calculated, as far as the last `settle`; spilled cells included. */
  values(area: Area): Rows;
  /** "=…" where a cell has a formula, else its value. */
  formulas(area: Area): Rows;
  /** What the cells show. */
  texts(area: Area): Rows<string>;
  numberFormats(area: Area): Rows<string>;
  /** Puts inputs into cells: "" clears, null leaves the cell as it is. The area may reach past the grid. */
  write(area: Area, rows: Rows<CellInput | null>): void;
  setNumberFormats(area: Area, rows: Rows<string | null>): void;
  clear(area: Area, what: ClearWhat): void;
  /** Moves what is below or right of the area away from it, and makes it blank. */
  insertCells(area: Area, shift: "Down" | "Right"): void | Promise<void>;
  /** Removes the area's cells and moves what is below or right of it into their place. */
  deleteCells(area: Area, shift: "Up" | "Left"): void | Promise<void>;
  /** The smallest area of a sheet that holds everything, or undefined when it is empty. */
  usedArea(sheetId: string, valuesOnly: boolean): Area | undefined;
  /** Where the formula of a cell spills to, the cell itself included, or undefined. */
  spillArea(sheetId: string, row: number, column: number): Area | undefined;

  format(area: Area): CellFormat;
  setFormat(area: Area, format: CellFormat): void;
  /** Widths and heights in points; undefined where they differ. */
  columnWidth(area: Area): number | undefined;
  setColumnWidth(area: Area, points: number): void;
  rowHeight(area: Area): number | undefined;
  setRowHeight(area: Area, points: number): void;
  fitColumns(area: Area): void;
  fitRows(area: Area): void;

  validation(area: Area): ListValidation | undefined;
  setValidation(area: Area, validation: ListValidation | undefined): void;

  tables(): readonly Table[];
  addTable(table: Table): void | Promise<void>;
  changeTable(id: string, change: Partial<Omit<Table, "id">>): void | Promise<void>;
  /** Takes the table away and leaves its cells. */
  removeTable(id: string): void | Promise<void>;

  selection(): Area;
  select(area: Area): void;

  /** Resolves when everything written so far is calculated. */
  settle(): Promise<void>;
  /** Calls back after something happened; gives the function that ends it. */
  listen(listener: (event: GridEvent) => void): () => void;
}
