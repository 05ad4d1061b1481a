import type { Asset } from "../asset";
import { dividedBy, lowest, ratioOf, smaller, whole } from "../ratio";
import { fail, ok, type Result } from "../result";
import { evenCharge, shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByFiscalYear } from "./by-fiscal-year";
import type { Method } from "./method";

/**
 * Book value times factor / life, never below salvage: Excel's DDB, not Excel's DB. With the switch it is Excel's VDB
 * of whole periods (Microsoft, DDB and VDB functions).
 */
export const decliningBalance: Method = {
  word: "DB",
  aliases: ["declining-balance", "DDB", "double-declining", "double-declining-balance", "200DB"],
  label: "Declining balance",
  withFactor: [{ word: "150DB", factor: 1.5 }],
  factor: 2,
  usesUp: ({ switchToStraightLine = false }) => switchToStraightLine,
  chargesByYear: (terms) => charges(terms, terms.years),
  chargeOfYear: (terms, year) => {
    const found = charges(terms, year);
    return found.ok ? ok(found.value[year - 1] ?? 0) : found;
  },
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  course: (asset, line, fromTick) => {
    const factor = checkedFactor(asset);
    if (!factor.ok) return factor;
    if (asset.life === undefined) return fail({ code: "missing", what: "life" });
    const years = dividedBy(asset.life, whole(12));
    const rate = smaller(whole(1), lowest(dividedBy(ratioOf(factor.value), years)));
    return courseByFiscalYear(asset, line, fromTick, { rate, switchToStraightLine: asset.switchToStraightLine });
  },
};

function charges(terms: YearTermsChecked, years: number): Result<readonly number[]> {
  const factor = checkedFactor(terms);
  if (!factor.ok) return factor;
  const { cost, salvage, lifeYears, switchToStraightLine = false } = terms;
  const rate = Math.min(1, factor.value / lifeYears);
  let bookValue = cost;
  const found: number[] = [];
  for (let year = 1; year <= years; year += 1) {
    const share = shareOfYear(terms, year);
    const rest = bookValue - salvage;
    const straight = switchToStraightLine ? evenCharge(rest, lifeYears - (year - 1), share) : 0;
    const charge = Math.min(Math.max(bookValue * rate * share, straight), rest);
    found.push(charge);
    bookValue -= charge;
  }
  return ok(found);
}

function checkedFactor({ factor = 2 }: Pick<Asset | YearTermsChecked, "factor">): Result<number> {
  if (!Number.isFinite(factor)) return fail({ code: "not-a-number", what: "factor", given: factor });
  return factor > 0 ? ok(factor) : fail({ code: "not-positive", what: "factor", given: factor });
}
