import { CellError, firstError, type Cell, type Cells } from "./cell";
import type { ParameterMetadata } from "./metadata";

/** What the function itself is given: null where nothing was given, a scalar, or rows of scalars. */
export type Argument = Cell | Cells;

/**
 * Shapes the cells given for one parameter as Excel does before it calls a function: a matrix parameter always gets
 * rows, a scalar one a single value of its declared type. A value that cannot become that type is #VALUE!, and an
 * error among the cells stands for the whole call.
 */
export function shaped(parameter: ParameterMetadata, cells: Cells): Argument {
  const error = firstError(cells);
  if (error !== undefined) return error;
  if (parameter.dimensionality === "matrix") return matrix(parameter, cells);
  return converted(parameter, cells[0]?.[0] ?? null);
}

function matrix(parameter: ParameterMetadata, cells: Cells): Argument {
  const rows = cells.map((row) => row.map((cell) => converted(parameter, cell)));
  return firstError(rows) ?? rows;
}

function converted({ name, type }: ParameterMetadata, cell: Cell): Cell {
  if (cell === null || cell instanceof CellError) return cell;
  if (type === "number") return asNumber(name, cell);
  if (type === "boolean") return asBoolean(name, cell);
  if (type === "string") return asText(cell);
  return cell;
}

function asNumber(name: string, cell: string | number | boolean): Cell {
  const number = typeof cell === "string" && cell.trim() === "" ? NaN : Number(cell);
  return Number.isNaN(number) ? new CellError("#VALUE!", `${name} is "${cell}", but must be a number.`) : number;
}

function asBoolean(name: string, cell: string | number | boolean): Cell {
  if (typeof cell !== "string") return Boolean(cell);
  const word = cell.trim().toUpperCase();
  if (word === "TRUE" || word === "FALSE") return word === "TRUE";
  return new CellError("#VALUE!", `${name} is "${cell}", but must be TRUE or FALSE.`);
}

function asText(cell: string | number | boolean): string {
  return typeof cell === "boolean" ? (cell ? "TRUE" : "FALSE") : String(cell);
}
