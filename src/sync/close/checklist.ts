import {
  type Cents,
  type Month,
  accountUses,
  amountText,
  cents,
  findingsOf,
  journalOf,
  monthOf,
  monthText,
  openRegister,
  summaryByAccount,
  lastDay,
  wording,
} from "../../engine";
import {
  computableAssets,
  coveredRange,
  eventsByAsset,
  type Finding,
  type ScheduleLine,
  type TableName,
} from "../../sheet";
import { matchIn } from "../asset-match";
import { firstMonthOf, missingMonths, monthsOf, monthsText } from "../earlier-months";
import { bookOfKey } from "../key";
import { isOpen } from "../reconcile/kinds";
import { type ReconcileInput, type Reconciliation, verdictOf } from "../reconcile/reconcile";

/** Everything that a month's close is judged by. */
export interface CloseInput extends Omit<ReconcileInput, "from" | "to"> {
  readonly month: Month;
  /** Of the month alone. */
  readonly proof: Reconciliation;
  /** Of every table that was read, the schedule's among them. */
  readonly findings: readonly Finding[];
  /** Typed names; "" where there is none. */
  readonly preparer: string;
  readonly approver: string;
}

/** Something that keeps a check from its tick, with the cell to look at where there is one. */
export interface ClosePoint {
  readonly sentence: string;
  readonly cell?: { readonly table: TableName; readonly row: number; readonly column: number };
}

export interface CloseCheck {
  readonly word: string;
  readonly title: string;
  /** No points means a tick. */
  readonly points: readonly ClosePoint[];
}

export interface CloseChecklist {
  readonly month: Month;
  readonly book: string;
  readonly preparer: string;
  readonly approver: string;
  readonly checks: readonly CloseCheck[];
  readonly isReady: boolean;
}

/** Judges whether a month can be closed. Sends and reads nothing. */
export function closeChecklist(input: CloseInput): CloseChecklist {
  const { month, book, preparer, approver } = input;
  const found = checks.map(({ word, title, find }) => ({ word, title, points: find(input) }));
  return { month, book, preparer, approver, checks: found, isReady: found.every(({ points }) => points.length === 0) };
}

interface Check {
  readonly word: string;
  readonly title: string;
  readonly find: (input: CloseInput) => readonly ClosePoint[];
}

const checks: readonly Check[] = [
  { word: "findings", title: "The register and the schedule have no error", find: errors },
  { word: "charged", title: "Every asset in service is charged", find: notCharged },
  { word: "no-unknown", title: "No posting has an unknown outcome", find: unknowns },
  { word: "no-hole", title: "No earlier month is missing", find: holes },
  { word: "totals", title: "Schedule, ledger and journal have the same totals", find: totals },
  { word: "agrees", title: "Register, sheet and ledger agree to the cent", find: disagreements },
  { word: "names", title: "Prepared and approved by two people", find: names },
];

function errors({ findings, register, events, month }: CloseInput): readonly ClosePoint[] {
  const inCells = findings
    .filter(({ severity }) => severity === "error")
    .map(({ sentence, table, row, column }) => ({ sentence, cell: { table, row, column } }));
  const opened = openRegister(computableAssets(register, events));
  if (!opened.ok) return [...inCells, { sentence: wording(opened.problem) }];
  const told = new Set(inCells.map(({ cell }) => `${cell.table} ${cell.row}`));
  const inFigures = findingsOf(opened.value, { asOf: lastDay(month) })
    .filter(({ severity }) => severity === "error")
    .map(({ asset, sentence, row }) => ({ sentence: `${asset}: ${sentence}`, row: register.rows[row]?.row ?? 0 }))
    .filter(({ row }) => !told.has(`register ${row}`))
    .map(({ sentence, row }) => ({ sentence, cell: { table: "register", row, column: 0 } as const }));
  return [...inCells, ...inFigures];
}

function notCharged(input: CloseInput): readonly ClosePoint[] {
  const { differences } = input.proof;
  const missing = differences.filter(
    ({ what, register, ledger }) => what === "DEPRECIATION" && register !== undefined && ledger === undefined,
  );
  return missing.map(({ asset, sentence, row }) => pointAt(input, `${asset}: ${sentence}`, asset, row));
}

function unknowns({ journal, book }: CloseInput): readonly ClosePoint[] {
  const open = [...journal.values()].filter((record) => isOpen(record) && (bookOfKey(record.key) ?? book) === book);
  const advice = "Preview again: what the ledger holds settles it, and what it lacks can be sent once more.";
  return open.map(({ key }) => ({ sentence: `The outcome of ${key} is not known. ${advice}` }));
}

function holes(input: CloseInput): readonly ClosePoint[] {
  const { holdings, register, events, month, rows } = input;
  const charges = holdings.postings
    .filter(({ isLive, type }) => isLive && type === "DEPRECIATION")
    .flatMap(({ ledgerId, range }) =>
      range === undefined ? [] : monthsOf(range).map((one) => ({ ledgerId, month: one })),
    );
  const inSheet = rows.flatMap((row) => {
    const range = coveredRange(row);
    return range === undefined ? [] : [{ month: monthOf(range.first) }];
  });
  const start = firstMonthOf([...charges, ...inSheet]);
  if (start === undefined) return [];
  const there = new Set(charges.map((charge) => `${charge.ledgerId} ${charge.month}`));
  const [match, eventsOf] = [matchIn(holdings.assets), eventsByAsset(events)];
  return register.assets.flatMap((asset) => {
    const ledgerId = match(asset)?.ledgerId ?? "";
    const isThere = (one: Month): boolean => there.has(`${ledgerId} ${one}`);
    const given = { asset, events: eventsOf.get(asset.id) ?? [], start, before: month, isThere };
    const missing = missingMonths(given);
    if (missing.length === 0) return [];
    return [pointAt(input, `${asset.id}: ${monthsText(missing)} not posted.`, asset.id, undefined)];
  });
}

const expense = accountUses.find(({ word }) => word === "expense")?.name;

function totals(input: CloseInput): readonly ClosePoint[] {
  const { proof, decimals, month, rows } = input;
  const show = (amount: number): string => amountText(cents(amount), decimals);
  // A journal of one month can say nothing of a longer row, nor of what a changed term left to be made up for.
  const apart = new Set(rows.filter(isApart).map(({ asset }) => asset));
  const ofMonth = rows.filter(
    ({ asset, type, periodEnd }) => type === "DEPRECIATION" && monthOf(periodEnd) === month && !apart.has(asset),
  );
  const schedule = sumsBy(
    ofMonth,
    ({ counterAccount }) => counterAccount,
    ({ amount }) => amount,
  );
  const journal = journalTotals(input, apart);
  if (typeof journal === "string") return [{ sentence: journal }];
  const accounts = [...new Set([...schedule.keys(), ...journal.keys()])].sort();
  const byAccount = accounts
    .filter((account) => (schedule.get(account) ?? 0) !== (journal.get(account) ?? 0))
    .map((account) => {
      const [ours, theirs] = [show(schedule.get(account) ?? 0), show(journal.get(account) ?? 0)];
      return { sentence: `${account}: the schedule has ${ours}, the journal of the register ${theirs}.` };
    });
  if (proof.sheet === proof.ledger) return byAccount;
  const sentence = `The schedule has ${show(proof.sheet)} for the month, the ledger ${show(proof.ledger)}.`;
  return [...byAccount, { sentence }];
}

function isApart(row: ScheduleLine): boolean {
  const range = coveredRange(row);
  return row.change !== undefined || (range !== undefined && monthOf(range.first) !== monthOf(range.last));
}

/** The month's depreciation in the journal that the register gives, by account; or why there is none. */
function journalTotals(input: CloseInput, apart: ReadonlySet<string>): ReadonlyMap<string, number> | string {
  const { register, events, accounts, month, book, decimals } = input;
  const opened = openRegister(computableAssets(register, events).filter(({ id }) => !apart.has(id)));
  const lines = opened.ok ? journalOf(opened.value, month, { accounts: accounts.classes, book }) : opened;
  if (!lines.ok) return wording(lines.problem);
  const terms = { day: lastDay(month), decimals, memo: `Journal ${monthText(month)}`, book };
  const summary = summaryByAccount(lines.value, terms);
  if (!summary.ok) return wording(summary.problem);
  const debits = summary.value.filter(({ name, debit }) => name === expense && debit !== undefined);
  return sumsBy(
    debits,
    ({ account }) => account,
    ({ debit }) => debit ?? cents(0),
  );
}

function sumsBy<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  amountOf: (item: T) => Cents,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(nameOf(item), (sums.get(nameOf(item)) ?? 0) + amountOf(item));
  return sums;
}

/** Those of the charges that are missing are told where every asset is looked for. */
function disagreements(input: CloseInput): readonly ClosePoint[] {
  const { proof, decimals } = input;
  if (proof.agrees) return [];
  const others = proof.differences.filter(({ what, ledger }) => what !== "DEPRECIATION" || ledger !== undefined);
  const points = others.map(({ label, asset, sentence, row }) =>
    pointAt(input, `${asset}: ${label}. ${sentence}`, asset, row),
  );
  return points.length > 0 ? points : [{ sentence: verdictOf(proof, (amount) => amountText(amount, decimals)) }];
}

function names({ preparer, approver }: CloseInput): readonly ClosePoint[] {
  const [one, other] = [preparer.trim(), approver.trim()];
  if (one === "") return [{ sentence: "Nobody is named as preparer. Type who prepared the month." }];
  if (other === "") return [{ sentence: "Nobody is named as approver. Type who approves the month." }];
  if (one.toLowerCase() !== other.toLowerCase()) return [];
  return [{ sentence: `"${one}" both prepared and approves. Name a second person as approver.` }];
}

/** At the row of the sheet where there is one, else at the asset in the register. */
function pointAt({ register }: CloseInput, sentence: string, asset: string, row: number | undefined): ClosePoint {
  if (row !== undefined) return { sentence, cell: { table: "schedule", row, column: 0 } };
  const own = register.assets.find(({ id }) => id === asset)?.row;
  if (own === undefined) return { sentence };
  return { sentence, cell: { table: "register", row: own, column: register.places.get("Asset") ?? 0 } };
}
