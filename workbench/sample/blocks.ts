import type { CellInput } from "../host/grid";

/** A block of cells with its top left cell. */
export interface Block {
  readonly at: string;
  readonly rows: readonly (readonly CellInput[])[];
}

export const money = "#,##0.00";
