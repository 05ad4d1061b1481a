import { hrefOf } from "./answers";
import type { Fielded, Fields } from "./fields";
import type { ObjectType } from "./object-type";
import type { RuleTerms } from "./rule-terms";
import type { Session } from "../store/store";

export const classificationObject = "fixed-assets/asset-classification";

/** A kind of asset, with the rules that an asset gets when it is given this classification. */
export interface Classification {
  readonly uuid: string;
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly rules: readonly StoredTerms[];
}

/** The terms of a rule by the keys of what they refer to. */
export interface StoredTerms {
  readonly postingRule: string;
  readonly method: string;
  readonly usefulLife: number;
  readonly rate: number | null;
}

export function storedTerms({ postingRule, method, usefulLife, rate }: RuleTerms): StoredTerms {
  return { postingRule: postingRule.key, method: method.key, usefulLife, rate };
}

export const classificationFields: Fields = { key: "whole", id: "text", name: "text", href: "text" };

export const classificationType: ObjectType = {
  name: classificationObject,
  fields: classificationFields,
  shown: Object.keys(classificationFields),
  load: async (session, businessId, key) =>
    (await classificationsOf(session, businessId))
      .filter((classification) => key === undefined || classification.key === key)
      .map(fieldsOfClassification),
};

/** All of the business, by key. */
export async function classificationsOf(session: Session, businessId: string): Promise<readonly Classification[]> {
  const rows = await session.query<Row>(
    "select id, number, given_id, name, rules from classifications where business_id = $1 order by number",
    [businessId],
  );
  return rows.map(({ id, number, given_id, name, rules }) => ({
    uuid: id,
    key: String(number),
    id: given_id,
    name,
    rules: JSON.parse(rules) as readonly StoredTerms[],
  }));
}

interface Row {
  readonly id: string;
  readonly number: number;
  readonly given_id: string;
  readonly name: string;
  readonly rules: string;
}

function fieldsOfClassification({ key, id, name }: Classification): Fielded {
  return { key, id, name, href: hrefOf(classificationObject, key) };
}
