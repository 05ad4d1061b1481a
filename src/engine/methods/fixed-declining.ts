import { fail, ok, type Result } from "../result";
import { compared, minus, ratio, ratioOf, times, whole, type Ratio } from "../ratio";
import type { YearTermsChecked } from "../year-terms";
import type { Method } from "./method";

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
  lifeMonths: ({ life, month = 12, dated }) => {
    if (dated !== undefined) return fail({ code: "without-start-only", what: "FDB", instead: "DB or RB" });
    if (life === undefined) return fail({ code: "missing", what: "life" });
    const months = life.top / life.bottom;
    if (life.bottom !== 1n || months % 12n !== 0n) {
      return fail({
        code: "not-whole-years",
        what: "life",
        given: Number(life.top) / Number(life.bottom) / 12,
        instead: "",
      });
    }
    return ok(whole(Number(months) + (month < 12 ? 12 : 0)));
  },
  rule: ({ cost, salvage, life, month = 12 }) => {
    const years = life === undefined ? 0 : Number(life.top / life.bottom / 12n);
    const wrong = wrongMonth(month);
    if (wrong !== undefined) return wrong;
    const rate = ratio(BigInt(thousandths(whole(cost), whole(salvage), years)), 1000n);
    return ok({ by: "year-amounts", amountOfYear: (year) => amountOf(whole(cost), rate, years, month, year) });
  },
};

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
    charge = times(times(bookValue, rate), ratio(BigInt(months), 12n));
    bookValue = minus(bookValue, charge);
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
