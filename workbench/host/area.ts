/** A rectangle of cells on one sheet; rows and columns count from 0. */
export interface Area {
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** How far a sheet reaches. */
export interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** What Excel's own sheets reach to; an address beyond it is no address. */
export const excelExtent: Extent = { rows: 1_048_576, columns: 16_384 };

/** "A" for 0, "AB" for 27. */
export function columnLetters(column: number): string {
  const above = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return above === 0 ? letter : columnLetters(above - 1) + letter;
}

/** 0 for "A", 27 for "ab". */
export function columnNumber(letters: string): number {
  return Array.from(letters.toUpperCase()).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** "Sheet1!A1:C3" as "Sheet1" and "A1:C3"; the sheet is undefined when the address names none. */
export function splitAddress(address: string): { readonly sheet: string | undefined; readonly cells: string } {
  const quoted = /^'((?:[^']|'')+)'!(.*)$/.exec(address);
  if (quoted !== null) return { sheet: (quoted[1] ?? "").replaceAll("''", "'"), cells: quoted[2] ?? "" };
  const mark = address.lastIndexOf("!");
  if (mark < 0) return { sheet: undefined, cells: address };
  return { sheet: address.slice(0, mark), cells: address.slice(mark + 1) };
}

/**
 * The rectangle that "B2", "A1:C3", "A:C" or "2:4" names, or undefined when the text is no such address. Whole columns
 * and rows reach as far as the sheet does.
 */
export function rectangle(cells: string, extent: Extent): Omit<Area, "sheetId"> | undefined {
  const [from = "", to = from, ...rest] = cells.replaceAll("$", "").trim().split(":");
  const first = corner(from);
  const last = corner(to);
  if (first === undefined || last === undefined || rest.length > 0) return undefined;
  if (isLone(first) !== isLone(last) || (cells.indexOf(":") < 0 && isLone(first))) return undefined;
  const rows = span(first.row, last.row, extent.rows);
  const columns = span(first.column, last.column, extent.columns);
  if (rows.end > excelExtent.rows || columns.end > excelExtent.columns) return undefined;
  return { row: rows.start, column: columns.start, rows: rows.end - rows.start, columns: columns.end - columns.start };
}

interface Corner {
  readonly row: number | undefined;
  readonly column: number | undefined;
}

function corner(text: string): Corner | undefined {
  const match = /^([A-Za-z]{1,3})?([1-9]\d{0,6})?$/.exec(text);
  if (match === null || text === "") return undefined;
  const [, letters, digits] = match;
  return {
    column: letters === undefined ? undefined : columnNumber(letters),
    row: digits === undefined ? undefined : Number(digits) - 1,
  };
}

/** A corner of a whole column or a whole row names only one of the two. */
function isLone({ row, column }: Corner): boolean {
  return row === undefined || column === undefined;
}

function span(first: number | undefined, last: number | undefined, size: number): { start: number; end: number } {
  if (first === undefined || last === undefined) return { start: 0, end: size };
  return { start: Math.min(first, last), end: Math.max(first, last) + 1 };
}

/** "A1:C3", without the sheet; whole columns are "A:C" and whole rows "2:4". */
export function cellsText({ row, column, rows, columns }: Area, extent: Extent): string {
  const lastRow = row + rows - 1;
  const lastColumn = column + columns - 1;
  if (row === 0 && rows >= extent.rows) return `${columnLetters(column)}:${columnLetters(lastColumn)}`;
  if (column === 0 && columns >= extent.columns) return `${row + 1}:${lastRow + 1}`;
  const first = `${columnLetters(column)}${row + 1}`;
  return rows === 1 && columns === 1 ? first : `${first}:${columnLetters(lastColumn)}${lastRow + 1}`;
}

/** A sheet's name as addresses write it: quoted when it has anything but letters, digits, dots and underscores. */
export function quotedSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}

/** The cells that both areas have, or undefined. */
export function intersection(one: Area, other: Area): Area | undefined {
  const row = Math.max(one.row, other.row);
  const column = Math.max(one.column, other.column);
  const rows = Math.min(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.min(one.column + one.columns, other.column + other.columns) - column;
  if (one.sheetId !== other.sheetId || rows <= 0 || columns <= 0) return undefined;
  return { sheetId: one.sheetId, row, column, rows, columns };
}

/** The smallest area that holds both. */
export function bounding(one: Area, other: Area): Area {
  const row = Math.min(one.row, other.row);
  const column = Math.min(one.column, other.column);
  const rows = Math.max(one.row + one.rows, other.row + other.rows) - row;
  const columns = Math.max(one.column + one.columns, other.column + other.columns) - column;
  return { sheetId: one.sheetId, row, column, rows, columns };
}
