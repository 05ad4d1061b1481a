import { assert } from "../assert";
import { dividedBy, lowest, minus, plus, ratio, smaller, times, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import type { YearTermsChecked } from "../year-terms";
import { courseByWeight, type Stretch, type WeightAt, type WeightedLife } from "./by-weight";
import type { Method } from "./method";

/** Sum of the years' digits: the first year of life weighs as much as there are years, the last as much as is left. */
export const sumOfYears: Method = {
  word: "SYD",
  aliases: ["sum-of-years", "sum-of-years-digits", "sum-of-the-years-digits"],
  label: "Sum of years' digits",
  sentence:
    "A year of life takes its digit, the years that its start has left, over the sum of all digits; inside it the charge goes evenly.",
  keepsToSalvage: true,
  usesUp: () => true,
  chargesByYear: charges,
  chargeOfYear: (terms, year) => ok(charge(terms, year)),
  lifeMonths: ({ life }) => (life === undefined ? fail({ code: "missing", what: "life" }) : ok(life)),
  rule: () => ok({ by: "age", share }),
  course: (asset, { life, ticksPerYear }, fromTick) => {
    assert(life !== undefined, "digits need a life");
    const weightAt = (end: number): WeightAt => digitsGone(end, ticksPerYear);
    return courseByWeight(asset, life, fromTick, weightAt, () => digits(life, BigInt(ticksPerYear)));
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

// The digits of the whole years gone, and the part of its own digit that the running year has gone.
function share(age: Ratio, life: Ratio): Ratio {
  const years = lowest(dividedBy(life, whole(12)));
  const gone = age.top / (12n * age.bottom);
  const past = whole(Number(gone));
  const inYear = smaller(whole(1), minus(years, past));
  const part = inYear.top === 0n ? whole(0) : dividedBy(minus(dividedBy(age, whole(12)), past), inYear);
  return lowest(
    dividedBy(
      plus(digitsOf(years, gone), times(minus(years, past), part)),
      digitsOf(years, years.top / years.bottom + 1n),
    ),
  );
}

// years + (years - 1) + ... for so many of them, the fraction last.
function digitsOf(years: Ratio, count: bigint): Ratio {
  const last = minus(years, whole(Number(count - 1n)));
  const digits = last.top > 0n ? count : count - 1n;
  return minus(times(years, ratio(digits)), ratio((digits * (digits - 1n)) / 2n));
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

// The same in plain numbers: the digits of the whole years gone, then the running year's.
function digitsGone(life: number, ticksPerYear: number): WeightAt {
  return (tick) => {
    const age = Math.min(tick, life);
    const years = Math.floor(age / ticksPerYear);
    const past = years * ticksPerYear;
    const ofYears = years * (life * ticksPerYear) - (ticksPerYear * past * (years - 1)) / 2;
    return ofYears + (age - past) * Math.max(life - past, ticksPerYear);
  };
}
