import { objectOf } from "../doors/schema";
import { hrefOf, oneResult } from "./answers";
import { assetNamed, reference } from "./reference";
import { ruleObject } from "./rule";
import { termsFrom, termsProperties } from "./rule-terms";
import { createRule } from "./write-rule";
import type { GivenReference } from "./reference";
import type { GivenTerms } from "./rule-terms";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

type Body = GivenTerms & { readonly asset: GivenReference };

const body = objectOf(["asset", "postingRule", "depreciationMethod", "usefulLife"], {
  asset: reference,
  ...termsProperties,
});

/** Creates a depreciation rule of an asset. The key is the ledger's; one that is sent is not looked at. */
export function postRule(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>(`/objects/${ruleObject}`, { schema: { body } }, async (request, reply) => {
    const terms = termsFrom(request.body);
    const key = await store.transaction(async (session) =>
      createRule(session, await assetNamed(session, request.businessId, request.body.asset), terms),
    );
    return reply.code(201).send(oneResult({ key, id: key, href: hrefOf(ruleObject, key) }));
  });
}
