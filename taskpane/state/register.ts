import type { SheetSettings } from "../../src/sheet";
import { createStore } from "../store";
import { dateSystemOfWorkbook } from "../workbook/date-system";
import { documentSettings, keepDocumentSettings } from "../workbook/document-settings";
import { insertRegister } from "../workbook/insert-register";
import { readSelection, readTables, type WorkbookTables } from "../workbook/tables";
import { understand, type ReadWorkbook } from "./understand";

export interface RegisterState {
  readonly busy: boolean;
  /** Why the workbook could not be read or written. */
  readonly trouble: string | undefined;
  /** Undefined until the workbook was read, and where it has no register. */
  readonly read: ReadWorkbook | undefined;
  /** Whether anybody has looked for a register yet. */
  readonly looked: boolean;
}

export const registerState = createStore<RegisterState>({
  busy: false,
  trouble: undefined,
  read: undefined,
  looked: false,
});

/** Reads the workbook's register again, and the tables that go with it. */
export async function lookForRegister(): Promise<void> {
  registerState.set({ busy: true, trouble: undefined });
  const tables = await readTables(documentSettings().register);
  if (tables.ok) await take(tables.value);
  else registerState.set({ busy: false, looked: true, trouble: tables.problem.sentence });
}

/** Takes what is selected for the register, whatever it looks like: what it lacks is then said. */
export async function useSelection(): Promise<void> {
  registerState.set({ busy: true, trouble: undefined });
  const selection = await readSelection();
  if (!selection.ok) registerState.set({ busy: false, trouble: selection.problem.sentence });
  else if (selection.value === undefined) registerState.set({ busy: false, trouble: nothingSelected });
  else await take({ register: selection.value });
}

/** Puts a new register into the workbook and reads it. */
export async function insertNewRegister(): Promise<void> {
  registerState.set({ busy: true, trouble: undefined });
  const inserted = await insertRegister(await sheetSettings());
  if (inserted.ok) await lookForRegister();
  else registerState.set({ busy: false, trouble: inserted.problem.sentence });
}

/** Chooses the month, 1 to 12, that the fiscal year ends with; the workbook remembers it. */
export async function chooseYearEnd(yearEnd: number): Promise<void> {
  await keepDocumentSettings({ yearEnd });
  await lookForRegister();
}

/** What the workbook settles for all of its tables. Two decimals, until a register names its currency. */
export async function sheetSettings(): Promise<SheetSettings> {
  return { dateSystem: await dateSystemOfWorkbook(), decimals: 2, yearEnd: documentSettings().yearEnd };
}

const nothingSelected = "The selected sheet is empty. Select a cell of your table, then try again.";

async function take(tables: WorkbookTables): Promise<void> {
  const read = understand(tables, await sheetSettings());
  const table = read?.places.register?.table ?? "";
  if (table !== documentSettings().register) void keepDocumentSettings({ register: table });
  registerState.set({ busy: false, looked: true, read, trouble: undefined });
}
