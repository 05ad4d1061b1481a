/** The register: one row an asset, in any order of columns, read into terms that the engine computes. */
import type { Decimals } from "../engine";
import { dayFromText } from "../engine";
import { currencyOf, decimalsOf } from "./currency";
import { type Places, placesOf } from "./header";
import type { Cell, Finding, Matrix, SheetSettings } from "./matrix";
import { findingAt } from "./problem";
import { registerColumns, type RegisterHeader } from "./register-columns";
import { assetOf, type RegisterAsset } from "./register-row";
import type { RowReader } from "./row-reader";
import { serialOfDay } from "./serial";
import { findingsOf, looksLike, openTable } from "./table";

/** What any row says of itself, an error in a cell being "". */
export interface RowHead {
  /** 0-based in the matrix that was read; the header is row 0. */
  readonly row: number;
  readonly id: string;
  readonly assetClass: string;
}

export interface Register {
  /** The assets without an error, in the order of their rows; none where the whole register is refused. */
  readonly assets: readonly RegisterAsset[];
  /** Every row that is not blank, sound or not. */
  readonly rows: readonly RowHead[];
  readonly findings: readonly Finding[];
  /** The one currency code, in capitals; undefined where no row names one. */
  readonly currency: string | undefined;
  /** Of every amount: the currency's, or the workbook's where no row names a currency. */
  readonly decimals: Decimals;
  /** Rows that are not blank, whether or not they could be read. */
  readonly rowCount: number;
  /** Every id in the register, those of rows with errors too. */
  readonly ids: ReadonlySet<string>;
  /** Where the header words stand, 0-based, so that a later finding can name its cell. */
  readonly places: Places<RegisterHeader>;
}

/** Whether the first row carries the header words without which no register can be read. */
export function looksLikeRegister(matrix: Matrix): boolean {
  return (
    looksLike("register", registerColumns, matrix) && hasLife(placesOf("register", registerColumns, matrix).places)
  );
}

/** The settings with the register's own decimals: those that its schedule must be written and read with. */
export function registerSettings(register: Register, settings: SheetSettings): SheetSettings {
  return { ...settings, decimals: register.decimals };
}

export interface RegisterReading {
  /** False for a reader that computes every asset anyway, and so finds out by itself what the engine refuses. */
  readonly check: boolean;
}

/** Reads a register. A row with an error gives no asset and stops no other row; mixed currencies stop them all. */
export function readRegister(
  matrix: Matrix,
  settings: SheetSettings,
  { check }: RegisterReading = { check: true },
): Register {
  const table = openTable("register", registerColumns, matrix, settings);
  const { currency, isMixed } = currencyOf(table.rows);
  const decimals = currency === undefined ? settings.decimals : decimalsOf(currency);
  const isReadable = table.isReadable && hasLife(table.places);
  const assets = isReadable ? assetsOf(table.rows, { ...settings, decimals }, check) : [];
  const lifeFinding = hasLife(table.places) ? [] : [missingLife];
  return {
    assets: isMixed ? [] : assets,
    rows: table.rows.map(headOf),
    findings: [...lifeFinding, ...findingsOf(table)],
    currency,
    decimals,
    rowCount: table.rows.length,
    ids: new Set(table.rows.map((row) => row.plain("Asset")).filter((id) => id !== "")),
    places: table.places,
  };
}

function headOf(row: RowReader<RegisterHeader>): RowHead {
  return { row: row.row, id: row.shown("Asset"), assetClass: row.shown("Class") };
}

function assetsOf(
  rows: readonly RowReader<RegisterHeader>[],
  settings: SheetSettings,
  check: boolean,
): readonly RegisterAsset[] {
  const firstRows = new Map<string, number>();
  return rows.flatMap((row) => {
    const id = row.plain("Asset");
    const firstRow = firstRows.get(id);
    if (firstRow !== undefined) row.report("Asset", { code: "duplicate-asset", asset: id, firstRow: firstRow + 1 });
    else if (id !== "") firstRows.set(id, row.row);
    const asset = assetOf(row, settings, check);
    return asset === undefined ? [] : [asset];
  });
}

const lifeHeaders: readonly RegisterHeader[] = ["Life (years)", "Life (months)", "Rate", "Total units"];

const missingLife = findingAt("register", 0, 0, { code: "missing-life-column", headers: lifeHeaders });

function hasLife(places: Places<RegisterHeader>): boolean {
  return lifeHeaders.some((header) => places.has(header));
}

/** A header row and one example asset, as a new register shows them. */
export function registerTemplate(settings: SheetSettings): Matrix {
  const headers = registerColumns.map(({ header }) => header);
  const example = exampleAsset(settings);
  return [headers, headers.map((header) => example[header] ?? null)];
}

function exampleAsset(settings: SheetSettings): Readonly<Partial<Record<RegisterHeader, Cell>>> {
  const day = dayFromText("2026-01-15");
  const date = day.ok ? serialOfDay(day.value, settings.dateSystem) : null;
  return {
    Asset: "A-001",
    Description: "Delivery van",
    Class: "Vehicles",
    Acquired: date,
    "In service": date,
    Cost: 30_000,
    Salvage: 3_000,
    "Life (years)": 5,
    Method: "SL",
    Convention: "full-month",
    // A currency decides the decimals, so an example in another one would contradict the workbook's own.
    Currency: settings.decimals === decimalsOf("USD") ? "USD" : null,
  };
}
