/** The Accounts table: which ledger accounts the assets of a class are posted to. */
import { accountUses, type AccountWord } from "../engine";
import type { Column } from "./header";
import type { Finding, Matrix, SheetSettings } from "./matrix";
import { plainText } from "./plain-text";
import type { RowReader } from "./row-reader";
import { findingsOf, looksLike, openTable } from "./table";

export type AccountsHeader =
  "Class" | "Cost" | "Accumulated" | "Expense" | "Impairment" | "Gain" | "Loss" | "Surplus" | "Clearing";

/** A class's accounts: stable names or account ids of the ledger; "" where the ledger's usual account is meant. */
export interface ClassAccounts {
  readonly row: number;
  readonly assetClass: string;
  readonly cost: string;
  readonly accumulated: string;
  readonly expense: string;
  readonly impairment: string;
  readonly gain: string;
  readonly loss: string;
  readonly surplus: string;
  readonly clearing: string;
}

export interface Accounts {
  readonly classes: readonly ClassAccounts[];
  readonly findings: readonly Finding[];
  readonly rowCount: number;
}

/** For a workbook without an Accounts table: every charge goes to the ledger's usual accounts. */
export const noAccounts: Accounts = { classes: [], findings: [], rowCount: 0 };

export const accountsColumns: readonly Column<AccountsHeader>[] = [
  column("Class", ["Asset class", "Category", "Asset category", "Asset type", "Asset group", "Group"], true),
  column("Cost", ["Cost account", "Asset account", "Fixed asset account"]),
  column("Accumulated", ["Accumulated account", "Accumulated depreciation", "Accumulated depreciation account"]),
  column(
    "Expense",
    ["Expense account", "Depreciation expense", "Depreciation expense account", "Depreciation account"],
    true,
  ),
  column("Impairment", ["Impairment account", "Impairment loss"]),
  column("Gain", ["Gain account", "Gain on disposal", "Gain on disposal account"]),
  column("Loss", ["Loss account", "Loss on disposal", "Loss on disposal account"]),
  column("Surplus", ["Surplus account", "Revaluation surplus", "Revaluation surplus account", "Revaluation reserve"]),
  column("Clearing", ["Clearing account", "Asset clearing", "Asset clearing account"]),
];

/** A header row and one class with the ledger's stable names, as a new Accounts table shows them. */
export function accountsTemplate(): Matrix {
  const example: Readonly<Record<AccountsHeader, string>> = {
    Class: "Vehicles",
    Cost: "FIXED_ASSETS",
    Accumulated: "ACCUMULATED_DEPRECIATION",
    Expense: "DEPRECIATION",
    Impairment: "IMPAIRMENT",
    Gain: "GAIN_ON_DISPOSAL",
    Loss: "LOSS_ON_DISPOSAL",
    Surplus: "REVALUATION_SURPLUS",
    Clearing: "ASSET_CLEARING",
  };
  const headers = accountsColumns.map(({ header }) => header);
  return [headers, headers.map((header) => plainText(example[header]))];
}

export function looksLikeAccounts(matrix: Matrix): boolean {
  return looksLike("accounts", accountsColumns, matrix);
}

/** Reads an Accounts table. A second row for a class is a finding, and the first one counts. */
export function readAccounts(matrix: Matrix, settings: SheetSettings): Accounts {
  const table = openTable("accounts", accountsColumns, matrix, settings);
  const classes = new Map<string, ClassAccounts>();
  for (const row of table.isReadable ? table.rows : []) {
    const read = classOf(row, classes);
    if (read !== undefined) classes.set(classKey(read.assetClass), read);
  }
  return { classes: [...classes.values()], findings: findingsOf(table), rowCount: table.rows.length };
}

/** The expense account of a class; undefined where the table names none for it. */
export function expenseOf(accounts: Accounts, assetClass: string): string | undefined {
  const found = accounts.classes.find((one) => classKey(one.assetClass) === classKey(assetClass));
  return found?.expense === "" ? undefined : found?.expense;
}

/** The account that a class's assets use for this: its own, or the ledger's usual one by its stable name. */
export function accountOf(accounts: Accounts, assetClass: string, word: AccountWord): string {
  const found: Partial<Record<AccountWord, string>> | undefined = accounts.classes.find(
    (one) => classKey(one.assetClass) === classKey(assetClass),
  );
  const usual = accountUses.find((use) => use.word === word)?.usual ?? word;
  return found?.[word] || usual;
}

function classOf(
  reader: RowReader<AccountsHeader>,
  known: ReadonlyMap<string, ClassAccounts>,
): ClassAccounts | undefined {
  reader.require("Class");
  const assetClass = reader.text("Class");
  const first = known.get(classKey(assetClass));
  if (first !== undefined) reader.report("Class", { code: "duplicate-class", assetClass, firstRow: first.row + 1 });
  const read: ClassAccounts = {
    row: reader.row,
    assetClass,
    cost: reader.text("Cost"),
    accumulated: reader.text("Accumulated"),
    expense: reader.text("Expense"),
    impairment: reader.text("Impairment"),
    gain: reader.text("Gain"),
    loss: reader.text("Loss"),
    surplus: reader.text("Surplus"),
    clearing: reader.text("Clearing"),
  };
  return reader.isSound ? read : undefined;
}

/** Classes are looked up as Excel looks things up: without regard to case. */
function classKey(assetClass: string): string {
  return assetClass.toLowerCase();
}

function column(header: AccountsHeader, aliases: readonly string[], required = false): Column<AccountsHeader> {
  return { header, aliases, required, kind: "text", width: 26, numberFormat: "@" };
}
