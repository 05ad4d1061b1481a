import { defaultBook } from "../books/update-types";
import { hrefOf } from "./answers";
import type { Fielded, Fields } from "./fields";
import type { ObjectType } from "./object-type";

/** In which unit a posting rule's assets have their useful life: how many months it has, and how many are the most. */
export interface LifeUnit {
  readonly word: string;
  readonly months: number;
  readonly most: number;
}

const years: LifeUnit = { word: "years", months: 12, most: 100 };
const months: LifeUnit = { word: "months", months: 1, most: 500 };

/** Into which book depreciation is posted, and in which unit lives are given. */
export interface PostingRule {
  readonly key: string;
  readonly id: string;
  readonly name: string;
  readonly book: string;
  readonly unit: LifeUnit;
}

const taxBook = "TAX";

/** The posting rules that every business has. Runs depreciate the default book; rules of another are kept for reading. */
export const postingRules: readonly PostingRule[] = [
  { key: "1", id: "1", name: "GAAP, life in years", book: defaultBook, unit: years },
  { key: "2", id: "2", name: "GAAP, life in months", book: defaultBook, unit: months },
  { key: "3", id: "3", name: "Tax, life in years", book: taxBook, unit: years },
  { key: "4", id: "4", name: "Tax, life in months", book: taxBook, unit: months },
];

const name = "fixed-assets/posting-rule";

export const postingRuleFields: Fields = {
  key: "text",
  id: "text",
  name: "text",
  usefulLifeUnits: "text",
  book: "text",
  href: "text",
};

export function fieldsOfPostingRule({ key, id, name: label, book, unit }: PostingRule): Fielded {
  return { key, id, name: label, usefulLifeUnits: unit.word, book, href: hrefOf(name, key) };
}

export const postingRuleType: ObjectType = {
  name,
  fields: postingRuleFields,
  shown: ["key", "id", "name", "usefulLifeUnits", "book", "href"],
  load: (_session, _businessId, key) =>
    Promise.resolve(postingRules.filter((rule) => key === undefined || rule.key === key).map(fieldsOfPostingRule)),
};
