/** An error as a cell shows it, with the sentence that came with it. */
export class CellError {
  constructor(
    readonly code: string,
    readonly sentence?: string,
  ) {}
}

/** What a cell of the grid holds. Dates are serial numbers; a blank cell is null. */
export type Cell = number | string | boolean | null | CellError;

/** Rows of cells, all of the same length. */
export type Cells = readonly (readonly Cell[])[];

/** What stands for one argument of a call: its cells, or null where it is left out between two commas. */
export type Given = Cells | null;

/** The error codes a cell of Excel can show. */
export const errorCodes: ReadonlySet<string> = new Set([
  "#NULL!",
  "#DIV/0!",
  "#VALUE!",
  "#REF!",
  "#NAME?",
  "#NUM!",
  "#N/A",
  "#GETTING_DATA",
  "#SPILL!",
  "#CALC!",
  "#BUSY!",
  "#CONNECT!",
]);

/** The first error of some cells, in reading order. */
export function firstError(cells: Cells): CellError | undefined {
  for (const row of cells) {
    for (const cell of row) if (cell instanceof CellError) return cell;
  }
  return undefined;
}
