import { ok } from "../engine";
import type { Answer, Connection, LedgerRule, LifeUnit, RuleTerms, RulesVerb } from "./connector";
import { type Query, queryAll } from "./intacct-query";
import { type Reference, carriedOut, reference, resulted, rulePath } from "./intacct-wire";
import { type Reader, isObject, mapped, object, oneOf, optional, text, whole } from "./read";

export const rulesVerb: RulesVerb = { rules, rule, lifeUnits, create, change, remove };

const names = {
  asset: ["asset.key", "asset.id", "asset.name"],
  postingRule: ["postingRule.key", "postingRule.id", "postingRule.name"],
  depreciationMethod: ["depreciationMethod.key", "depreciationMethod.id", "depreciationMethod.name"],
} as const;

const allRules: Query = {
  object: "fixed-assets/asset-depreciation-rule",
  fields: [
    ...["key", "id", "usefulLife", "depreciationRate", "audit.modifiedDateTime"],
    ...Object.values(names).flat(),
  ],
  orderBy: [{ key: "asc" }],
};

function rules(connection: Connection, asset?: string): Answer<readonly LedgerRule[]> {
  const query = asset === undefined ? allRules : { ...allRules, filters: [{ $eq: { "asset.id": asset } }] };
  return queryAll(connection, query, ledgerRule);
}

function rule(connection: Connection, key: string): Answer<LedgerRule> {
  return resulted(connection, { method: "GET", path: pathOf(key) }, ledgerRule);
}

/** In which unit each posting rule has its lives. The object is not in the rules' document: without it nothing is known. */
async function lifeUnits(connection: Connection): Answer<ReadonlyMap<string, LifeUnit>> {
  const query: Query = { object: "fixed-assets/posting-rule", fields: ["key", "id", "usefulLifeUnits"] };
  const row = object({ id: optional(text), usefulLifeUnits: optional(oneOf(["months", "years"])) });
  const answer = await queryAll(connection, query, row);
  if (!answer.ok) return answer.problem.kind === "rejected" ? ok(new Map()) : answer;
  const known = answer.value.flatMap(({ id, usefulLifeUnits }) =>
    id === undefined || usefulLifeUnits === undefined ? [] : [[id, usefulLifeUnits] as const],
  );
  return ok(new Map(known));
}

/** Keys are the system's own: none is sent, for the document's own example is answered with another one. */
async function create(connection: Connection, terms: RuleTerms, signal?: AbortSignal): Answer<Reference> {
  const { asset, postingRule, ...rest } = terms;
  const body = JSON.stringify({ asset: { id: asset }, postingRule: { id: postingRule }, ...bodyOf(rest) });
  return resulted(connection, { method: "POST", path: rulePath, body, signal }, reference);
}

/** Only what changed is sent: "Any fields not provided remain unchanged". */
async function change(
  connection: Connection,
  key: string,
  terms: Partial<RuleTerms>,
  signal?: AbortSignal,
): Answer<Reference> {
  const body = JSON.stringify(bodyOf(terms));
  return resulted(connection, { method: "PATCH", path: pathOf(key), body, signal }, reference);
}

function remove(connection: Connection, key: string, signal?: AbortSignal): Answer<undefined> {
  return carriedOut(connection, { method: "DELETE", path: pathOf(key), signal });
}

function bodyOf({ method, usefulLife, rate }: Partial<RuleTerms>): object {
  return {
    ...(method === undefined ? {} : { depreciationMethod: { id: method } }),
    ...(usefulLife === undefined ? {} : { usefulLife }),
    ...(rate === undefined ? {} : { depreciationRate: rate }),
  };
}

function pathOf(key: string): string {
  return `${rulePath}/${encodeURIComponent(key)}`;
}

/** A related object under its name, as an object has it; or its fields under dotted names, as a query may have them. */
function related(given: unknown, name: keyof typeof names): unknown {
  if (!isObject(given)) return given;
  const inner = isObject(given[name]) ? given[name] : {};
  const dotted = Object.entries(given).filter(([field]) => field.startsWith(`${name}.`));
  return { ...inner, ...Object.fromEntries(dotted.map(([field, value]) => [field.slice(name.length + 1), value])) };
}

const naming = object({ key: optional(text), id: optional(text), name: optional(text) });

const nested = object({
  key: text,
  usefulLife: optional(whole),
  depreciationRate: optional(text),
  modified: optional(text),
  asset: naming,
  postingRule: naming,
  depreciationMethod: naming,
});

export const ledgerRule: Reader<LedgerRule> = mapped(
  (given, where) => nested(unfolded(given), where),
  ({ key, usefulLife, depreciationRate, modified, asset, postingRule, depreciationMethod }) => ({
    key,
    asset: nameOf(asset),
    postingRule: nameOf(postingRule),
    method: nameOf(depreciationMethod),
    ...(usefulLife === undefined ? {} : { usefulLife }),
    ...(depreciationRate === undefined ? {} : { rate: depreciationRate }),
    ...(modified === undefined ? {} : { modified }),
  }),
);

function unfolded(given: unknown): unknown {
  if (!isObject(given)) return given;
  const audit = isObject(given["audit"]) ? given["audit"]["modifiedDateTime"] : undefined;
  return {
    ...given,
    asset: related(given, "asset"),
    postingRule: related(given, "postingRule"),
    depreciationMethod: related(given, "depreciationMethod"),
    modified: given["audit.modifiedDateTime"] ?? audit,
  };
}

interface Named {
  readonly key: string | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
}

/** An object without an id goes by its key. */
function nameOf({ key = "", id = key, name = "" }: Named): LedgerRule["asset"] {
  return { key, id, name };
}
