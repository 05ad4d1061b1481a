import type { DatedTerms } from "../asset";

/** The recovery period of MACRS property, in years; undefined for anything else. */
export function macrsYears(terms: DatedTerms): number | undefined {
  const { extra } = terms;
  return extra?.kind === "class" ? extra.years : undefined;
}

/** Residential rental property, and what is recovered over longer, is real property. */
export const realPropertyYears = 27.5;
