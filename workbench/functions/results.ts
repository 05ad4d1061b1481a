import { CellError, errorCodes, type Cell, type Cells } from "./cell";

/**
 * Turns what a function returned into cells. Numbers that are none become #NUM!, as in Excel; an empty array is #CALC!;
 * rows of different lengths are filled with #N/A. Anything a cell cannot hold is #VALUE!.
 */
export function cellsOf(result: unknown): Cells {
  if (!Array.isArray(result)) return [[cellOf(result)]];
  const rows = result.map((row: unknown) => (Array.isArray(row) ? row.map(cellOf) : [cellOf(row)]));
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return [[new CellError("#CALC!", "The function returned an empty array.")]];
  return rows.map((row) => filled(row, width));
}

function filled(row: readonly Cell[], width: number): readonly Cell[] {
  if (row.length === width) return row;
  return [...row, ...new Array<Cell>(width - row.length).fill(new CellError("#N/A"))];
}

function cellOf(value: unknown): Cell {
  if (typeof value === "number") return Number.isFinite(value) ? value : new CellError("#NUM!");
  if (typeof value === "string" || typeof value === "boolean") return value;
  if (value === null || value === undefined) return null;
  return objectCell(value);
}

/** Cell values that travel as objects: an error the function made, or a value with a number format. */
function objectCell(value: object): Cell {
  const { code, message, basicValue } = value as { code?: unknown; message?: unknown; basicValue?: unknown };
  if (typeof code === "string" && errorCodes.has(code)) return errorOf(value);
  if (typeof basicValue === "string" && errorCodes.has(basicValue)) return new CellError(basicValue);
  if (basicValue !== undefined && typeof basicValue !== "object") return cellOf(basicValue);
  return new CellError("#VALUE!", typeof message === "string" ? message : "The function returned no value of a cell.");
}

/**
 * The cell error for something that was thrown. The add-in runs in a frame of its own, so its CustomFunctions.Error is
 * known by its code, not by its class. Anything else is #VALUE! with its message.
 */
export function errorOf(thrown: unknown): CellError {
  if (typeof thrown !== "object" || thrown === null) return new CellError("#VALUE!", sentenceOf(thrown));
  const { code, message } = thrown as { code?: unknown; message?: unknown };
  const known = typeof code === "string" && errorCodes.has(code);
  return new CellError(known ? code : "#VALUE!", sentenceOf(message));
}

function sentenceOf(text: unknown): string | undefined {
  return typeof text === "string" && text !== "" ? text : undefined;
}
