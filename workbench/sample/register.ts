import { columnLetters } from "../host/area";
import type { CellInput } from "../host/grid";

type Line = readonly CellInput[];

const costCentres: Readonly<Record<string, string>> = {
  Vehicles: "200",
  Machinery: "300",
  Fixtures: "300",
  "IT equipment": "100",
  Software: "100",
  Leasehold: "100",
};

/** Columns of the register with their number formats, in the order in which the add-in makes them. */
export const registerColumns: readonly (readonly [header: string, numberFormat: string])[] = [
  ["Asset", "@"],
  ["Description", "@"],
  ["Class", "@"],
  ["Acquired", "yyyy-mm-dd"],
  ["In service", "yyyy-mm-dd"],
  ["Cost", "#,##0.00"],
  ["Salvage", "#,##0.00"],
  ["Life (years)", "General"],
  ["Life (months)", "General"],
  ["Method", "General"],
  ["Rate", "0.00%"],
  ["Factor", "General"],
  ["Convention", "General"],
  ["Profile", "General"],
  ["Opening accumulated", "#,##0.00"],
  ["Opening date", "yyyy-mm-dd"],
  ["Currency", "General"],
  ["Cost centre", "@"],
  ["Ledger id", "@"],
];

type Values = Readonly<Record<string, CellInput>>;

/** Twelve assets, as different as a small company's are. The packaging line is half depreciated when it comes in. */
const assets: readonly Values[] = [
  asset("A-1001", "Delivery van", "Vehicles", "2024-03-04", "2024-03-15", 38_500, "SL", {
    Salvage: 6_500,
    "Life (years)": 5,
  }),
  asset("A-1002", "Office fit-out", "Leasehold", "2023-01-10", "2023-02-01", 84_000, "SL", { "Life (years)": 10 }),
  asset("A-1003", "Laptops, 12 pieces", "IT equipment", "2025-06-02", "2025-06-05", 21_600, "SL", {
    "Life (months)": 36,
  }),
  asset("A-1004", "CNC lathe", "Machinery", "2022-06-20", "2022-07-01", 146_000, "DB", {
    Salvage: 14_000,
    "Life (years)": 8,
    Factor: 2,
  }),
  asset("A-1005", "Forklift", "Machinery", "2024-09-12", "2024-10-01", 27_900, "SYD", {
    Salvage: 2_700,
    "Life (years)": 6,
    Convention: "half-year",
  }),
  asset("A-1006", "Server rack", "IT equipment", "2025-01-15", "2025-02-01", 18_250, "DB", {
    "Life (years)": 4,
    Factor: 1.5,
  }),
  asset("A-1007", "Building plot", "Land", "2019-05-02", "2019-05-02", 120_000, "NONE", {}),
  asset("A-1008", "Trailer", "Vehicles", "2025-04-07", "2025-05-01", 12_400, "RB", {
    Salvage: 1_000,
    "Life (years)": 8,
    Rate: 0.2,
  }),
  asset("A-1009", "Packaging line", "Machinery", "2019-12-10", "2020-01-01", 60_000, "SL", {
    "Life (years)": 10,
    "Opening accumulated": 30_000,
    "Opening date": serial("2024-12-31"),
  }),
  asset("A-1010", "Warehouse racking", "Fixtures", "2021-08-16", "2021-09-01", 33_600, "SL", {
    Salvage: 2_400,
    "Life (years)": 12,
    Convention: "half-year",
  }),
  asset("A-1011", "Design software", "Software", "2026-01-01", "2026-01-01", 9_000, "SL", { "Life (months)": 24 }),
  asset("A-1012", "Exhibition stand", "Fixtures", "2025-10-06", "2025-11-01", 7_450.5, "SYD", {
    Salvage: 450.5,
    "Life (years)": 4,
  }),
];

/** The register's rows: its header and the twelve assets. */
export const registerRows: readonly Line[] = [
  registerColumns.map(([header]) => header),
  ...assets.map((values) => registerColumns.map(([header]) => values[header] ?? "")),
];

/** The cells of a column's assets in the register, for formulas: "Register!$F$5". */
export function registerCell(id: string, header: string): string {
  const row = assets.findIndex((values) => values["Asset"] === id) + 2;
  const column = registerColumns.findIndex(([each]) => each === header);
  return `Register!$${columnLetters(column)}$${row}`;
}

function asset(
  id: string,
  description: string,
  assetClass: string,
  acquired: string,
  inService: string,
  cost: number,
  method: string,
  more: Values,
): Values {
  const dates = { Acquired: serial(acquired), "In service": serial(inService) };
  const words = { Asset: id, Description: description, Class: assetClass, Method: method, Currency: "USD" };
  return { ...words, ...dates, Cost: cost, "Cost centre": costCentres[assetClass] ?? "", ...more };
}

/** The serial number of a date from March 1900 on. */
export function serial(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
}
