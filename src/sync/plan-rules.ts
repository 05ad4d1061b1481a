import type { Connection, LedgerRule, LifeUnit, Refusal, RuleTerms, RulesVerb } from "../connectors";
import { type Result, ok } from "../engine";
import type { RuleRow } from "../sheet";
import { type Clock, systemClock } from "./clock";
import type { Journal, JournalRecord } from "./journal";
import { settleFound, stillOpen } from "./one-by-one";

/** One field of a rule, as the system holds it and as the sheet has it. */
export interface FieldChange {
  readonly field: keyof RuleTerms;
  readonly before: string;
  readonly after: string;
}

/** What is to be done about one row. `row` is its place in the sheet when it was read. */
export type RuleStep =
  | { readonly kind: "create"; readonly row: RuleRow; readonly changes: readonly FieldChange[] }
  | {
      readonly kind: "change";
      readonly row: RuleRow;
      readonly held: LedgerRule;
      readonly terms: Partial<RuleTerms>;
      readonly changes: readonly FieldChange[];
    }
  | {
      readonly kind: "delete";
      readonly row: RuleRow;
      readonly held: LedgerRule;
      readonly changes: readonly FieldChange[];
    }
  /** The system has it so already; `held` is absent where a deletion has been carried out. */
  | { readonly kind: "unchanged"; readonly row: RuleRow; readonly held?: LedgerRule; readonly sentence: string }
  | { readonly kind: "blocked"; readonly row: RuleRow; readonly sentence: string };

export interface RulesPlan {
  readonly scope: string;
  readonly steps: readonly RuleStep[];
  /** Rules of the system that no row of the sheet is about. They stay as they are. */
  readonly untouched: number;
}

export interface RulesInput {
  readonly verb: RulesVerb;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly rows: readonly RuleRow[];
  readonly clock?: Clock;
}

/** Compares the sheet's rules with those that the system holds now, field by field. Changes nothing there. */
export async function planRules(input: RulesInput): Promise<Result<RulesPlan, Refusal>> {
  const { verb, connection, journal, rows, clock = systemClock } = input;
  const held = await verb.rules(connection);
  if (!held.ok) return held;
  const units = await verb.lifeUnits(connection);
  if (!units.ok) return units;
  const records = await journal.records();
  const sight = sightOf(rows, held.value, units.value, records, clock.now());
  const steps = rows.map((row) => stepOf(row, sight));
  // What the system holds as the sheet has it is settled, however its request ended.
  const found = steps.filter(({ kind }) => kind === "unchanged");
  await settleFound(
    journal,
    found.map(({ row }) => records.get(ruleJournalKey(row))),
  );
  const touched = new Set(steps.map((step) => ("held" in step ? step.held.key : step.row.key)));
  return ok({ scope: journal.scope, steps, untouched: held.value.filter(({ key }) => !touched.has(key)).length });
}

/** The journal's key of a row: the rule by its key, or the rule that is to be by what it is a rule of. */
export function ruleJournalKey({ key, asset, postingRule }: RuleRow): string {
  return JSON.stringify(key === "" ? ["rule", asset, postingRule] : ["rule", key]);
}

interface Sight {
  readonly byKey: ReadonlyMap<string, LedgerRule>;
  /** By asset and posting rule: a system has one rule for the two. */
  readonly byPlace: ReadonlyMap<string, LedgerRule>;
  readonly rowsOfKey: ReadonlyMap<string, number>;
  readonly rowsOfPlace: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, LifeUnit>;
  readonly methods: ReadonlySet<string>;
  readonly records: ReadonlyMap<string, JournalRecord>;
  readonly now: number;
}

function sightOf(
  rows: readonly RuleRow[],
  held: readonly LedgerRule[],
  units: Sight["units"],
  records: Sight["records"],
  now: number,
): Sight {
  return {
    byKey: new Map(held.map((rule) => [rule.key, rule])),
    byPlace: new Map(held.map((rule) => [placeOf(rule.asset.id, rule.postingRule.id), rule])),
    rowsOfKey: counted(rows.map(({ key }) => key)),
    rowsOfPlace: counted(
      rows.filter(({ isDeletion }) => !isDeletion).map((row) => placeOf(row.asset, row.postingRule)),
    ),
    units,
    // The document names two; what rules of the system have is known too.
    methods: new Set(["SL", "DB", ...held.map(({ method }) => method.id)]),
    ...{ records, now },
  };
}

function placeOf(asset: string, postingRule: string): string {
  return JSON.stringify([asset, postingRule]);
}

function counted(words: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function stepOf(row: RuleRow, sight: Sight): RuleStep {
  const held = row.key === "" ? undefined : sight.byKey.get(row.key);
  const step = row.key === "" ? creation(row, sight) : held === undefined ? gone(row) : againstHeld(row, held);
  const isSent = step.kind === "create" || step.kind === "change" || step.kind === "delete";
  const fault = isSent ? faultOf(row, held, sight) : undefined;
  return fault === undefined ? step : { kind: "blocked", row, sentence: fault };
}

function gone(row: RuleRow): RuleStep {
  if (row.isDeletion) return { kind: "unchanged", row, sentence: "It is deleted." };
  const sentence = `The system has no rule ${row.key}. Empty its Rule key to create it anew, or pull again.`;
  return { kind: "blocked", row, sentence };
}

function creation(row: RuleRow, { byPlace }: Sight): RuleStep {
  if (row.isDeletion) {
    return { kind: "blocked", row, sentence: "It has no Rule key, so there is nothing to delete. Remove the row." };
  }
  const held = byPlace.get(placeOf(row.asset, row.postingRule));
  if (held === undefined) return { kind: "create", row, changes: changesOf(row, undefined) };
  const [change] = changesOf(row, held);
  if (change === undefined) return { kind: "unchanged", row, held, sentence: "" };
  const sentence = `The asset has rule ${held.key} for this posting rule, with ${change.field} ${change.before}. Pull again to change that one.`;
  return { kind: "blocked", row, sentence };
}

function againstHeld(row: RuleRow, held: LedgerRule): RuleStep {
  if (row.isDeletion) return { kind: "delete", row, held, changes: [] };
  if (row.asset !== held.asset.id || row.postingRule !== held.postingRule.id) {
    const sentence = `Rule ${held.key} is about asset ${held.asset.id} and posting rule ${held.postingRule.id}, which do not change. Delete it and create another.`;
    return { kind: "blocked", row, sentence };
  }
  if (row.rate === undefined && held.rate !== undefined) {
    const sentence = `The rule has the rate ${held.rate}, and there is no documented way to take it away. Type a rate.`;
    return { kind: "blocked", row, sentence };
  }
  const changes = changesOf(row, held);
  if (changes.length === 0) return { kind: "unchanged", row, held, sentence: "" };
  const fields = new Set(changes.map(({ field }) => field));
  const { method, usefulLife, rate } = row;
  const terms = {
    ...(fields.has("method") ? { method } : {}),
    ...(fields.has("usefulLife") ? { usefulLife } : {}),
    ...(fields.has("rate") && rate !== undefined ? { rate } : {}),
  };
  return { kind: "change", row, held, terms, changes };
}

/** The fields that differ; of a rule that is not there, all that are given. */
function changesOf(row: RuleRow, held: LedgerRule | undefined): readonly FieldChange[] {
  const pairs: readonly (readonly [keyof RuleTerms, string | number | undefined, string | number | undefined])[] = [
    ["asset", held?.asset.id, row.asset],
    ["postingRule", held?.postingRule.id, row.postingRule],
    ["method", held?.method.id, row.method],
    ["usefulLife", held?.usefulLife, row.usefulLife],
    ["rate", held?.rate, row.rate ?? held?.rate],
  ];
  return pairs
    .filter(([, before, after]) => before !== after)
    .map(([field, before, after]) => ({ field, before: String(before ?? ""), after: String(after ?? "") }));
}

/** Why a row that would be sent must not be. */
function faultOf(row: RuleRow, held: LedgerRule | undefined, sight: Sight): string | undefined {
  if (row.key !== "" && (sight.rowsOfKey.get(row.key) ?? 0) > 1)
    return `Rule ${row.key} is in this sheet more than once. Keep one of the rows.`;
  if (!row.isDeletion && (sight.rowsOfPlace.get(placeOf(row.asset, row.postingRule)) ?? 0) > 1)
    return `Asset ${row.asset} has more than one row for posting rule ${row.postingRule}. Keep one of them.`;
  if (held !== undefined && row.modified !== "" && held.modified !== undefined && held.modified !== row.modified)
    return `The rule was changed there on ${held.modified}, after it was pulled. Pull again, then edit.`;
  const openFault = stillOpen(sight.records.get(ruleJournalKey(row)), sight.now);
  return row.isDeletion ? openFault : (termsFault(row, sight) ?? openFault);
}

function termsFault({ postingRule, usefulLife, method }: RuleRow, { units, methods }: Sight): string | undefined {
  const isLong = units.get(postingRule) === "years" && usefulLife > mostYears;
  if (isLong)
    return `Useful life is ${usefulLife}, but posting rule ${postingRule} counts years: at most ${mostYears}.`;
  if (methods.has(method)) return undefined;
  return `"${method}" is no depreciation method of the system. Use ${[...methods].join(", ")}.`;
}

const mostYears = 100;
