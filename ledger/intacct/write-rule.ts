import { randomUUID } from "node:crypto";
import { Refusal } from "../books/refusal";
import { settleCharged } from "../books/settle-charged";
import { defaultBook } from "../books/update-types";
import { brokenRule } from "../store/failures";
import { idOfAsset } from "./asset";
import { nextNumber } from "./counter";
import type { Asset } from "../books/asset";
import type { WrittenRule } from "./rule";
import type { RuleTerms } from "./rule-terms";
import type { Session } from "../store/store";

/** Writes a new rule of an asset and gives its key. Refusal: the asset has a rule in that book. */
export async function createRule(session: Session, asset: Asset, terms: RuleTerms): Promise<string> {
  if (asset.status === "disposed")
    throw new Refusal("asset-disposed", `Asset ${idOfAsset(asset)} is disposed of; it is not depreciated any more.`);
  await settleIfRun(session, asset.business_id, asset.id, terms);
  const number = await nextNumber(session, asset.business_id, "rule");
  const written = await session.query(
    `insert into depreciation_rules (id, business_id, number, asset_id, book, posting_rule, method, useful_life,
       life_months, rate)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (asset_id, book) do nothing returning id`,
    [randomUUID(), asset.business_id, number, asset.id, ...columnsOf(terms)],
  );
  if (written.length === 0) throw bookTaken(idOfAsset(asset), terms.postingRule.book);
  return String(number);
}

/** Changes a rule in place. Refusal: the asset has another rule in the book that its posting rule now has. */
export async function changeRule(
  session: Session,
  businessId: string,
  rule: WrittenRule,
  terms: RuleTerms,
): Promise<void> {
  await settleIfRun(session, businessId, rule.assetId, rule);
  await settleIfRun(session, businessId, rule.assetId, terms);
  try {
    await session.query(
      `update depreciation_rules set book = $3, posting_rule = $4, method = $5, useful_life = $6, life_months = $7,
         rate = $8, modified_at = clock_timestamp()
       where business_id = $1 and id = $2`,
      [businessId, rule.uuid, ...columnsOf(terms)],
    );
  } catch (error) {
    if (brokenRule(error) !== "one_rule_a_book") throw error;
    throw bookTaken(rule.assetId, terms.postingRule.book);
  }
}

/** Takes a rule away; from here on the asset's own terms count again. */
export async function deleteRule(session: Session, businessId: string, rule: WrittenRule): Promise<void> {
  await settleIfRun(session, businessId, rule.assetId, rule);
  await session.query("delete from depreciation_rules where business_id = $1 and id = $2", [businessId, rule.uuid]);
}

/** book, posting_rule, method, useful_life, life_months, rate: in this order in both statements. */
function columnsOf({ postingRule, method, usefulLife, rate }: RuleTerms): readonly (string | number | null)[] {
  return [postingRule.book, postingRule.key, method.word, usefulLife, usefulLife * postingRule.unit.months, rate];
}

// Runs charge the default book alone, so only its rules say how.
async function settleIfRun(session: Session, businessId: string, assetId: string, terms: RuleTerms): Promise<void> {
  if (terms.postingRule.book === defaultBook) await settleCharged(session, businessId, assetId);
}

function bookTaken(asset: string, book: string): Refusal {
  return new Refusal(
    "state-conflict",
    `Asset ${asset} has a depreciation rule in the book ${book}; an asset has one a book. Change that one.`,
    "postingRule",
  );
}
