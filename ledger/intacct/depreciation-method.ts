import { hrefOf } from "./answers";
import type { Fielded, Fields } from "./fields";
import type { ObjectType } from "./object-type";

/** A depreciation method of Sage Intacct, and the ledger's word for it. */
export interface DepreciationMethod {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly word: string;
}

/** The methods that the document names by key. */
export const depreciationMethods: readonly DepreciationMethod[] = [
  { key: "-1", id: "SL", name: "Straight line", word: "straight_line" },
  { key: "-2", id: "DB", name: "Declining balance", word: "declining_balance" },
];

const name = "fixed-assets/depreciation-method";

export const methodFields: Fields = { key: "text", id: "text", name: "text", href: "text" };

export function fieldsOfMethod({ key, id, name: label }: DepreciationMethod): Fielded {
  return { key, id, name: label, href: hrefOf(name, key) };
}

export const depreciationMethodType: ObjectType = {
  name,
  fields: methodFields,
  shown: ["key", "id", "name", "href"],
  load: (_session, _businessId, key) =>
    Promise.resolve(
      depreciationMethods.filter((method) => key === undefined || method.key === key).map(fieldsOfMethod),
    ),
};
