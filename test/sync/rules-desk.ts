import { type Connection, type RulesVerb, connectorOf } from "../../src/connectors";
import type { RuleRow } from "../../src/sheet";
import { type Journal, openJournal, planRules, pushRules, scopeOf, type RulesPlan } from "../../src/sync";
import { sure } from "../connectors/systems";
import { emptyBrowser } from "./browser-database";
import { heldClock } from "./time";

export async function rulesVerb(): Promise<RulesVerb> {
  return sure(sure(connectorOf({ system: "intacct" })).rules)();
}

export const row = (change: Partial<RuleRow>): RuleRow => ({
  ...{ row: 1, key: "", asset: "A-1", postingRule: "2", method: "SL", usefulLife: 60, modified: "", isDeletion: false },
  ...change,
});

export const kinds = ({ steps }: RulesPlan) => steps.map(({ kind }) => kind);
export const whyBlocked = ({ steps }: RulesPlan) => steps.map((step) => (step.kind === "blocked" ? step.sentence : ""));

/** Where rules are planned and pushed, with a journal that is empty at first. */
export interface Desk {
  readonly connection: Connection;
  readonly journal: Journal;
  plan(rows: readonly RuleRow[]): Promise<RulesPlan>;
  push(plan: RulesPlan, signal?: AbortSignal): ReturnType<typeof pushRules>;
}

export async function deskAt(connection: Connection, clock = heldClock()): Promise<Desk> {
  emptyBrowser();
  const verb = await rulesVerb();
  const journal = await openJournal(scopeOf(connection));
  const inputOf = (rows: readonly RuleRow[]) => ({ verb, connection, journal, rows, clock });
  return {
    connection,
    journal,
    plan: async (rows) => {
      const plan = await planRules(inputOf(rows));
      if (!plan.ok) throw new Error(plan.problem.sentence);
      return plan.value;
    },
    push: (plan, signal) =>
      pushRules(plan, { ...inputOf([]), batch: "b", ...(signal === undefined ? {} : { signal }) }),
  };
}
