/** What can be wrong with a table that the engine knows nothing of: codes, facts, severity and wording in one place. */
import type { Problem } from "../engine";
import { wording } from "../engine";
import type { Finding, TableName } from "./matrix";

export type SheetProblem =
  | { readonly code: "missing-column"; readonly table: TableName; readonly header: string }
  | { readonly code: "missing-life-column"; readonly headers: readonly string[] }
  | { readonly code: "duplicate-column"; readonly header: string; readonly given: string }
  | { readonly code: "duplicate-text-column"; readonly header: string; readonly given: string }
  | { readonly code: "unknown-column"; readonly given: string; readonly meant: string }
  | { readonly code: "error-in-cell"; readonly what: string; readonly given: string }
  | { readonly code: "text-for-number"; readonly what: string; readonly given: string }
  | { readonly code: "text-for-date"; readonly what: string; readonly given: string }
  | { readonly code: "life-or-rate-missing" }
  | { readonly code: "duplicate-asset"; readonly asset: string; readonly firstRow: number }
  | { readonly code: "not-a-currency"; readonly given: string }
  | { readonly code: "mixed-currencies"; readonly given: string; readonly currency: string }
  | { readonly code: "opening-incomplete"; readonly there: string; readonly missing: string }
  | { readonly code: "in-service-before-acquired"; readonly inService: string; readonly acquired: string }
  | { readonly code: "event-unreadable"; readonly asset: string; readonly eventRow: number }
  | { readonly code: "post-by-hand"; readonly asset: string; readonly what: string; readonly day: string }
  | { readonly code: "events-unreadable" }
  | { readonly code: "event-without-asset"; readonly asset: string }
  | { readonly code: "duplicate-class"; readonly assetClass: string; readonly firstRow: number }
  | { readonly code: "class-without-accounts"; readonly assetClass: string; readonly used: string }
  | { readonly code: "months-reversed"; readonly from: string; readonly to: string }
  | { readonly code: "not-a-month-end"; readonly what: string; readonly given: string; readonly monthEnd: string }
  | { readonly code: "rule-life-too-long"; readonly given: number; readonly most: number; readonly unit: string }
  | { readonly code: "rule-unit"; readonly given: string }
  | { readonly code: "rule-rate"; readonly given: string }
  | { readonly code: "rule-action"; readonly given: string }
  | {
      readonly code: "duplicate-line";
      readonly asset: string;
      readonly periodEnd: string;
      readonly rows: readonly number[];
    }
  | { readonly code: "period-reversed"; readonly start: string; readonly end: string }
  | { readonly code: "posting-date-early"; readonly given: string; readonly end: string }
  | {
      readonly code: "overlapping-line";
      readonly asset: string;
      readonly period: string;
      readonly amount: string;
      readonly other: { readonly row: number; readonly period: string; readonly amount: string };
    }
  | { readonly code: "correction-below-zero"; readonly asset: string; readonly month: string; readonly amount: string };

/** Any problem that a cell can have: ours, or one that the engine worded. */
export type CellProblem = SheetProblem | Problem;

/** Places a problem at a cell: `row` and `column` are 0-based in the matrix that was read. */
export function findingAt(table: TableName, row: number, column: number, problem: CellProblem): Finding {
  const ours = isOurs(problem);
  const severity = ours ? sheetProblems[problem.code].severity : "error";
  const sentence = ours ? sheetWording(problem) : wording(problem);
  return { table, row, column, severity, code: problem.code, sentence };
}

/** One sentence or two: what is wrong, with the value, and what would be right. Rows are counted with the header as 1. */
export function sheetWording(problem: SheetProblem): string {
  // TypeScript cannot see that the entry found by a problem's code takes just that problem; the type of `sheetProblems` says so.
  const { words } = sheetProblems[problem.code] as { readonly words: (problem: SheetProblem) => string };
  return words(problem);
}

type Code = SheetProblem["code"];

interface Kind<P> {
  readonly severity: Finding["severity"];
  readonly words: (problem: P) => string;
}

function error<P>(words: Kind<P>["words"]): Kind<P> {
  return { severity: "error", words };
}

function warning<P>(words: Kind<P>["words"]): Kind<P> {
  return { severity: "warning", words };
}

const tableNames: Readonly<Record<TableName, string>> = {
  register: "The register",
  events: "The Events table",
  accounts: "The Accounts table",
  schedule: "The schedule",
  rules: "The Rules table",
  opinion: "The second opinion",
};

/** Every problem that this folder adds to the engine's, with its severity and its wording. */
export const sheetProblems: { readonly [C in Code]: Kind<Extract<SheetProblem, { readonly code: C }>> } = {
  "missing-column": error(
    ({ table, header }) => `${tableNames[table]} has no column "${header}". Add one with that header word.`,
  ),
  "missing-life-column": error(
    ({ headers }) => `The register has neither a life nor a rate. Add one of the columns ${headers.join(", ")}.`,
  ),
  "duplicate-column": error(
    ({ header, given }) => `"${given}" is a second column for ${header}. Delete or rename one of the two.`,
  ),
  "duplicate-text-column": warning(
    ({ header, given }) =>
      `"${given}" is a second column for ${header} and is not read. Rename it if something else is meant.`,
  ),
  "unknown-column": warning(
    ({ given, meant }) => `"${given}" is no known column and is not read. If ${meant} is meant, rename it.`,
  ),
  "error-in-cell": error(({ what, given }) => `${what} is the error ${given}. Mend its formula or type the value.`),
  "text-for-number": error(({ what, given }) => `${what} is the text "${given}", but must be a number.`),
  "text-for-date": error(
    ({ what, given }) => `${what} is the text "${given}", but must be a date. Type it again as your Excel takes dates.`,
  ),
  "life-or-rate-missing": error(
    () => "There is no life. Fill in Life (years) or Life (months), or the Rate where the method goes by one.",
  ),
  "duplicate-asset": error(
    ({ asset, firstRow }) => `Asset "${asset}" is in row ${firstRow} already. Give each asset an id of its own.`,
  ),
  "not-a-currency": error(({ given }) => `Currency is "${given}", but must be a code of three letters, such as USD.`),
  "mixed-currencies": error(
    ({ given, currency }) =>
      `Currency is ${given}, but the register is in ${currency}. Keep one register for each currency.`,
  ),
  "opening-incomplete": error(
    ({ there, missing }) => `${there} is given without ${missing}. Fill in both, or neither.`,
  ),
  "in-service-before-acquired": warning(
    ({ inService, acquired }) =>
      `In service is ${inService}, before the asset was acquired on ${acquired}. Check both dates.`,
  ),
  "event-unreadable": error(
    ({ asset, eventRow }) =>
      `Asset "${asset}" has an event that cannot be read (row ${eventRow} of Events). Mend it, so that the charges are right.`,
  ),
  "post-by-hand": warning(
    ({ asset, what, day }) =>
      `The ${what} of asset "${asset}" on ${day} needs more than one row can say. Post it in the ledger by hand.`,
  ),
  "events-unreadable": error(
    () => "The events cannot be read, so nobody can tell which assets they change. Mend their header row first.",
  ),
  "event-without-asset": warning(
    ({ asset }) => `Asset "${asset}" is not in the register. Check the id, or add the asset.`,
  ),
  "duplicate-class": error(
    ({ assetClass, firstRow }) =>
      `Class "${assetClass}" has its accounts in row ${firstRow} already. Keep one row for each class.`,
  ),
  "class-without-accounts": warning(
    ({ assetClass, used }) =>
      `Class "${assetClass}" has no expense account in Accounts, so ${used} is used. Fill one in to change that.`,
  ),
  "months-reversed": error(
    ({ from, to }) => `The months run from ${from} to ${to}. The first must not be after the last.`,
  ),
  "not-a-month-end": error(
    ({ what, given, monthEnd }) => `${what} is ${given}, but must be the last day of a month, such as ${monthEnd}.`,
  ),
  "rule-life-too-long": error(
    ({ given, most, unit }) => `Useful life is ${given}, but must be at most ${most} where it is counted in ${unit}.`,
  ),
  "rule-unit": error(({ given }) => `Life unit is "${given}", but must be months or years.`),
  "rule-rate": error(
    ({ given }) => `Rate is "${given}", but must be a percentage from 1.00 to 100.00 with at most two decimals.`,
  ),
  "rule-action": error(({ given }) => `Action is "${given}", but must be blank, or delete to delete the rule.`),
  "duplicate-line": error(
    ({ asset, periodEnd, rows }) =>
      `Asset "${asset}" has the same charge for ${periodEnd} in rows ${rows.join(", ")}. Keep one of them.`,
  ),
  "period-reversed": error(
    ({ start, end }) => `Period start is ${start}, after the period's end ${end}. It must be the period's first day.`,
  ),
  "posting-date-early": error(
    ({ given, end }) =>
      `Posting date is ${given}, before the period's end ${end}. It must be a later day; left empty, it is the period's end.`,
  ),
  "overlapping-line": error(
    ({ asset, period, amount, other }) =>
      `Asset "${asset}" is charged ${amount} for ${period} here and ${other.amount} for ${other.period} in row ${other.row}. ` +
      "Keep one of the two, or mend their periods: no day is charged twice.",
  ),
  "correction-below-zero": error(
    ({ asset, month, amount }) =>
      `The correction of asset "${asset}" would make the charge of ${month} ${amount}, which is not above 0. ` +
      "Reverse the posted months, or post the correction in the ledger by hand.",
  ),
};

function isOurs(problem: CellProblem): problem is SheetProblem {
  return problem.code in sheetProblems;
}
