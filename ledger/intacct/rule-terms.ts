import { Refusal } from "../books/refusal";
import { shown } from "../doors/complaint";
import { whole } from "../doors/schema";
import { depreciationMethods } from "./depreciation-method";
import { postingRules } from "./posting-rule";
import { entryNamed, reference } from "./reference";
import type { Property } from "../doors/schema";
import type { DepreciationMethod } from "./depreciation-method";
import type { PostingRule } from "./posting-rule";
import type { GivenReference } from "./reference";

/** What a rule says of how an asset is depreciated, checked. */
export interface RuleTerms {
  readonly postingRule: PostingRule;
  readonly method: DepreciationMethod;
  /** In the posting rule's unit. */
  readonly usefulLife: number;
  /** Hundredths of a percent a year; null takes twice the straight-line rate where the method needs one. */
  readonly rate: number | null;
}

/** The same as a request gives it; what is left out keeps what was there. */
export interface GivenTerms {
  readonly usefulLife?: number;
  readonly postingRule?: GivenReference;
  readonly depreciationMethod?: GivenReference;
  readonly depreciationRate?: string | null;
}

/** The properties of a request for a rule. */
export const termsProperties: Readonly<Record<string, Property>> = {
  usefulLife: whole(1, 500, "months (or years, as the posting rule has it)"),
  postingRule: reference,
  depreciationMethod: reference,
  depreciationRate: {
    type: "string",
    nullable: true,
    pattern: "^\\d{1,3}(\\.\\d{1,2})?$",
    description: 'text such as "30.00", from 1.00 to 100.00',
  },
};

/** The terms that a request gives, over those that were there. A new rule needs all but the rate. */
export function termsFrom(given: GivenTerms, before?: RuleTerms): RuleTerms {
  const { postingRule: rule, depreciationMethod: method, usefulLife = before?.usefulLife } = given;
  const terms = {
    postingRule: rule === undefined ? before?.postingRule : entryNamed(postingRules, rule, "postingRule"),
    method: method === undefined ? before?.method : entryNamed(depreciationMethods, method, "depreciationMethod"),
    rate: given.depreciationRate === undefined ? (before?.rate ?? null) : rateOf(given.depreciationRate),
  };
  const checked: RuleTerms = {
    postingRule: present(terms.postingRule, "postingRule"),
    method: present(terms.method, "depreciationMethod"),
    usefulLife: present(usefulLife, "usefulLife"),
    rate: terms.rate,
  };
  checkLife(checked);
  return checked;
}

function present<T>(value: T | undefined, field: string): T {
  if (value === undefined) throw new Refusal("invalid", `${field} is missing.`, field);
  return value;
}

function checkLife({ usefulLife, postingRule: { id, unit } }: RuleTerms): void {
  if (usefulLife <= unit.most) return;
  throw new Refusal(
    "invalid",
    `usefulLife is ${usefulLife}, but posting rule ${id} counts in ${unit.word}, of which it must be at most ${unit.most}.`,
    "usefulLife",
  );
}

const leastRate = 100;
const mostRate = 10_000;

function rateOf(given: string | null): number | null {
  if (given === null) return null;
  const [units = "", hundredths = ""] = given.split(".");
  const rate = Number(units) * 100 + Number(hundredths.padEnd(2, "0"));
  if (rate >= leastRate && rate <= mostRate) return rate;
  throw new Refusal(
    "invalid",
    `depreciationRate is ${shown(given)}, but must be from 1.00 to 100.00.`,
    "depreciationRate",
  );
}
