import { ratioOf } from "../ratio";
import { ok, type Result } from "../result";
import { shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByFiscalYear } from "./by-fiscal-year";
import type { Method } from "./method";
import { checkedRate, rateIfGiven } from "./rate";

/** Book value at the year's start times an annual rate, never below salvage. A life only says how many years to show. */
export const reducingBalance: Method = {
  word: "RB",
  aliases: ["reducing-balance", "diminishing-value", "diminishing-balance", "written-down-value"],
  label: "Reducing balance",
  sentence: "A year takes its annual rate of the base, which is what its start finds.",
  keepsToSalvage: true,
  usesUp: () => false,
  chargesByYear: (terms) => charges(terms, terms.years),
  chargeOfYear: (terms, year) => {
    const found = charges(terms, year);
    return found.ok ? ok(found.value[year - 1] ?? 0) : found;
  },
  lifeMonths: ({ life }) => ok(life),
  rule: (asset) => {
    const rate = rateIfGiven(asset);
    if (!rate.ok) return rate;
    const annual = rate.value === undefined ? undefined : ratioOf(rate.value);
    return ok({ by: "fiscal-year", rate: () => annual, switchToStraightLine: false });
  },
  course: (asset, line, fromTick) => {
    const rate = checkedRate(asset);
    if (!rate.ok) return rate;
    return courseByFiscalYear(asset, line, fromTick, {
      nearRate: rate.value,
      rate: () => ratioOf(rate.value),
      switchToStraightLine: false,
    });
  },
};

function charges(terms: YearTermsChecked, years: number): Result<readonly number[]> {
  const rate = checkedRate(terms);
  if (!rate.ok) return rate;
  let bookValue = terms.cost;
  const found: number[] = [];
  for (let year = 1; year <= years; year += 1) {
    const charge = Math.min(bookValue * rate.value * shareOfYear(terms, year), bookValue - terms.salvage);
    found.push(charge);
    bookValue -= charge;
  }
  return ok(found);
}
