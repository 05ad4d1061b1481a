import { randomUUID } from "node:crypto";
import { Refusal } from "../books/refusal";
import { objectOf, text } from "../doors/schema";
import { hrefOf, oneResult } from "./answers";
import { classificationObject, storedTerms } from "./classification";
import { nextNumber } from "./counter";
import { termsFrom, termsProperties } from "./rule-terms";
import type { GivenTerms, RuleTerms } from "./rule-terms";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly id: string;
  readonly name: string;
  readonly depreciationRules?: readonly GivenTerms[];
}

const rulesMost = 10;

const body = objectOf(["id", "name"], {
  id: text(1, 255),
  name: text(1, 255),
  depreciationRules: {
    type: "array",
    maxItems: rulesMost,
    items: objectOf(["postingRule", "depreciationMethod", "usefulLife"], termsProperties),
    description: `a list of at most ${rulesMost} rules`,
  },
});

/** Creates a classification with the rules that its assets will get, one a book. */
export function postClassification(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>(`/objects/${classificationObject}`, { schema: { body } }, async (request, reply) => {
    const { id, name, depreciationRules = [] } = request.body;
    const rules = depreciationRules.map((given) => termsFrom(given));
    checkBooks(rules);
    const key = await store.transaction((session) => write(session, request.businessId, { id, name, rules }));
    return reply.code(201).send(oneResult({ key, id, href: hrefOf(classificationObject, key) }));
  });
}

function checkBooks(rules: readonly RuleTerms[]): void {
  if (new Set(rules.map(({ postingRule }) => postingRule.book)).size === rules.length) return;
  throw new Refusal("invalid", "depreciationRules has two rules of one book; give one a book.", "depreciationRules");
}

async function write(
  session: Session,
  businessId: string,
  given: { readonly id: string; readonly name: string; readonly rules: readonly RuleTerms[] },
): Promise<string> {
  const number = await nextNumber(session, businessId, "classification");
  const written = await session.query(
    `insert into classifications (id, business_id, number, given_id, name, rules) values ($1, $2, $3, $4, $5, $6)
     on conflict (business_id, given_id) do nothing returning id`,
    [randomUUID(), businessId, number, given.id, given.name, JSON.stringify(given.rules.map(storedTerms))],
  );
  if (written.length === 1) return String(number);
  throw new Refusal("state-conflict", `Asset classification "${given.id}" exists.`, "id");
}
