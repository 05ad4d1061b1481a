import type { Area } from "./area";
import type { CellFormat, CellInput, ListValidation } from "./grid";

/** One cell of the plain grid: what was typed, and how it looks. */
export interface MemoryCell {
  readonly input: CellInput;
  readonly numberFormat: string;
  readonly format: CellFormat;
  readonly validation: ListValidation | undefined;
}

const blank: MemoryCell = { input: "", numberFormat: "General", format: {}, validation: undefined };

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Cells by their places; those that were never touched are not kept. */
export interface MemorySheet {
  readonly id: string;
  name: string;
  at(row: number, column: number): MemoryCell;
  change(row: number, column: number, changed: Partial<MemoryCell>): void;
  /** Moves every cell whose place the function changes; undefined takes the cell away. */
  move(to: (place: Place) => Place | undefined): void;
  places(): readonly (Place & { readonly cell: MemoryCell })[];
  readonly columnWidths: Map<number, number>;
  readonly rowHeights: Map<number, number>;
}

/** Places are counted through row by row, as wide as a sheet of Excel. */
const memoryColumns = 16_384;

export function createMemorySheet(id: string, name: string): MemorySheet {
  let cells = new Map<number, MemoryCell>();
  const key = ({ row, column }: Place): number => row * memoryColumns + column;
  const place = (at: number): Place => ({ row: Math.floor(at / memoryColumns), column: at % memoryColumns });
  const at = (row: number, column: number): MemoryCell => cells.get(key({ row, column })) ?? blank;
  return {
    id,
    name,
    at,
    change: (row, column, changed) => void cells.set(key({ row, column }), { ...at(row, column), ...changed }),
    move: (to) => {
      const moved = [...cells].flatMap(([from, cell]) => {
        const target = to(place(from));
        return target === undefined ? [] : [[key(target), cell] as const];
      });
      cells = new Map(moved);
    },
    places: () => [...cells].map(([where, cell]) => ({ ...place(where), cell })),
    columnWidths: new Map(),
    rowHeights: new Map(),
  };
}

/** Where a cell goes when an area's cells are pushed away or taken out. */
export function shifted(area: Area, along: "row" | "column", step: number): (place: Place) => Place | undefined {
  const across = along === "row" ? "column" : "row";
  const width = along === "row" ? area.columns : area.rows;
  const isInLine = (place: Place): boolean => place[across] >= area[across] && place[across] < area[across] + width;
  return (place) => {
    if (!isInLine(place) || place[along] < area[along]) return place;
    if (step < 0 && place[along] < area[along] - step) return undefined;
    return { ...place, [along]: place[along] + step };
  };
}
