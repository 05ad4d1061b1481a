import { fail, ok, type Result } from "../result";

/**
 * An annual rate as a fraction. Percent or fraction is never guessed: 30 may be a typed 30 % or a mistake, so it is refused.
 * Problems: missing, not-a-number, not-positive, out-of-range, rate-not-a-fraction.
 */
export function checkedRate({ rate }: { readonly rate?: number }): Result<number> {
  if (rate === undefined) return fail({ code: "missing", what: "rate" });
  if (!Number.isFinite(rate)) return fail({ code: "not-a-number", what: "rate", given: rate });
  if (rate <= 0) return fail({ code: "not-positive", what: "rate", given: rate });
  if (rate < least) return fail({ code: "out-of-range", what: "rate", given: rate, least, most: 1 });
  return rate < 1 ? ok(rate) : fail({ code: "rate-not-a-fraction", what: "rate", given: rate });
}

/** Below a billionth a year, an exact amount has more digits than any life has years. */
export const least = 1e-9;

/** The rate where the terms give one. Problems: those of checkedRate. */
export function rateIfGiven(terms: { readonly rate?: number }): Result<number | undefined> {
  return terms.rate === undefined ? ok(undefined) : checkedRate(terms);
}
