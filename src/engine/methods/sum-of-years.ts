import { assert } from "../assert";
import type { Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import type { YearTermsChecked } from "../year-terms";
import { courseByWeight, type Stretch, type WeightedLife } from "./by-weight";
import type { Method } from "./method";

/** Sum of the years' digits: the first year of life weighs as much as there are years, the last as much as is left. */
export const sumOfYears: Method = {
  word: "SYD",
  aliases: ["sum-of-years", "sum-of-years-digits", "sum-of-the-years-digits"],
  label: "Sum of years' digits",
  usesUp: () => true,
  chargesByYear: charges,
  chargeOfYear: (terms, year) => ok(charge(terms, year)),
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  course: (asset, { life, ticksPerYear }, fromTick) => {
    assert(life !== undefined, "digits need a life");
    return courseByWeight(asset, digits(life, BigInt(ticksPerYear)), fromTick);
  },
};

// Excel's SYD for any life (Microsoft, SYD function). Only for a whole life do its charges add up.
function charge({ cost, salvage, lifeYears }: YearTermsChecked, year: number): number {
  return ((cost - salvage) * (lifeYears - year + 1) * 2) / (lifeYears * (lifeYears + 1));
}

function charges(terms: YearTermsChecked): Result<readonly number[]> {
  if (terms.years !== terms.lifeYears) {
    const instead = " to spill. Give a period, or use DEPR.SCHEDULE, which takes any life";
    return fail({ code: "not-whole-years", what: "life", given: terms.lifeYears, instead });
  }
  return ok(Array.from({ length: terms.years }, (_, index) => charge(terms, index + 1)));
}

// A life of 4.5 has the digits 4.5, 3.5, 2.5, 1.5 and 0.5. A whole year of life spreads its digit over its units; the
// part of a year at the end is as long as its digit, so that each of its units weighs as much as one of the last whole
// year would with a digit of 1.
function digits(life: Ratio, ticksPerYear: bigint): WeightedLife {
  const year = ticksPerYear * life.bottom;
  const stretches: Stretch[] = [];
  for (let left = life.top; left > 0n; left -= year) {
    stretches.push(left >= year ? { units: year, weight: left } : { units: left, weight: year });
  }
  return { unitsPerTick: life.bottom, stretches };
}
