import type { Asset, Dated, MacrsSystem } from "../../asset";
import { halfYear } from "../../conventions/half-year";
import { midMonth } from "../../conventions/mid-month";
import { midQuarter } from "../../conventions/mid-quarter";
import type { Convention } from "../../conventions";
import { cents, type Cents } from "../../money";
import type { Problem } from "../../problem";
import { nearestWhole, ratio, whole } from "../../ratio";
import { fail, ok, type Result } from "../../result";
import { monthsToYearEnd } from "../../time-line";
import type { Method } from "../method";
import { percentages, type Percentages, type Placed } from "./percentages";

/** The classes of Publication 946, in years, and how each declines: 200 %, 150 % or not at all. */
const classes: readonly { readonly years: number; readonly factor: number }[] = [
  { years: 3, factor: 2 },
  { years: 5, factor: 2 },
  { years: 7, factor: 2 },
  { years: 10, factor: 2 },
  { years: 15, factor: 1.5 },
  { years: 20, factor: 1.5 },
  { years: 27.5, factor: 1 },
  { years: 39, factor: 1 },
  { years: 40, factor: 1 },
];

/** What a tax depreciation of the United States needs to know. */
export interface MacrsTerms {
  /** The basis in minor units; there is no salvage. */
  readonly cost: number;
  /** The recovery class or, under ADS, the recovery period, in years. */
  readonly years: number;
  readonly system: MacrsSystem;
  /** 2, 1.5 or 1 where another than the class's own is elected. */
  readonly factor?: number;
  /** Left out: mid-month for real property (27.5 years and longer), else half-year. */
  readonly convention?: Convention;
  /** Months from the one placed in service to the end of its tax year, 1 to 12; the half-year convention needs none. */
  readonly monthsToYearEnd?: number;
}

/**
 * The amount of each tax year in whole minor units: the printed percentage of the unadjusted basis, each year rounded
 * alone, and the last takes the rest (IRS, Publication 946, Appendix A). Problems: missing, unknown-word, out-of-range.
 */
export function macrsAmounts(terms: MacrsTerms): Result<readonly Cents[]> {
  const wrong = wrongBasis(terms);
  if (wrong !== undefined) return fail(wrong);
  const found = percentagesOf(terms);
  if (!found.ok) return found;
  const { unitsOfAll, units } = found.value;
  let left = terms.cost;
  return ok(
    units.map((part, year) => {
      const isLast = year === units.length - 1;
      const alone = nearestWhole(ratio(BigInt(terms.cost) * BigInt(part), BigInt(unitsOfAll)));
      // Of a few minor units, the rounded years may come to more than there is; none takes more than is left.
      const amount = isLast ? left : Math.min(left, alone);
      left -= amount;
      return cents(amount);
    }),
  );
}

/** The tax depreciation of the United States: percentages of cost by class, whatever the salvage. */
export const macrs: Method = {
  word: "MACRS",
  aliases: [],
  label: "MACRS, Publication 946",
  sentence:
    "A tax year takes the part of the cost that Publication 946 prints, whatever the salvage; the last takes the rest.",
  extraOf: ({ lifeYears, system = "GDS" }) =>
    lifeYears === undefined ? fail(missing) : ok({ kind: "class", years: lifeYears, system }),
  usesUp: () => true,
  keepsToSalvage: false,
  chargesByYear: () => fail(missing),
  chargeOfYear: () => fail(missing),
  conventionOf: (extra) => (extra?.kind === "class" ? usualConvention(extra.years) : halfYear),
  lifeMonths: (asset) => {
    if (asset.extra?.kind !== "class") return fail(missing);
    const amounts = macrsAmounts(termsOf(asset, asset.extra));
    if (!amounts.ok) return amounts;
    return ok(whole(asset.dated === undefined ? 12 * amounts.value.length : Math.round(asset.extra.years * 12)));
  },
  rule: (asset) => {
    if (asset.extra?.kind !== "class") return fail(missing);
    const amounts = macrsAmounts(termsOf(asset, asset.extra));
    if (!amounts.ok) return amounts;
    return ok({ by: "year-amounts", amountOfYear: (year) => whole(amounts.value[year] ?? 0) });
  },
};

const missing: Problem = { code: "missing", what: "life" };

function wrongBasis({ cost, monthsToYearEnd = 12 }: MacrsTerms): Problem | undefined {
  if (!Number.isFinite(cost)) return { code: "not-a-number", what: "cost", given: cost };
  if (cost < 0) return { code: "negative", what: "cost", given: cost };
  if (cost > Number.MAX_SAFE_INTEGER) {
    return { code: "too-large", what: "cost", given: cost, most: String(Number.MAX_SAFE_INTEGER) };
  }
  if (!Number.isInteger(cost)) return { code: "not-whole", what: "cost", given: cost };
  const isMonth = Number.isInteger(monthsToYearEnd) && monthsToYearEnd >= 1 && monthsToYearEnd <= 12;
  const what = "months to the year's end";
  return isMonth ? undefined : { code: "out-of-range", what, given: monthsToYearEnd, least: 1, most: 12 };
}

function termsOf(asset: Asset, { years, system }: Extract<Asset["extra"], { kind: "class" }>): MacrsTerms {
  const { cost, factor, dated } = asset;
  const inTime = dated === undefined ? {} : { convention: dated.convention, monthsToYearEnd: monthsLeft(dated) };
  return { cost, years, system, ...(factor === undefined ? {} : { factor }), ...inTime };
}

function monthsLeft({ inService, yearEnd }: Dated): number {
  return monthsToYearEnd(inService, yearEnd);
}

function usualConvention(years: number): Convention {
  return years >= 27.5 ? midMonth : halfYear;
}

function percentagesOf(terms: MacrsTerms): Result<Percentages> {
  const { years, system } = terms;
  const known = classes.find((one) => one.years === years);
  if (!Number.isFinite(years)) return fail({ code: "not-a-number", what: "class", given: years });
  if (system === "GDS" && known === undefined) {
    const words = classes.map((one) => String(one.years));
    return fail({ code: "unknown-word", what: "class", given: String(years), known: words });
  }
  if (years < 1 || years > 100) return fail({ code: "out-of-range", what: "class", given: years, least: 1, most: 100 });
  const placed = placedIn(terms);
  if (!placed.ok) return placed;
  const factor = system === "ADS" ? 1 : (terms.factor ?? known?.factor ?? 1);
  if (!(factor >= 1 && factor <= 2))
    return fail({ code: "out-of-range", what: "factor", given: factor, least: 1, most: 2 });
  return ok(percentages({ years, factor }, placed.value));
}

function placedIn({ years, convention = usualConvention(years), monthsToYearEnd: left }: MacrsTerms): Result<Placed> {
  if (convention === halfYear) return ok({ convention: "half-year" });
  const known = [halfYear, midQuarter, midMonth];
  if (!known.includes(convention)) {
    return fail({
      code: "unknown-word",
      what: "MACRS convention",
      given: convention.word,
      known: known.map(({ word }) => word),
    });
  }
  if (left === undefined) return fail({ code: "missing", what: "the date placed in service" });
  if (convention === midMonth) return ok({ convention: "mid-month", month: 13 - left });
  return ok({ convention: "mid-quarter", quarter: 5 - Math.ceil(left / 3) });
}
