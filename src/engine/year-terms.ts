import type { Problem } from "./problem";
import { fail, ok, type Result } from "./result";

/** An asset without dates, in currency units and years of life; every period is a year. */
export interface YearTerms {
  readonly cost: number;
  readonly salvage: number;
  readonly lifeYears: number;
  /** The part of the book value that RB takes a year: a fraction, 0.3 for 30 %. */
  readonly rate?: number;
  /** How many times the straight-line rate DB takes; 2 where it is left out. */
  readonly factor?: number;
  /** How many months FDB's first year has, 1 to 12; 12 where it is left out. */
  readonly month?: number;
  /** DB changes to the straight line over the remaining life as soon as that is more. */
  readonly switchToStraightLine?: boolean;
}

declare const checked: unique symbol;

/** Terms that came through yearTerms: numbers in range, so that no method has to look again. */
export type YearTermsChecked = YearTerms & { readonly years: number; readonly [checked]: true };

/**
 * The door for formula values. Problems: not-a-number, negative, not-positive, too-large, salvage-above-cost.
 */
export function yearTerms(given: YearTerms): Result<YearTermsChecked> {
  const { cost, salvage } = given;
  const amount = chargeableAmount(cost, salvage);
  if (!amount.ok) return amount;
  const wrong = wrongLife(given.lifeYears);
  if (wrong !== undefined) return wrong;
  // A life worked out in a cell carries noise (0.1 * 30 is a little more than 3) that must not become a year of its own.
  const isWhole = Number.isInteger(given.lifeYears) && given.lifeYears < 1e15;
  const lifeYears = isWhole ? given.lifeYears : Number(given.lifeYears.toPrecision(15));
  return ok({ ...given, lifeYears, years: Math.ceil(lifeYears) } as YearTermsChecked);
}

/** Cost less salvage. Problems: not-a-number, negative, too-large, salvage-above-cost. */
export function chargeableAmount(cost: number, salvage: number): Result<number> {
  const wrong = wrongAmount("cost", cost) ?? wrongAmount("salvage", salvage);
  if (wrong !== undefined) return wrong;
  return salvage > cost ? fail({ code: "salvage-above-cost", cost, salvage }) : ok(cost - salvage);
}

/** How much of a year there is in this year of life: 1, and less in the last year of a life such as 4.5. */
export function shareOfYear(terms: YearTermsChecked, year: number): number {
  return Math.min(1, terms.lifeYears - (year - 1));
}

/** What an even charge over so many years takes in one of them: a year's part, or the share of it that there is. */
export function evenCharge(amount: number, years: number, share: number): number {
  return share < 1 ? amount * (share / years) : amount / years;
}

type Refusal = { readonly ok: false; readonly problem: Problem } | undefined;

// Far beyond any money and any life, and far enough below the largest double that no product overflows.
const most = 1e150;
const mostText = "1e150";

function wrongAmount(what: string, given: number): Refusal {
  if (!Number.isFinite(given)) return fail({ code: "not-a-number", what, given });
  if (given > most) return fail({ code: "too-large", what, given, most: mostText });
  return given < 0 ? fail({ code: "negative", what, given }) : undefined;
}

function wrongLife(given: number): Refusal {
  if (!Number.isFinite(given)) return fail({ code: "not-a-number", what: "life", given });
  if (given > most) return fail({ code: "too-large", what: "life", given, most: mostText });
  return given > 0 ? undefined : fail({ code: "not-positive", what: "life", given });
}
