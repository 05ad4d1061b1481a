import type { Result } from "../../src/engine";
import { plainText, textOf, type Cell, type Register, type RegisterHeader } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { readPlace, type Place } from "./place";
import { placeNow } from "./table-range";

/** Cells of one asset's row; "" empties a cell. */
export type AssetCells = Readonly<Partial<Record<RegisterHeader, string | number>>>;

/**
 * Writes cells of the register beside the assets that they belong to. The rows are read again just before and found by
 * their asset; a cell that says so already is left alone, for it may hold a formula. Answers with how many changed.
 */
export function writeRegisterTerms(
  place: Place,
  places: Register["places"],
  cellsOf: ReadonlyMap<string, AssetCells>,
): Promise<Result<number, Trouble>> {
  const assetColumn = places.get("Asset");
  if (assetColumn === undefined || cellsOf.size === 0) return Promise.resolve({ ok: true, value: 0 });
  return inWorkbook(async (context) => {
    const now = await placeNow(context, place);
    const matrix = await readPlace(context, now);
    const sheet = context.workbook.worksheets.getItem(now.sheet);
    let written = 0;
    matrix.forEach((cells, row) => {
      const terms = row === 0 ? undefined : cellsOf.get(textOf(cells[assetColumn]));
      for (const [header, value] of Object.entries(terms ?? {})) {
        const column = places.get(header as RegisterHeader);
        if (column === undefined || isSame(cells[column], value)) continue;
        const cell = sheet.getRangeByIndexes(now.row + row, now.column + column, 1, 1);
        cell.values = [[typeof value === "string" ? plainText(value) : value]];
        written += 1;
      }
    });
    await context.sync();
    return written;
  });
}

function isSame(cell: Cell | undefined, value: string | number): boolean {
  return typeof value === "number" ? cell === value : textOf(cell) === value;
}
