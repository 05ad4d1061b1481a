import type { Connection, Connector, LedgerRule, LifeUnit, RulesVerb } from "../../src/connectors";
import { fail, ok, type Result } from "../../src/engine";
import { readRules, rulesMatrix, type ReadRules, type RuleCells } from "../../src/sheet";
import { planRules, pushRules, type Journal, type RuleOutcome, type RulesPlan, type RulesReport } from "../../src/sync";
import { createStore } from "../store";
import { readOwnSheet, writeOwnSheet } from "../workbook/own-sheet";
import type { Place } from "../workbook/place";
import { identityOf, rulesSheet, writeRuleNews, type RuleNews } from "../workbook/write-rules";
import { agreement } from "./agreement";
import { activeConnection, connections } from "./connections";
import { journalOf, type Target } from "./gather";
import { onOtherLedger } from "./other-ledger";
import { sheetSettings } from "./register";

/** The Rules table as it was read, and what would be done about its rows. */
export interface RulesProposal {
  readonly plan: RulesPlan;
  readonly read: ReadRules;
  readonly place: Place;
  readonly target: Omit<Target, "book">;
}

/** How far the rules have come. The system is changed in `pushing` alone. */
export type RulesStep =
  | { readonly at: "start" }
  | { readonly at: "reading" }
  /** A pull would overwrite rows of the sheet that the system does not have so. */
  | { readonly at: "asking-pull"; readonly edited: number }
  | { readonly at: "preview"; readonly proposal: RulesProposal }
  | { readonly at: "asking"; readonly proposal: RulesProposal }
  | { readonly at: "pushing"; readonly proposal: RulesProposal; readonly done: number }
  | { readonly at: "done"; readonly proposal: RulesProposal; readonly report: RulesReport };

export interface RulesState {
  readonly step: RulesStep;
  /** The id of the asset whose rules are wanted, as typed; all where it is blank. */
  readonly asset: string;
  readonly trouble: string | undefined;
  readonly note: string | undefined;
}

const fresh = { step: { at: "start" }, trouble: undefined, note: undefined } as const;

export const rulesState = createStore<RulesState>({ ...fresh, asset: "" });

onOtherLedger(() => {
  if (rulesState.get().step.at !== "pushing") rulesState.set(fresh);
});

export function chooseAsset(asset: string): void {
  rulesState.set({ asset });
}

export function backToStart(): void {
  rulesState.set(fresh);
}

/** Writes the system's rules into the Rules table. Rows that were edited and not pushed are asked about first. */
export async function pullRules(mayOverwrite = false): Promise<void> {
  rulesState.set({ ...fresh, step: { at: "reading" } });
  const edited = mayOverwrite ? ok(0) : await editedRows();
  if (!edited.ok) rulesState.set({ ...fresh, trouble: edited.problem });
  else if (edited.value > 0) rulesState.set({ step: { at: "asking-pull", edited: edited.value } });
  else {
    const pulled = await pullNow(rulesState.get().asset.trim());
    rulesState.set(pulled.ok ? { ...fresh, note: pulled.value } : { ...fresh, trouble: pulled.problem });
  }
}

export const {
  preview: previewRules,
  ask: askRules,
  back: backToRulesPreview,
  push: pushProposal,
  cancel: cancelRules,
} = agreement({
  show: rulesState.set,
  propose: proposeNow,
  isSame: (one, other) => workOf(one.plan) === workOf(other.plan),
  changedSince: "The sheet or the system has changed since this preview. This is the new one; nothing was sent.",
  begin: (proposal: RulesProposal) => ({ at: "pushing", proposal, done: 0 }) as const,
  carryOut,
});

/** What a plan would send, row by row. */
function workOf({ scope, steps }: RulesPlan): string {
  const sent = steps.filter(({ kind }) => kind === "create" || kind === "change" || kind === "delete");
  return JSON.stringify([scope, sent.map((step) => [step.kind, step.row.key, "changes" in step ? step.changes : []])]);
}

interface Tools {
  readonly connection: Connection;
  readonly connector: Connector;
  readonly verb: RulesVerb;
  readonly journal: Journal;
}

async function toolsNow(): Promise<Result<Tools, string>> {
  const active = activeConnection(connections.get());
  if (active === undefined) return fail("Not connected. Choose a ledger first.");
  const verb = await active.connector.rules?.();
  if (verb === undefined) return fail(`${active.connector.label} has no rules of depreciation.`);
  const journal = await journalOf(active.connection);
  return journal.ok ? ok({ ...active, verb, journal: journal.value }) : journal;
}

interface Proposed {
  readonly proposal: RulesProposal;
  readonly tools: Tools;
}

/** Compares the Rules table with the system, field by field. */
async function proposeNow(): Promise<Result<Proposed, string>> {
  const tools = await toolsNow();
  if (!tools.ok) return tools;
  const found = await readOwnSheet(rulesSheet);
  if (!found.ok) return fail(found.problem.sentence);
  if (found.value === undefined) return fail("There is no Rules table in this workbook. Pull the rules first.");
  const { place, matrix } = found.value;
  const read = readRules(matrix, await sheetSettings());
  const plan = await planRules({ ...tools.value, rows: read.rows });
  if (!plan.ok) return fail(plan.problem.sentence);
  const { connection, connector } = tools.value;
  const target = { name: connection.name, system: connector.label, businessId: connection.businessId };
  return ok({ proposal: { plan: plan.value, read, place, target }, tools: tools.value });
}

/** How many rows of the sheet say something else than the system does, those that cannot be read among them. */
async function editedRows(): Promise<Result<number, string>> {
  const found = await readOwnSheet(rulesSheet);
  if (!found.ok) return fail(found.problem.sentence);
  if (found.value === undefined) return ok(0);
  const proposal = await proposeNow();
  if (!proposal.ok) return proposal;
  const { plan, read } = proposal.value.proposal;
  return ok(read.rowCount - plan.steps.filter(({ kind }) => kind === "unchanged").length);
}

async function pullNow(asset: string): Promise<Result<string, string>> {
  const tools = await toolsNow();
  if (!tools.ok) return tools;
  const { verb, connection } = tools.value;
  const rules = await verb.rules(connection, asset === "" ? undefined : asset);
  if (!rules.ok) return fail(rules.problem.sentence);
  if (rules.value.length === 0 && asset !== "")
    return fail(`There is no rule of an asset "${asset}". Ids are case-sensitive.`);
  const units = await verb.lifeUnits(connection);
  if (!units.ok) return fail(units.problem.sentence);
  const written = await writeOwnSheet(rulesSheet, rulesMatrix(rules.value.map((rule) => cellsOf(rule, units.value))));
  if (!written.ok) return fail(written.problem.sentence);
  return ok(`${rules.value.length} rules are on sheet ${written.value}. Edit them there, then preview.`);
}

function cellsOf(rule: LedgerRule, units: ReadonlyMap<string, LifeUnit>): RuleCells {
  return {
    key: rule.key,
    asset: rule.asset.id,
    assetName: rule.asset.name,
    postingRule: rule.postingRule.id,
    method: rule.method.id,
    usefulLife: rule.usefulLife,
    unit: units.get(rule.postingRule.id) ?? "",
    rate: rule.rate ?? "",
    modified: rule.modified ?? "",
  };
}

async function carryOut({ proposal, tools }: Proposed, signal: AbortSignal): Promise<void> {
  const report = await pushRules(proposal.plan, {
    ...tools,
    rows: proposal.read.rows,
    batch: crypto.randomUUID(),
    signal,
    onProgress: (done) => rulesState.set({ step: { at: "pushing", proposal, done } }),
  });
  const written = await writeRuleNews(
    new Map(report.outcomes.map((outcome) => [identityOf(outcome.row), newsOf(outcome)])),
  );
  const note = written.ok
    ? undefined
    : `The system has it, but the sheet could not be told: ${written.problem.sentence}`;
  rulesState.set({ step: { at: "done", proposal, report }, note });
}

function newsOf({ word, sentence, held }: RuleOutcome): RuleNews {
  const now = held === undefined ? {} : { "Rule key": held.key, Modified: held.modified ?? "" };
  // A blocked row may be blocked because it is stale; only a row that is as the system has it learns its time.
  return { ...(word === "Posted" || word === "Already there" ? now : {}), Outcome: word, Message: sentence };
}
