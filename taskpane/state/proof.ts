import { fail, monthFromText, ok, type Month, type Result } from "../../src/engine";
import {
  closeChecklist,
  closeReport,
  readHoldings,
  reconcile,
  reconciliationReport,
  type CloseChecklist,
  type ReconcileInput,
  type Reconciliation,
  type ReportHead,
} from "../../src/sync";
import type { Report } from "../../src/sheet";
import { createStore } from "../store";
import { documentSettings } from "../workbook/document-settings";
import { writeLogSheet } from "../workbook/log-sheet";
import { writeReport } from "../workbook/report-sheet";
import { gather, targetOf, whileJournalOpen, whoIsHere, type Gathered } from "./gather";
import { likelyMonth, thisMonth } from "./months";
import { onOtherLedger } from "./other-ledger";
import { showView } from "./pane";
import { registerState } from "./register";
import { scheduleState } from "./schedule";

/** What a proof or a checklist was made of, and for whom: what its report says on top. */
export interface Made<T> {
  readonly result: T;
  readonly head: ReportHead;
}

export interface ProofState {
  /** What the view Ledger shows. */
  readonly page: "holdings" | "reconcile" | "close";
  /** As typed: yyyy-mm. */
  readonly from: string;
  readonly to: string;
  readonly month: string;
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly proof: Made<Reconciliation> | undefined;
  readonly close: Made<CloseChecklist> | undefined;
  /** The sheet that was written last, until something changes. */
  readonly written: string | undefined;
}

const nothing = { busy: false, trouble: undefined, proof: undefined, close: undefined, written: undefined } as const;

export const proofState = createStore<ProofState>({ page: "holdings", from: "", to: "", month: "", ...nothing });

onOtherLedger(forgetProof);

// What was asked for last. Months may be changed, and another ledger chosen, while a ledger is still being read.
let latest = 0;

/** Clears what was found; an answer that is still on its way is then for nobody. */
function clear(change: Partial<ProofState> = {}): void {
  latest += 1;
  proofState.set({ ...nothing, ...change });
}

/** Forgets what another ledger said. */
export function forgetProof(): void {
  clear({ page: "holdings" });
}

/** Goes to a page of the view Ledger, with the months of the schedule where none were chosen. */
export function openProof(page: ProofState["page"], range?: { readonly from: string; readonly to: string }): void {
  const { from, to, month } = proofState.get();
  const { from: first, to: last } = range ?? likelyRange();
  const months = range === undefined && from !== "" ? { from, to } : { from: first, to: last };
  clear({ page, ...months, month: month === "" ? last : month });
}

export function chooseProofMonths(change: Partial<Pick<ProofState, "from" | "to" | "month">>): void {
  clear(change);
}

/** Does what needs the workbook and the ledger, and shows what came of it, or why nothing did. */
async function show(work: () => Promise<Result<Partial<ProofState>, string>>): Promise<void> {
  clear({ busy: true });
  const number = latest;
  const shown = await whileJournalOpen(work);
  if (number !== latest) return;
  proofState.set({ busy: false, ...(shown.ok ? shown.value : { trouble: shown.problem }) });
}

/** Compares register, sheet and ledger for the chosen months, all three as they are now. Changes nothing. */
export function reconcileNow(): Promise<void> {
  const { from, to } = proofState.get();
  return show(async () => {
    const range = rangeOf(from, to);
    if (!range.ok) return range;
    const found = await inputNow();
    if (!found.ok) return found;
    const result = await reconcile({ ...found.value.input, ...range.value });
    return ok({ proof: { result, head: headOf(found.value.gathered) } });
  });
}

/** Goes to the view Ledger and proves these months: the way there from what was just posted. */
export function proveMonths(from: string, to: string): void {
  openProof("reconcile", { from, to });
  showView("ledger");
  void reconcileNow();
}

/** Judges whether the chosen month can be closed. Changes nothing. */
export function checkClose(): Promise<void> {
  const month = monthFromText(proofState.get().month);
  return show(async () => {
    if (!month.ok) return fail(noMonth);
    const found = await inputNow();
    if (!found.ok) return found;
    const { input, gathered } = found.value;
    const proof = await reconcile({ ...input, from: month.value, to: month.value });
    const findings = [...gathered.read.findings, ...(gathered.onSheet?.findings ?? [])];
    const { preparer, approver } = documentSettings();
    const result = closeChecklist({ ...input, proof, findings, preparer, approver, month: month.value });
    return ok({ close: { result, head: headOf(gathered) } });
  });
}

export function writeReconciliation({ result, head }: Made<Reconciliation>): Promise<void> {
  return write(reconciliationReport(result, head));
}

export function writeClose({ result, head }: Made<CloseChecklist>): Promise<void> {
  return write(closeReport(result, head));
}

/** Adds to the log sheet what this browser's journal knows and the sheet does not. */
export function writeLog(): Promise<void> {
  return show(async () => {
    const gathered = await gather();
    if (!gathered.ok) return gathered;
    const { journal, read } = gathered.value;
    const written = await writeLogSheet(await journal.log(), read.register.decimals);
    if (!written.ok) return fail(written.problem.sentence);
    const { sheet, added } = written.value;
    return ok({ written: `${sheet}: ${added} new ${added === 1 ? "entry" : "entries"}` });
  });
}

async function write(report: Report): Promise<void> {
  const written = await writeReport(report);
  if (written.ok) proofState.set({ written: written.value, trouble: undefined });
  else proofState.set({ trouble: written.problem.sentence });
}

const noMonth = "Choose a month first, written like 2026-01.";

function rangeOf(from: string, to: string): Result<{ readonly from: Month; readonly to: Month }, string> {
  const [first, last] = [monthFromText(from), monthFromText(to)];
  if (!first.ok || !last.ok) return fail(noMonth);
  if (first.value > last.value) return fail(`From is ${from} and To is ${to}. Put the earlier month first.`);
  return ok({ from: first.value, to: last.value });
}

function likelyRange(): { readonly from: string; readonly to: string } {
  const { from, to } = scheduleState.get();
  const { read } = registerState.get();
  if (from !== "" || read === undefined) return { from, to };
  const month = likelyMonth(read.register, thisMonth());
  return { from: month, to: month };
}

interface Found {
  readonly input: Omit<ReconcileInput, "from" | "to">;
  readonly gathered: Gathered;
}

async function inputNow(): Promise<Result<Found, string>> {
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const { connector, connection, journal, book, read, onSheet } = gathered.value;
  const holdings = await readHoldings(connector, connection, book);
  if (!holdings.ok) return fail(holdings.problem.sentence);
  const { register, accounts, events } = read;
  const rows = onSheet?.lines ?? [];
  const now = { holdings: holdings.value, journal: await journal.records() };
  const input = { book, decimals: register.decimals, register, accounts, events, rows, ...now };
  return ok({ input, gathered: gathered.value });
}

function headOf(gathered: Gathered): ReportHead {
  const { name, system, businessId } = targetOf(gathered);
  return {
    madeBy: whoIsHere(gathered.connection.userEmail),
    madeAt: new Date().toISOString().slice(0, 19).replace("T", " "),
    target: `${name} (${system}), business ${businessId}`,
    currency: gathered.read.register.currency ?? "",
  };
}
