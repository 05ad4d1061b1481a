/** DEPR.JOURNAL: what a month of the register posts, as balanced lines. */
import {
  amountOf,
  journalOf,
  lastDay,
  monthFromText,
  monthOf,
  monthText,
  summaryByAccount,
  type Cents,
  type Decimals,
  type JournalLine,
  type Month,
} from "../src/engine";
import { readAccounts, type ClassAccounts } from "../src/sheet/accounts";
import type { SheetSettings } from "../src/sheet/matrix";
import { serialOfDay, type DateSystem } from "../src/sheet/serial";
import { handOnErrors, orCellError, plain, valueError } from "./cell";
import { isEmpty } from "./cell";
import { optionsFrom, type Options } from "./options";
import { registerFrom, type OpenedRegister, type RegisterArguments } from "./register";
import { dayGiven } from "./register-charges";
import { handOnErrorOf, tableFrom } from "./sheet-matrix";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface JournalArguments extends RegisterArguments {
  readonly period: unknown;
  readonly accounts?: unknown;
  readonly options?: unknown;
}

const headers = ["Entry", "Date", "Account", "Name", "Debit", "Credit", "Asset", "Class", "Cost centre", "Memo", "Key"];

/** A header row unless the options take it off, then the lines entry by entry, debits first. */
export function journalCells({ register, events, accounts, ...argued }: JournalArguments): unknown[][] {
  handOnErrors(argued);
  handOnErrorOf("accounts", accounts);
  const options = optionsFrom(argued.options);
  const month = monthGiven(argued.period, options);
  const from = registerFrom({ register, events }, options);
  const book = options.book ?? "GAAP";
  const lines = orCellError(journalOf(from.opened, month, { accounts: accountsIn(accounts, from.settings), book }));
  const shown = options.summary === true ? summaryOf(lines, month, book, from) : lines;
  const cells = shown.map((line) => cellsOf(line, from.decimals, from.system));
  // Excel has no cells for an empty answer, so a journal without lines keeps its headers whatever the options say.
  return options.headers === false && cells.length > 0 ? cells : [headers, ...cells];
}

// A month may be written as one, 2026-03, or as any of its days.
function monthGiven(period: unknown, options: Options): Month {
  const text = plain(period);
  const month = typeof text === "string" ? monthFromText(text) : undefined;
  return month?.ok === true ? month.value : monthOf(dayGiven(period, "period", options));
}

function accountsIn(argument: unknown, settings: SheetSettings): readonly ClassAccounts[] {
  if (isEmpty(argument)) return [];
  const { classes, findings } = readAccounts(tableFrom(argument), settings);
  const wrong = findings.find(({ severity }) => severity === "error");
  if (wrong === undefined) return classes;
  throw valueError(wrong.row === 0 ? wrong.sentence : `In row ${wrong.row + 1} of accounts: ${wrong.sentence}`);
}

function summaryOf(
  lines: readonly JournalLine[],
  month: Month,
  book: string,
  { decimals }: OpenedRegister,
): readonly JournalLine[] {
  const memo = `Fixed assets ${monthText(month)}`;
  return orCellError(summaryByAccount(lines, { day: lastDay(month), decimals, memo, book }));
}

function cellsOf(line: JournalLine, decimals: Decimals, system: DateSystem): unknown[] {
  const { entry, day, account, name, debit, credit, asset, assetClass, costCentre, memo, key } = line;
  const amount = (cents: Cents | undefined): number | "" => (cents === undefined ? "" : amountOf(cents, decimals));
  const sides = [amount(debit), amount(credit)];
  return [entry, serialOfDay(day, system), account, name, ...sides, asset, assetClass, costCentre, memo, key];
}
