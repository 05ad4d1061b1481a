import { type Area } from "../host/area";
import type { CellInput, CellValue, Grid, Rows } from "../host/grid";
import { rectangle, splitAddress } from "../host/area";

/** What the page offers to people who script it, as `window.workbench`. */
export interface ScriptDoor {
  /** Resolves when the workbook is open, the add-in is loaded and everything is calculated. */
  readonly ready: Promise<void>;
  /** The raw values of "Sheet1!A1:E6", settled: spilled cells too, dates as serials, errors as "#NUM!", blanks as "". */
  read(address: string): Promise<Rows>;
  /** Writes from the top left cell of an address on. Text that begins with "=" is a formula; null leaves a cell alone. */
  write(address: string, rows: Rows<CellValue | null>): Promise<void>;
  /** Resolves when everything is calculated and at rest. */
  settled(): Promise<void>;
}

declare global {
  interface Window {
    workbench?: ScriptDoor;
  }
}

/** Makes the door. Calls wait until the workbook is open. */
export function scriptDoor(opening: Promise<Grid>, ready: Promise<void>): ScriptDoor {
  return {
    ready,
    read: async (address) => {
      const grid = await opening;
      await grid.settle();
      return grid.values(areaAt(grid, address));
    },
    write: async (address, rows) => {
      const grid = await opening;
      const columns = Math.max(0, ...rows.map((row) => row.length));
      if (columns === 0) return;
      const area = { ...areaAt(grid, address), rows: rows.length, columns };
      grid.write(
        area,
        rows.map((row) => Array.from({ length: columns }, (_, index) => inputOf(row[index] ?? null))),
      );
    },
    settled: async () => (await opening).settle(),
  };
}

function areaAt(grid: Grid, address: string): Area {
  const { sheet: name, cells } = splitAddress(address);
  const wanted = name?.toLowerCase();
  const sheet = grid
    .sheets()
    .find((each) => (wanted === undefined ? each.id === grid.activeSheetId() : each.name.toLowerCase() === wanted));
  const found = sheet === undefined ? undefined : rectangle(cells, sheet);
  if (sheet === undefined || found === undefined) throw new Error(`"${address}" is no address of this workbook.`);
  return { sheetId: sheet.id, ...found };
}

function inputOf(value: CellValue | null): CellInput | null {
  return typeof value === "string" && value.startsWith("=") ? { formula: value } : value;
}
