import { assert } from "../assert";
import { minus, plus, ratio, smaller, times, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import type { TimeLine } from "../time-line";
import type { YearTermsChecked } from "../year-terms";
import { courseByWeight } from "./by-weight";
import type { Method } from "./method";

/** Sum of the years' digits: the first year of life weighs as much as there are years, the last as much as is left. */
export const sumOfYears: Method = {
  word: "SYD",
  aliases: ["sum-of-years", "sum-of-years-digits", "sum-of-the-years-digits"],
  label: "Sum of years' digits",
  chargesByYear: charges,
  chargeOfYear: (terms, year) => ok(charge(terms, year)),
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  course: (asset, line, fromTick) => {
    const { life } = line;
    assert(life !== undefined, "digits need a life");
    return courseByWeight(asset, line, life, fromTick, (age) => digitsGone(line, life, age));
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

// A life of 4.5 has the digits 4.5, 3.5, 2.5, 1.5 and 0.5, the last for the half year that is left of it. Inside a year
// of life its digit goes evenly, so a part of a year takes that part of the digit.
function digitsGone(line: TimeLine, life: Ratio, age: Ratio): Ratio {
  const year = ratio(BigInt(line.ticksPerYear));
  const wholeYears = age.top / (age.bottom * year.top);
  const start = ratio(wholeYears * year.top);
  // The sum of life - k over the whole years k = 0 ... n-1, all in ticks.
  const gone = minus(times(life, ratio(wholeYears)), ratio((year.top * wholeYears * (wholeYears - 1n)) / 2n));
  const rest = minus(life, start);
  if (rest.top === 0n) return gone;
  const lengthOfYear = smaller(year, rest);
  const part = minus(age, start);
  return plus(gone, ratio(rest.top * part.top * lengthOfYear.bottom, rest.bottom * part.bottom * lengthOfYear.top));
}
