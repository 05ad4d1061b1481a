import { brokenRule } from "../store/failures";
import { Refusal } from "./refusal";

/** The rules that the database keeps of every position. */
export type PositionRule = "book_value_not_negative" | "amount_within_range" | "asset_not_disposed";

const usual: Readonly<Record<PositionRule, (field?: string) => Refusal>> = {
  book_value_not_negative: (field) =>
    new Refusal("above-book-value", "The amount is more than the asset's book value.", field),
  amount_within_range: (field) =>
    new Refusal(
      "amount-out-of-range",
      `The asset's cost would pass ${Number.MAX_SAFE_INTEGER} cents; it must not be more.`,
      field,
    ),
  asset_not_disposed: () => new Refusal("asset-disposed", "The asset is disposed of."),
};

/**
 * What to throw after a statement that moves positions: the refusal that the broken rule stands for, or the error as it is.
 * `own` has what the caller says of a rule in words of its own; `field` is the part of the request that is wrong.
 */
export function refusalOf(error: unknown, own: Partial<Record<PositionRule, Refusal>> = {}, field?: string): unknown {
  const rule = brokenRule(error);
  return isPositionRule(rule) ? (own[rule] ?? usual[rule](field)) : error;
}

function isPositionRule(rule: string | undefined): rule is PositionRule {
  return rule !== undefined && Object.hasOwn(usual, rule);
}
