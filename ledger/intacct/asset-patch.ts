import { assetById } from "../books/asset";
import { objectOf } from "../doors/schema";
import { hrefOf, oneResult } from "./answers";
import { assetObject, idOfAsset } from "./asset";
import { classificationsOf } from "./classification";
import { depreciationMethods } from "./depreciation-method";
import { noObject } from "./object-get";
import { postingRules } from "./posting-rule";
import { entryNamed, reference } from "./reference";
import { createRule } from "./write-rule";
import type { Asset } from "../books/asset";
import type { StoredTerms } from "./classification";
import type { GivenReference } from "./reference";
import type { RuleTerms } from "./rule-terms";
import type { Session, Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly classification: GivenReference;
}

const body = objectOf(["classification"], { classification: reference });

/**
 * Assigns a classification to an asset: the classification's depreciation rules are copied over to the asset, where they
 * can be changed. A book in which the asset has a rule keeps that one.
 */
export function patchAsset(app: FastifyInstance, store: Store): void {
  app.patch<{ Params: { key: string }; Body: Body }>(
    `/objects/${assetObject}/:key`,
    { schema: { body } },
    async (request) => {
      const { key } = request.params;
      const asset = await store.transaction((session) =>
        assign(session, request.businessId, key, request.body.classification),
      );
      return oneResult({ key: asset.id, id: idOfAsset(asset), href: hrefOf(assetObject, asset.id) });
    },
  );
}

async function assign(session: Session, businessId: string, key: string, given: GivenReference): Promise<Asset> {
  const asset = await assetById(session, businessId, key);
  if (asset === undefined) throw noObject(assetObject, key);
  const classification = entryNamed(await classificationsOf(session, businessId), given, "classification");
  const books = await booksWithRule(session, asset.id);
  for (const rule of classification.rules.map(termsStored))
    if (!books.has(rule.postingRule.book)) await createRule(session, asset, rule);
  await session.query("update assets set classification_id = $2, updated_at = now() where id = $1", [
    asset.id,
    classification.uuid,
  ]);
  return asset;
}

async function booksWithRule(session: Session, assetId: string): Promise<ReadonlySet<string>> {
  const rows = await session.query<{ book: string }>("select book from depreciation_rules where asset_id = $1", [
    assetId,
  ]);
  return new Set(rows.map((row) => row.book));
}

function termsStored({ postingRule, method, usefulLife, rate }: StoredTerms): RuleTerms {
  return {
    postingRule: entryNamed(postingRules, { key: postingRule }, "postingRule"),
    method: entryNamed(depreciationMethods, { key: method }, "depreciationMethod"),
    usefulLife,
    rate,
  };
}
