import { Refusal } from "../books/refusal";
import { objectOf } from "../doors/schema";
import { hrefOf, oneResult } from "./answers";
import { noObject } from "./object-get";
import { assetNamed, reference } from "./reference";
import { ruleObject, ruleToChange } from "./rule";
import { termsFrom, termsProperties } from "./rule-terms";
import { changeRule } from "./write-rule";
import type { GivenReference } from "./reference";
import type { WrittenRule } from "./rule";
import type { GivenTerms } from "./rule-terms";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

type Body = GivenTerms & { readonly asset?: GivenReference };

const body = objectOf([], { asset: reference, ...termsProperties });

/** Changes the fields of a rule that the request gives; the others stay. Its asset is what it is a rule of, and stays too. */
export function patchRule(app: FastifyInstance, store: Store): void {
  app.patch<{ Params: { key: string }; Body: Body }>(
    `/objects/${ruleObject}/:key`,
    { schema: { body } },
    async (request) => {
      const { businessId, body: given } = request;
      const { key } = request.params;
      await store.transaction(async (session) => {
        const rule = await ruleToChange(session, businessId, key);
        if (rule === undefined) throw noObject(ruleObject, key);
        if (given.asset !== undefined) await checkAsset(session, businessId, rule, given.asset);
        await changeRule(session, businessId, rule, termsFrom(given, rule));
      });
      return oneResult({ key, id: key, href: hrefOf(ruleObject, key) });
    },
  );
}

async function checkAsset(
  session: Session,
  businessId: string,
  rule: WrittenRule,
  given: GivenReference,
): Promise<void> {
  if ((await assetNamed(session, businessId, given)).id === rule.assetId) return;
  throw new Refusal("invalid", "The asset of a rule does not change; create a rule for the other asset.", "asset");
}
