import { cents, type Cents } from "../money";
import { compared, larger, minus, whole, type Ratio } from "../ratio";
import type { Rule } from "../methods";

/** How what is left to charge is to be charged. */
export interface Pattern {
  readonly rule: Rule;
  /** Months of life gone since the pattern began. */
  readonly age: Ratio;
  /** Months of life from the pattern's beginning; left out where the life is open. */
  readonly life: Ratio | undefined;
}

/** Where an asset stands between two charges; money in minor units. */
export interface Standing {
  readonly cost: number;
  /** As posted. */
  readonly accumulated: number;
  /** What running totals go on from: the exact amount, which may differ from the posted one by less than a unit. */
  readonly exact: Ratio;
  readonly impairment: number;
  readonly surplus: number;
  /** What revaluations have taken from profit or loss; the next one up gives it back first (IAS 16.39). */
  readonly revaluationLoss: number;
  readonly salvage: Ratio;
  readonly pattern: Pattern;
  /** The book value that a declining year takes its rate of. */
  readonly yearBase: Ratio;
  readonly isStopped: boolean;
  /** Sold or scrapped as a whole. */
  readonly isGone: boolean;
}

/** Cost less what is gone, exactly. */
export function carrying({ cost, impairment, exact }: Standing): Ratio {
  return minus(whole(cost - impairment), exact);
}

/** Cost less what is gone, as posted. */
export function bookValue({ cost, accumulated, impairment }: Standing): Cents {
  return cents(cost - accumulated - impairment);
}

/** What is left to charge: nothing while the carrying amount is below salvage (IAS 16.54). */
export function chargeable(standing: Standing): Ratio {
  return larger(whole(0), minus(carrying(standing), standing.salvage));
}

/** The months of life that are left; undefined where the life is open. */
export function monthsLeft({ pattern: { life, age } }: Standing): Ratio | undefined {
  return life === undefined ? undefined : minus(life, age);
}

export function isOver(standing: Standing): boolean {
  const left = monthsLeft(standing);
  return left !== undefined && compared(left, whole(0)) <= 0;
}
