import type { Result } from "../../src/engine";
import { plainText, textOf, type Matrix, type Register } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { formatAll, readPlace, type Place } from "./place";
import { placeNow } from "./table-range";

/**
 * Keeps the ledger's ids of assets beside their rows, in the register's column "Ledger id". The rows are read again
 * just before and found by their asset. A register without that column is left as it is.
 * Answers with how many ids were written.
 */
export function writeLedgerIds(
  place: Place,
  places: Register["places"],
  ids: ReadonlyMap<string, string>,
): Promise<Result<number, Trouble>> {
  const [assetColumn, idColumn] = [places.get("Asset"), places.get("Ledger id")];
  if (assetColumn === undefined || idColumn === undefined || ids.size === 0) {
    return Promise.resolve({ ok: true, value: 0 });
  }
  return inWorkbook(async (context) => {
    const now = await placeNow(context, place);
    const matrix = await readPlace(context, now);
    const changes = idChanges(matrix, assetColumn, idColumn, ids);
    const sheet = context.workbook.worksheets.getItem(now.sheet);
    for (const { row, cells } of changes) {
      const range = sheet.getRangeByIndexes(now.row + row, now.column + idColumn, cells.length, 1);
      formatAll(range, "@");
      range.values = cells.map((cell) => [cell]);
    }
    await context.sync();
    return changes.reduce((sum, { cells }) => sum + cells.length, 0);
  });
}

/** Cells of one column that stand below one another. */
interface Run {
  /** 0-based in the matrix that was read. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** The id cells that change, neighbours together. Cells that stay are not written: they may hold formulas. */
export function idChanges(
  matrix: Matrix,
  assetColumn: number,
  idColumn: number,
  ids: ReadonlyMap<string, string>,
): readonly Run[] {
  const runs: { row: number; cells: string[] }[] = [];
  matrix.forEach((cells, row) => {
    const id = ids.get(textOf(cells[assetColumn]));
    if (row === 0 || id === undefined || id === textOf(cells[idColumn])) return;
    const last = runs.at(-1);
    if (last !== undefined && last.row + last.cells.length === row) last.cells.push(plainText(id));
    else runs.push({ row, cells: [plainText(id)] });
  });
  return runs;
}
