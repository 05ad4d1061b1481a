import {
  noAccounts,
  noEvents,
  readAccounts,
  readEvents,
  readRegister,
  registerSettings,
  type Accounts,
  type Events,
  type Finding,
  type Register,
  type SheetSettings,
  type TableName,
} from "../../src/sheet";
import { cellAddress, type Place } from "../workbook/place";
import type { WorkbookTables } from "../workbook/tables";

/** A workbook's tables as they were read and understood. */
export interface ReadWorkbook {
  readonly places: Readonly<Partial<Record<TableName, Place>>>;
  readonly register: Register;
  readonly accounts: Accounts;
  readonly events: Events;
  /** With the register's own decimals. */
  readonly settings: SheetSettings;
  /** Of all three tables. */
  readonly findings: readonly Finding[];
}

/** Reads a workbook's tables; undefined where it has no register. */
export function understand(tables: WorkbookTables, settings: SheetSettings): ReadWorkbook | undefined {
  if (tables.register === undefined) return undefined;
  const register = readRegister(tables.register.matrix, settings);
  const own = registerSettings(register, settings);
  const accounts = tables.accounts === undefined ? noAccounts : readAccounts(tables.accounts.matrix, own);
  const events = tables.events === undefined ? noEvents : readEvents(tables.events.matrix, own);
  return {
    places: placesOf(tables),
    register,
    accounts,
    events,
    settings: own,
    findings: [...register.findings, ...accounts.findings, ...events.findings],
  };
}

/** The address of a finding's cell, with the sheet where it is not the register's: "F7", "Accounts!B2". */
export function findingAddress({ places }: ReadWorkbook, { table, row, column }: Finding): string {
  const place = places[table];
  if (place === undefined) return "";
  const address = cellAddress(place, row, column);
  return table === "register" ? address : `${place.sheet}!${address}`;
}

function placesOf({ register, events, accounts }: WorkbookTables): ReadWorkbook["places"] {
  return {
    ...(register === undefined ? {} : { register: register.place }),
    ...(events === undefined ? {} : { events: events.place }),
    ...(accounts === undefined ? {} : { accounts: accounts.place }),
  };
}
