import type { Asset } from "../asset";
import { fail, ok, type Result } from "../result";
import { compared, lowest, minus, ratio, ratioOf, times, whole, type Ratio } from "../ratio";
import type { YearTermsChecked } from "../year-terms";
import { mostPeriods, type Method } from "./method";

/**
 * Excel's DB (Microsoft, DB function): the book value times 1 - (salvage / cost)^(1 / life), rounded to three decimals. The
 * first year counts its months, and the months that it lacks come in a year after the life. It may end below salvage.
 */
export const fixedDeclining: Method = {
  word: "FDB",
  aliases: ["fixed-declining", "fixed-declining-balance"],
  label: "Fixed declining balance, Excel's DB",
  sentence:
    "A year takes 1 - (salvage / cost)^(1 / life), rounded to three decimals, of the book value at its start; the first counts its months, and a last one those that it lacks.",
  usesUp: () => false,
  keepsToSalvage: false,
  yearCount: ({ years, month = 12 }) => (month < 12 ? years + 1 : years),
  chargesByYear: (terms) => charges(terms, yearCount(terms)),
  chargeOfYear: (terms, year) => {
    const found = charges(terms, year);
    return found.ok ? ok(found.value[year - 1] ?? 0) : found;
  },
  lifeMonths: (asset) => {
    const years = wholeYears(asset);
    return years.ok ? ok(whole(12 * (years.value + ((asset.month ?? 12) < 12 ? 1 : 0)))) : years;
  },
  rule: (asset) => {
    const { cost, salvage, month = 12 } = asset;
    const wrong = wrongMonth(month);
    if (wrong !== undefined) return wrong;
    const years = wholeYears(asset);
    if (!years.ok) return years;
    const rate = ratio(BigInt(thousandths(whole(cost), whole(salvage), years.value)), 1000n);
    return ok({ by: "year-amounts", amountOfYear: (year) => amountOf(whole(cost), rate, years.value, month, year) });
  },
};

// Excel's DB has no dates, so that an event, which has one, cannot change to it either.
function wholeYears({ life, dated }: Asset): Result<number> {
  if (dated !== undefined) return fail({ code: "without-start-only", what: "FDB", instead: "DB or RB" });
  if (life === undefined) return fail({ code: "missing", what: "life" });
  const { top, bottom } = life;
  if (top % (12n * bottom) === 0n) return ok(Number(top / bottom) / 12);
  return fail({ code: "not-whole-years", what: "life", given: Number(top) / Number(bottom) / 12, instead: "" });
}

function yearCount({ years, month = 12 }: YearTermsChecked): number {
  return month < 12 ? years + 1 : years;
}

function charges(terms: YearTermsChecked, count: number): Result<readonly number[]> {
  const { cost, salvage, lifeYears, years, month = 12 } = terms;
  if (!Number.isInteger(lifeYears)) {
    return fail({ code: "not-whole-years", what: "life", given: lifeYears, instead: ", as for Excel's DB" });
  }
  const wrong = wrongMonth(month);
  if (wrong !== undefined) return wrong;
  if (years > mostPeriods) return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  const rate = thousandths(ratioOf(cost), ratioOf(salvage), years) / 1000;
  let bookValue = cost;
  const found: number[] = [];
  for (let year = 1; year <= count; year += 1) {
    const charge = bookValue * rate * shareOf(year, years, month);
    found.push(charge);
    bookValue -= charge;
  }
  return ok(found);
}

function shareOf(year: number, years: number, month: number): number {
  if (year === 1) return month / 12;
  return year > years ? (12 - month) / 12 : 1;
}

function amountOf(cost: Ratio, rate: Ratio, years: number, month: number, yearBefore: number): Ratio {
  let [bookValue, charge] = [cost, whole(0)];
  for (let year = 1; year <= yearBefore + 1; year += 1) {
    const months = year === 1 ? month : year > years ? 12 - month : 12;
    const part = lowest(times(rate, ratio(BigInt(months), 12n)));
    charge = times(bookValue, part);
    // Multiplied and not subtracted, so that the denominator grows by a factor a year and not by its square.
    bookValue = times(bookValue, minus(whole(1), part));
  }
  return charge;
}

function wrongMonth(month: number): Result<never> | undefined {
  if (!Number.isFinite(month)) return fail({ code: "not-a-number", what: "month", given: month });
  if (!Number.isInteger(month)) return fail({ code: "not-whole", what: "month", given: month });
  return month < 1 || month > 12
    ? fail({ code: "out-of-range", what: "month", given: month, least: 1, most: 12 })
    : undefined;
}

/**
 * 1000 x (1 - (salvage / cost)^(1 / years)), rounded half up. A double says which whole number it is near; whether it is
 * above the half beside it is settled by comparing whole powers, for no double can.
 */
function thousandths(cost: Ratio, salvage: Ratio, years: number): number {
  if (cost.top === 0n || salvage.top === 0n) return cost.top === 0n ? 0 : 1000;
  const part = ratio(salvage.top * cost.bottom, salvage.bottom * cost.top);
  const estimate = 1000 * (1 - (Number(part.top) / Number(part.bottom)) ** (1 / years));
  const lower = Math.floor(estimate - 0.5 + 1e-6);
  const half = ratio(BigInt(2000 - 2 * lower - 1) ** BigInt(years), 2000n ** BigInt(years));
  const nearHalf = Math.abs(estimate - 0.5 - Math.round(estimate - 0.5)) < 1e-5;
  if (!nearHalf) return Math.round(estimate);
  return compared(part, half) <= 0 ? lower + 1 : lower;
}
