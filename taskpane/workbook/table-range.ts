import { isBlank, readRegister, type Cell, type Matrix } from "../../src/sheet";
import { placeOf, readPlace, type Place, type PlacedTable } from "./place";

/** Header and rows of an Excel table without its total row, which is no row of ours. */
function tableRange(context: Excel.RequestContext, name: string): Excel.Range {
  const table = context.workbook.tables.getItem(name);
  return table.getHeaderRowRange().getBoundingRect(table.getDataBodyRange());
}

/** Reads an Excel table. */
export async function readTable(context: Excel.RequestContext, name: string): Promise<PlacedTable> {
  const place = await placeOf(context, tableRange(context, name), name);
  return { place, matrix: await readPlace(context, place) };
}

/**
 * Reads a register with the assets that stand right below its table. A table takes them in only while they are typed
 * and where the person has not switched that off; left out in silence, they would never be charged.
 */
export async function readGrownRegister(context: Excel.RequestContext, name: string): Promise<PlacedTable> {
  const { place, matrix } = await readTable(context, name);
  const assetColumn = assetColumnOf(matrix);
  const below = assetColumn === undefined ? [] : await rowsBelow(context, place, assetColumn);
  return { place: { ...place, rows: place.rows + below.length }, matrix: [...matrix, ...below] };
}

/** Where a table that was read stands by now: rows may have been inserted above it. */
export async function placeNow(context: Excel.RequestContext, place: Place): Promise<Place> {
  if (place.table === undefined) return place;
  const now = await placeOf(context, tableRange(context, place.table), place.table);
  // Rows right below the table were read with it.
  return { ...now, rows: Math.max(now.rows, place.rows) };
}

function assetColumnOf(matrix: Matrix): number | undefined {
  const settings = { dateSystem: "1900", decimals: 2, yearEnd: 12 } as const;
  return readRegister(matrix.slice(0, 1), settings).places.get("Asset");
}

const rowsAtATime = 200;

async function rowsBelow(context: Excel.RequestContext, place: Place, assetColumn: number): Promise<Matrix> {
  const taken: (readonly Cell[])[] = [];
  for (;;) {
    const next = { ...place, row: place.row + place.rows + taken.length, rows: rowsAtATime };
    const rows = await readPlace(context, next);
    const end = rows.findIndex((row) => isBlank(row[assetColumn]));
    taken.push(...(end < 0 ? rows : rows.slice(0, end)));
    if (end >= 0) return taken;
  }
}
