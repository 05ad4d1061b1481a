import { shaped, type Argument } from "./arguments";
import { CellError, type Cell, type Cells, type Given } from "./cell";
import { argumentCount, type FunctionMetadata } from "./metadata";
import { cellsOf, errorOf } from "./results";

/** A function of the add-in, as it was associated with its id. */
export type Implementation = (...given: unknown[]) => unknown;

/**
 * Calls a function as Excel would: the arguments shaped by its metadata, null for those left out, once for each
 * element where a single value was wanted and a range was given. Never throws: whatever goes wrong is a cell error.
 * A function that answers later gives a promise.
 */
export function callFunction(
  metadata: FunctionMetadata,
  implementation: Implementation,
  given: readonly Given[],
): Cells | Promise<Cells> {
  const { least, most } = argumentCount(metadata);
  if (given.length < least || given.length > most) return [[wrongCount(metadata, given.length)]];
  const size = liftedSize(metadata, given);
  if (size === undefined) return callOnce(metadata, implementation, given);
  return callForEach(metadata, implementation, given, size);
}

function wrongCount(metadata: FunctionMetadata, count: number): CellError {
  const { least, most } = argumentCount(metadata);
  const wanted = least === most ? String(least) : `${least} to ${most}`;
  return new CellError("#VALUE!", `${metadata.name} takes ${wanted} arguments, but ${count} were given.`);
}

function callOnce(
  metadata: FunctionMetadata,
  implementation: Implementation,
  given: readonly Given[],
): Cells | Promise<Cells> {
  const shapedArguments = metadata.parameters.map((parameter, index) => argument(given[index], parameter));
  const error = shapedArguments.find((each) => each instanceof CellError);
  if (error instanceof CellError) return [[error]];
  try {
    const result = implementation(...shapedArguments);
    if (!isPromise(result)) return cellsOf(result);
    return result.then(cellsOf, (reason: unknown) => [[errorOf(reason)]]);
  } catch (thrown) {
    return [[errorOf(thrown)]];
  }
}

function argument(cells: Given | undefined, parameter: FunctionMetadata["parameters"][number]): Argument {
  return cells === undefined || cells === null ? null : shaped(parameter, cells);
}

// The promise comes from the add-in's own frame, so it is known by its method, not by its class.
function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === "object" && value !== null && typeof (value as { then?: unknown }).then === "function";
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

/** The size of the result when a range stands where a single value is wanted, else undefined. */
function liftedSize(metadata: FunctionMetadata, given: readonly Given[]): Size | undefined {
  const lifted = given.filter((cells, index): cells is Cells => isLifted(metadata, cells, index));
  if (lifted.length === 0) return undefined;
  return {
    rows: Math.max(...lifted.map((cells) => cells.length)),
    columns: Math.max(...lifted.map((cells) => cells[0]?.length ?? 0)),
  };
}

function isLifted(metadata: FunctionMetadata, cells: Given, index: number): cells is Cells {
  const isScalar = metadata.parameters[index]?.dimensionality !== "matrix";
  return isScalar && cells !== null && (cells.length > 1 || (cells[0]?.length ?? 0) > 1);
}

function callForEach(
  metadata: FunctionMetadata,
  implementation: Implementation,
  given: readonly Given[],
  size: Size,
): Cells | Promise<Cells> {
  const results = Array.from({ length: size.rows }, (_, row) =>
    Array.from({ length: size.columns }, (__, column) => {
      const element = given.map((cells, index) =>
        isLifted(metadata, cells, index) ? [[at(cells, row, column)]] : cells,
      );
      return callOnce(metadata, implementation, element);
    }),
  );
  if (!results.flat().some(isPromise)) return (results as Cells[][]).map((row) => row.map(onlyCell));
  const rows = results.map(async (row) => Promise.all(row.map(async (each) => onlyCell(await each))));
  return Promise.all(rows);
}

/** The element of a range at a place of the result: a single row or column serves all of them, as in Excel. */
function at(cells: Cells, row: number, column: number): Cell {
  const line = cells.length === 1 ? cells[0] : cells[row];
  const cell = line?.length === 1 ? line[0] : line?.[column];
  return cell === undefined ? new CellError("#N/A") : cell;
}

/** An array cannot hold arrays. */
function onlyCell(cells: Cells): Cell {
  if (cells.length > 1 || (cells[0]?.length ?? 0) > 1) {
    return new CellError("#CALC!", "One value was wanted for each cell, but the function spills for each of them.");
  }
  return cells[0]?.[0] ?? null;
}
