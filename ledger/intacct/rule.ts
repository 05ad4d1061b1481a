import { isoTime } from "../books/calendar";
import { amountText, cents } from "../../src/engine";
import { hrefOf } from "./answers";
import { assetFields, assetType } from "./asset";
import { depreciationMethods, fieldsOfMethod, methodFields } from "./depreciation-method";
import { related } from "./fields";
import { fieldsOfPostingRule, postingRuleFields, postingRules } from "./posting-rule";
import type { Fielded } from "./fields";
import type { ObjectType } from "./object-type";
import type { RuleTerms } from "./rule-terms";
import type { Session } from "../store/store";

export const ruleObject = "fixed-assets/asset-depreciation-rule";

/** A depreciation rule as it is written down. */
export interface WrittenRule extends RuleTerms {
  readonly uuid: string;
  readonly key: string;
  readonly assetId: string;
  readonly created: string;
  readonly modified: string;
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly asset_id: string;
  readonly posting_rule: string;
  readonly method: string;
  readonly useful_life: number;
  readonly rate: number | null;
  readonly created: string;
  readonly modified: string;
}

const select = `
  select id, number, asset_id, posting_rule, method, useful_life, rate,
    ${isoTime("created_at")} as created, ${isoTime("modified_at")} as modified
  from depreciation_rules where business_id = $1`;

/** The rule with this key, for one who will change it: until the transaction ends nobody else does. */
export async function ruleToChange(
  session: Session,
  businessId: string,
  key: string,
): Promise<WrittenRule | undefined> {
  const [rule] = await rulesOf(session, businessId, key, "for update");
  return rule;
}

/** The rules of a business by key: all, or the one with this key. */
export async function rulesOf(
  session: Session,
  businessId: string,
  key?: string,
  lock: "" | "for update" = "",
): Promise<readonly WrittenRule[]> {
  // A key is a number that the ledger counted; anything else names no rule.
  if (key !== undefined && !/^[1-9]\d{0,14}$/.test(key)) return [];
  const rows =
    key === undefined
      ? await session.query<Row>(`${select} order by number`, [businessId])
      : await session.query<Row>(`${select} and number = $2 ${lock}`, [businessId, Number(key)]);
  return rows.map(written);
}

function written(row: Row): WrittenRule {
  const postingRule = postingRules.find(({ key }) => key === row.posting_rule);
  const method = depreciationMethods.find(({ word }) => word === row.method);
  if (postingRule === undefined || method === undefined) throw new Error(`Rule ${row.id} refers to what is not there.`);
  return {
    uuid: row.id,
    key: String(row.number),
    assetId: row.asset_id,
    postingRule,
    method,
    usefulLife: row.useful_life,
    rate: row.rate,
    created: toSecond(row.created),
    modified: toSecond(row.modified),
  };
}

// Sage Intacct's times end with the second.
function toSecond(time: string): string {
  return `${time.slice(0, 19)}Z`;
}

export const ruleType: ObjectType = {
  name: ruleObject,
  fields: {
    key: "whole",
    id: "whole",
    usefulLife: "whole",
    depreciationRate: "decimal",
    ...related("depreciationMethod", methodFields),
    ...related("asset", assetFields),
    "depreciationSchedule.key": "whole",
    ...related("postingRule", postingRuleFields),
    "audit.createdBy": "text",
    "audit.createdDateTime": "moment",
    "audit.modifiedBy": "text",
    "audit.modifiedDateTime": "moment",
    href: "text",
  },
  shown: [
    ...["depreciationMethod.name", "depreciationMethod.id", "depreciationMethod.key"],
    ...["asset.name", "asset.id", "asset.key", "depreciationSchedule.key"],
    ...["postingRule.name", "postingRule.id", "postingRule.key"],
    ...["audit.createdBy", "audit.createdDateTime", "audit.modifiedBy", "audit.modifiedDateTime"],
    ...["id", "key", "usefulLife", "depreciationRate"],
  ],
  load: async (session, businessId, key) => {
    const rules = await rulesOf(session, businessId, key);
    const [one] = rules;
    const assets = await assetType.load(session, businessId, key === undefined ? undefined : (one?.assetId ?? ""));
    const byKey = new Map(assets.map((asset) => [asset["key"], asset]));
    return rules.map((rule) => fieldsOfRule(rule, byKey.get(rule.assetId) ?? {}));
  },
};

// The ledger has no users of its own; whoever holds the business's token is its first.
const user = "1";

function fieldsOfRule(rule: WrittenRule, asset: Fielded): Fielded {
  return {
    key: rule.key,
    id: rule.key,
    usefulLife: rule.usefulLife,
    depreciationRate: rule.rate === null ? null : amountText(cents(rule.rate), 2),
    ...related("depreciationMethod", fieldsOfMethod(rule.method)),
    ...related("asset", asset),
    // Each rule has one schedule, which is counted with it.
    "depreciationSchedule.key": rule.key,
    ...related("postingRule", fieldsOfPostingRule(rule.postingRule)),
    "audit.createdBy": user,
    "audit.createdDateTime": rule.created,
    "audit.modifiedBy": user,
    "audit.modifiedDateTime": rule.modified,
    href: hrefOf(ruleObject, rule.key),
  };
}
