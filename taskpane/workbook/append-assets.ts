import type { Result } from "../../src/engine";
import { plainText, registerColumns, type Register, type RegisterHeader } from "../../src/sheet";
import { inWorkbook, type Trouble } from "../workbook";
import { formatAll, type Place } from "./place";
import { placeNow } from "./table-range";

/** A new row of the register. Dates are serial numbers. */
export type AssetRow = Readonly<Partial<Record<RegisterHeader, string | number>>>;

/**
 * Writes rows right below the register, where they belong to it. The cells are looked at first: where something stands
 * there already, nothing is written. Answers with how many rows were written, or undefined where there was no room.
 */
export function appendAssets(
  place: Place,
  places: Register["places"],
  rows: readonly AssetRow[],
): Promise<Result<number | undefined, Trouble>> {
  return inWorkbook(async (context) => {
    if (rows.length === 0) return 0;
    const now = await placeNow(context, place);
    const below = now.row + now.rows;
    const sheet = context.workbook.worksheets.getItem(now.sheet);
    const room = sheet.getRangeByIndexes(below, now.column, rows.length, now.columns);
    room.load("values");
    await context.sync();
    if ((room.values as unknown[][]).some((cells) => cells.some((cell) => cell !== ""))) return undefined;
    for (const { header, numberFormat } of registerColumns) {
      const column = places.get(header);
      if (column === undefined) continue;
      const cells = sheet.getRangeByIndexes(below, now.column + column, rows.length, 1);
      // A text column must be text already when a text such as 007 arrives.
      formatAll(cells, numberFormat);
      cells.values = rows.map((row) => [harmless(row[header] ?? "")]);
    }
    await context.sync();
    return rows.length;
  });
}

function harmless(value: string | number): string | number {
  return typeof value === "string" ? plainText(value) : value;
}
