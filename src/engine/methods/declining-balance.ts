import type { Asset } from "../asset";
import { decliningBalanceOfMany } from "../many/declining-balance";
import { dividedBy, lowest, ratioOf, smaller, times, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { evenCharge, shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByFiscalYear } from "./by-fiscal-year";
import type { Method } from "./method";
import { rateIfGiven } from "./rate";

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
  keepsToSalvage: true,
  usesUp: ({ switchToStraightLine = false }) => switchToStraightLine,
  chargesByYear: (terms) => charges(terms, terms.years),
  chargeOfYear: (terms, year) => {
    const found = charges(terms, year);
    return found.ok ? ok(found.value[year - 1] ?? 0) : found;
  },
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  rule: (asset) => {
    const pace = paceOf(asset);
    if (!pace.ok) return pace;
    return ok({ by: "fiscal-year", rate: pace.value, switchToStraightLine: asset.switchToStraightLine });
  },
  course: (asset, line, fromTick) => {
    const pace = paceOf(asset);
    if (!pace.ok) return pace;
    const rate = pace.value(asset.life);
    if (rate === undefined) return fail({ code: "missing", what: "life" });
    return courseByFiscalYear(asset, line, fromTick, { rate, switchToStraightLine: asset.switchToStraightLine });
  },
  many: decliningBalanceOfMany,
};

// The part of the book value that a year takes: the annual rate where there is one, else factor / life.
function paceOf(asset: Asset): Result<(life: Ratio | undefined) => Ratio | undefined> {
  const factor = checkedFactor(asset);
  if (!factor.ok) return factor;
  const given = rateIfGiven(asset);
  if (!given.ok) return given;
  const annual = given.value === undefined ? undefined : ratioOf(given.value);
  const monthly = times(ratioOf(factor.value), whole(12));
  return ok((life) => {
    if (annual !== undefined || life === undefined) return annual;
    return smaller(whole(1), lowest(dividedBy(monthly, life)));
  });
}

function charges(terms: YearTermsChecked, years: number): Result<readonly number[]> {
  const factor = checkedFactor(terms);
  if (!factor.ok) return factor;
  const given = rateIfGiven(terms);
  if (!given.ok) return given;
  const { cost, salvage, lifeYears, switchToStraightLine = false } = terms;
  const rate = given.value ?? Math.min(1, factor.value / lifeYears);
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
