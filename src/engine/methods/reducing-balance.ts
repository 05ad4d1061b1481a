import type { Asset } from "../asset";
import { ratioOf } from "../ratio";
import { fail, ok, type Result } from "../result";
import { shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByFiscalYear } from "./by-fiscal-year";
import type { Method } from "./method";

/** Book value at the year's start times an annual rate, never below salvage. A life only says how many years to show. */
export const reducingBalance: Method = {
  word: "RB",
  aliases: ["reducing-balance", "diminishing-value", "diminishing-balance", "written-down-value"],
  label: "Reducing balance",
  usesUp: () => false,
  chargesByYear: (terms) => charges(terms, terms.years),
  chargeOfYear: (terms, year) => {
    const found = charges(terms, year);
    return found.ok ? ok(found.value[year - 1] ?? 0) : found;
  },
  lifeMonths: ({ life }) => ok(life),
  course: (asset, line, fromTick) => {
    const rate = checkedRate(asset);
    if (!rate.ok) return rate;
    return courseByFiscalYear(asset, line, fromTick, { rate: ratioOf(rate.value), switchToStraightLine: false });
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

// Percent or fraction is never guessed: 30 may be a typed 30 % or a mistake, so it is refused.
function checkedRate({ rate }: Pick<Asset | YearTermsChecked, "rate">): Result<number> {
  if (rate === undefined) return fail({ code: "missing", what: "rate" });
  if (!Number.isFinite(rate)) return fail({ code: "not-a-number", what: "rate", given: rate });
  if (rate <= 0) return fail({ code: "not-positive", what: "rate", given: rate });
  return rate < 1 ? ok(rate) : fail({ code: "rate-not-a-fraction", what: "rate", given: rate });
}
