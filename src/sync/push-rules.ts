import type { LedgerRule, Refusal, RuleTerms } from "../connectors";
import { type Result, ok } from "../engine";
import type { RuleRow } from "../sheet";
import { type ErrandTools, type OneByOneReport, oneByOne, sendJournaled, toldRefusal } from "./one-by-one";
import type { OutcomeWord } from "./outcomes";
import { type RuleStep, type RulesInput, type RulesPlan, ruleJournalKey } from "./plan-rules";

/** What became of one row. */
export interface RuleOutcome {
  readonly row: RuleRow;
  readonly word: OutcomeWord;
  readonly sentence: string;
  /** The rule as the system holds it now, where it does and could be read back. */
  readonly held?: LedgerRule;
}

export type RulesReport = OneByOneReport<RuleOutcome>;

export type RulesTools = RulesInput & ErrandTools;

type Sent = Extract<RuleStep, { readonly kind: "create" | "change" | "delete" }>;

/**
 * Carries out a plan, one request after the other, for the system counts what runs at once. Each is in the journal
 * before it leaves.
 */
export async function pushRules(plan: RulesPlan, tools: RulesTools): Promise<RulesReport> {
  if (plan.scope !== tools.journal.scope) throw new Error("The plan was made for another system.");
  const known = plan.steps.map(unsent).filter((outcome) => outcome !== undefined);
  const toSend = plan.steps.filter((step): step is Sent => unsent(step) === undefined);
  return oneByOne(toSend, known, tools, {
    send: (step) => send(step, tools),
    refused: ({ row }, why) => ({ row, ...toldRefusal(why) }),
  });
}

function unsent(step: RuleStep): RuleOutcome | undefined {
  const { row } = step;
  if (step.kind === "blocked") return { row, word: "Skipped", sentence: step.sentence };
  if (step.kind !== "unchanged") return undefined;
  const { held, sentence } = step;
  return { row, word: "Already there", sentence, ...(held === undefined ? {} : { held }) };
}

async function send(step: Sent, tools: RulesTools): Promise<Result<RuleOutcome, Refusal>> {
  const body = JSON.stringify({ kind: step.kind, key: step.row.key, changes: step.changes });
  const errand = { key: ruleJournalKey(step.row), body, send: () => request(step, tools) };
  const answer = await sendJournaled(errand, tools);
  return answer.ok ? ok(await readBack(step, answer.value, tools)) : answer;
}

/** The key of the rule that was created, changed or deleted. */
async function request(step: Sent, { verb, connection }: RulesTools): Promise<Result<string, Refusal>> {
  if (step.kind === "delete") {
    const answer = await verb.remove(connection, step.held.key);
    return answer.ok ? ok(step.held.key) : answer;
  }
  const answer =
    step.kind === "create"
      ? await verb.create(connection, termsOf(step.row))
      : await verb.change(connection, step.held.key, step.terms);
  return answer.ok ? ok(answer.value.key) : answer;
}

function termsOf({ asset, postingRule, method, usefulLife, rate }: RuleRow): RuleTerms {
  return { asset, postingRule, method, usefulLife, ...(rate === undefined ? {} : { rate }) };
}

/** The answer to a writing names the rule and says nothing of its fields, so they are read again and compared. */
async function readBack(step: Sent, key: string, { verb, connection }: RulesTools): Promise<RuleOutcome> {
  const { row } = step;
  if (step.kind === "delete") return { row, word: "Posted", sentence: "Deleted." };
  const done = step.kind === "create" ? "Created." : "Changed.";
  const held = await verb.rule(connection, key);
  if (!held.ok) return { row, word: "Posted", sentence: `${done} It could not be read back: ${held.problem.sentence}` };
  const wanted = step.kind === "create" ? termsOf(row) : step.terms;
  const differing = Object.entries(wanted).find(([field, value]) => fieldOf(held.value, field) !== value);
  const sentence =
    differing === undefined ? done : `${done} But the system holds another ${differing[0]} than was sent.`;
  return { row, word: differing === undefined ? "Posted" : "Unknown", sentence, held: held.value };
}

function fieldOf(rule: LedgerRule, field: string): string | number | undefined {
  const fields: Readonly<Record<string, string | number | undefined>> = {
    asset: rule.asset.id,
    postingRule: rule.postingRule.id,
    method: rule.method.id,
    usefulLife: rule.usefulLife,
    rate: rule.rate,
  };
  return fields[field];
}
