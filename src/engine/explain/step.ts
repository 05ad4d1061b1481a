import { nearest } from "../double-double";
import type { Decimals } from "../money";
import { ratio, type Ratio } from "../ratio";

/** What a step of an explanation tells. The formulas have a name and a rule in words for each. */
export type StepCode =
  | "method"
  | "opening"
  | "salvage"
  | "part"
  | "left-to-charge"
  | "age-base"
  | "life"
  | "age-before"
  | "age-after"
  | "share-before"
  | "share-after"
  | "base"
  | "factor"
  | "rate"
  | "months-of-year"
  | "declining"
  | "straight"
  | "most"
  | "year-charge"
  | "year-amount"
  | "year-part"
  | "units-left"
  | "units"
  | "row-charge"
  | "days"
  | "months"
  | "share"
  | "exact"
  | "lost"
  | "adjustment"
  | "caught-up"
  | "total-before"
  | "total-after"
  | "posted-before"
  | "posted-after"
  | "result";

/** One step behind a charge; money in currency units. */
export interface Step {
  readonly code: StepCode;
  readonly figure: number | string;
  /** What the terms or the policy say of it, in words. */
  readonly words?: string;
}

/** An exact amount in minor units, as the double nearest to it in currency units. */
export function money(amount: Ratio, decimals: Decimals): number {
  return plain(ratio(amount.top, amount.bottom * 10n ** BigInt(decimals)));
}

/** The double nearest to a number that is known exactly. */
export function plain(value: Ratio): number {
  return nearest(value).high;
}
