import { assert } from "../assert";
import type { Asset } from "../asset";
import { dividedBy, lowest, ratioOf, smaller, times, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { evenCharge, shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByFiscalYear } from "./by-fiscal-year";
import type { Method } from "./method";
import { least, rateIfGiven } from "./rate";

/**
 * Book value times factor / life, never below salvage: Excel's DDB, not Excel's DB. With the switch it is Excel's VDB
 * of whole periods (Microsoft, DDB and VDB functions).
 */
export const decliningBalance: Method = {
  word: "DB",
  aliases: ["declining-balance", "DDB", "double-declining", "double-declining-balance", "200DB"],
  label: "Declining balance",
  sentence: "A year takes its rate of the base, which is what its start finds; the rate is factor / life, or as given.",
  withFactor: [{ word: "150DB", factor: 1.5 }],
  factor: 2,
  keepsToSalvage: true,
  usesUp: ({ switchToStraightLine = false }) => switchToStraightLine,
  chargesByYear: (terms) => charges(terms, terms.years),
  chargeOfYear: chargeOf,
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  rule: (asset) => {
    // The rate of a given life is asked for later; that there is one is settled here.
    const checked = nearRateOf(asset, 1);
    if (!checked.ok) return checked;
    const rate = (life: Ratio | undefined): Ratio | undefined => exactRateOf(asset, life);
    return ok({ by: "fiscal-year", rate, switchToStraightLine: asset.switchToStraightLine });
  },
  course: (asset, line, fromTick) => {
    const { life, switchToStraightLine } = asset;
    const near = nearRateOf(asset, life === undefined ? undefined : Number(life.top) / Number(life.bottom) / 12);
    if (!near.ok) return near;
    const rate = (): Ratio => {
      const exact = exactRateOf(asset, life);
      assert(exact !== undefined, "a rate that is known nearly is known exactly");
      return exact;
    };
    return courseByFiscalYear(asset, line, fromTick, { nearRate: near.value, rate, switchToStraightLine });
  },
};

// The part of the book value that a year takes: the annual rate where there is one, else factor / life.
function nearRateOf(terms: Pick<Asset, "factor" | "rate">, lifeYears: number | undefined): Result<number> {
  const factor = checkedFactor(terms);
  if (!factor.ok) return factor;
  const given = rateIfGiven(terms);
  if (!given.ok) return given;
  if (given.value !== undefined) return ok(given.value);
  return lifeYears === undefined ? fail({ code: "missing", what: "life" }) : ok(Math.min(1, factor.value / lifeYears));
}

function exactRateOf({ rate, factor = 2 }: Asset, life: Ratio | undefined): Ratio | undefined {
  if (rate !== undefined) return ratioOf(rate);
  return life === undefined ? undefined : smaller(whole(1), lowest(dividedBy(times(ratioOf(factor), whole(12)), life)));
}

function charges(terms: YearTermsChecked, years: number): Result<readonly number[]> {
  const rate = nearRateOf(terms, terms.lifeYears);
  if (!rate.ok) return rate;
  let bookValue = terms.cost;
  const found: number[] = [];
  for (let year = 1; year <= years; year += 1) {
    const charge = chargeOn(terms, rate.value, bookValue, year);
    found.push(charge);
    bookValue -= charge;
  }
  return ok(found);
}

// A factor beyond this takes everything in the first year of any life.
const most = 1e9;

function chargeOf(terms: YearTermsChecked, wanted: number): Result<number> {
  const rate = nearRateOf(terms, terms.lifeYears);
  if (!rate.ok) return rate;
  let bookValue = terms.cost;
  for (let year = 1; year < wanted; year += 1) bookValue -= chargeOn(terms, rate.value, bookValue, year);
  return ok(chargeOn(terms, rate.value, bookValue, wanted));
}

function chargeOn(terms: YearTermsChecked, rate: number, bookValue: number, year: number): number {
  const { salvage, lifeYears, switchToStraightLine = false } = terms;
  const share = shareOfYear(terms, year);
  const rest = bookValue - salvage;
  const straight = switchToStraightLine ? evenCharge(rest, lifeYears - (year - 1), share) : 0;
  return Math.min(Math.max(bookValue * rate * share, straight), rest);
}

function checkedFactor({ factor = 2 }: Pick<Asset | YearTermsChecked, "factor">): Result<number> {
  if (!Number.isFinite(factor)) return fail({ code: "not-a-number", what: "factor", given: factor });
  if (factor <= 0) return fail({ code: "not-positive", what: "factor", given: factor });
  if (factor >= least && factor <= most) return ok(factor);
  return fail({ code: "out-of-range", what: "factor", given: factor, least, most });
}
