import { mostPeriods, type Method } from "./methods";
import { fail, type Result } from "./result";
import type { YearTermsChecked } from "./year-terms";

/**
 * The charges of years 1 to ceil(life) in currency units, unrounded, within 1e-12 of the cost; the last year of a life
 * such as 4.5 takes its share. Problems: too-many-periods, and those of the method's rate or factor.
 */
export function chargesByYear(method: Method, terms: YearTermsChecked): Result<readonly number[]> {
  if (terms.years > mostPeriods) return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  return method.chargesByYear(withFactorOf(method, terms));
}

/**
 * The charge of one year, 1 to ceil(life) (and no more than a sheet has rows), in currency units, unrounded.
 * Problems: not-a-number, not-whole, out-of-range, and those of the method's rate or factor.
 */
export function chargeOfYear(method: Method, terms: YearTermsChecked, year: number): Result<number> {
  if (!Number.isFinite(year)) return fail({ code: "not-a-number", what: "period", given: year });
  if (!Number.isInteger(year)) return fail({ code: "not-whole", what: "period", given: year });
  const most = Math.min(method.yearCount?.(terms) ?? terms.years, mostPeriods);
  if (year < 1 || year > most) return fail({ code: "out-of-range", what: "period", given: year, least: 1, most });
  return method.chargeOfYear(withFactorOf(method, terms), year);
}

function withFactorOf(method: Method, terms: YearTermsChecked): YearTermsChecked {
  return terms.factor !== undefined || method.factor === undefined ? terms : { ...terms, factor: method.factor };
}
