import { assert } from "../assert";
import type { Asset } from "../asset";
import { dividedBy, lowest, ratio, ratioOf, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { evenCharge, shareOfYear, type YearTermsChecked } from "../year-terms";
import { courseByWeight, type WeightedLife } from "./by-weight";
import type { Method } from "./method";

/** Cost less salvage, evenly over the life; or, without a life, a fixed part of it (the rate) each year. */
export const straightLine: Method = {
  word: "SL",
  aliases: ["straight-line", "SLN", "linear"],
  label: "Straight line",
  sentence: "The part of the base that is gone is the part of the life that is gone.",
  keepsToSalvage: true,
  usesUp: () => true,
  chargesByYear: (terms) => ok(Array.from({ length: terms.years }, (_, index) => charge(terms, index + 1))),
  chargeOfYear: (terms, year) => ok(charge(terms, year)),
  lifeMonths: (asset) => {
    if (asset.life !== undefined) return ok(asset.life);
    return asset.amount === undefined ? lifeByRate(asset) : ok(lifeByAmount(asset, asset.amount));
  },
  rule: () => ok({ by: "age", share: dividedBy }),
  course: (asset, { life }, fromTick) => {
    assert(life !== undefined, "a straight line has an end");
    const stretched = (): WeightedLife => ({ unitsPerTick: life.bottom, stretches: [{ units: life.top, weight: 1n }] });
    return courseByWeight(asset, life, fromTick, (end) => (tick) => Math.min(tick, end), stretched);
  },
};

function charge(terms: YearTermsChecked, year: number): number {
  return evenCharge(terms.cost - terms.salvage, terms.lifeYears, shareOfYear(terms, year));
}

function lifeByAmount({ cost, salvage }: Asset, amount: number): Ratio {
  return lowest(ratio(12n * BigInt(cost - salvage), BigInt(amount)));
}

function lifeByRate({ rate }: Asset): Result<Ratio> {
  if (rate === undefined) return fail({ code: "missing", what: "life" });
  if (!Number.isFinite(rate)) return fail({ code: "not-a-number", what: "rate", given: rate });
  if (rate <= 0) return fail({ code: "not-positive", what: "rate", given: rate });
  if (rate > 1) return fail({ code: "rate-not-a-fraction", what: "rate", given: rate });
  return ok(lowest(dividedBy(whole(12), ratioOf(rate))));
}
