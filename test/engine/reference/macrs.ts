/** What a tax year of the United States takes, from the rule of Publication 946 and the two columns that deviate from it. */
import { Fraction, one } from "./fraction";

export interface RecoveryTerms {
  readonly years: number;
  readonly system: string;
  readonly factor?: number;
}

export interface PlacedInService {
  /** half-year, mid-quarter or mid-month. */
  readonly convention: string;
  /** Months from the one placed in service to the end of the tax year. */
  readonly monthsToYearEnd: number;
}

/**
 * Whole minor units of each tax year: the percentage of the basis, rounded alone; the last takes the rest. Of a few units,
 * the rounded years may come to more than there is: no year takes more than is left, so that none is negative.
 */
export function taxYears(cost: bigint, terms: RecoveryTerms, placed: PlacedInService): readonly bigint[] {
  const { all, units } = percentages(terms, placed);
  let left = cost;
  return units.map((unit, year) => {
    const alone = BigInt(new Fraction(cost * unit, all).rounded());
    const amount = alone > left || year === units.length - 1 ? left : alone;
    left -= amount;
    return amount;
  });
}

function percentages(terms: RecoveryTerms, placed: PlacedInService): { all: bigint; units: readonly bigint[] } {
  const isFine = terms.years === 20 || placed.convention === "mid-month";
  const all = isFine ? 100_000n : 10_000n;
  const [factor, quarter] = [factorOf(terms), 5 - Math.ceil(placed.monthsToYearEnd / 3)];
  const column = `${terms.years} ${factor} ${placed.convention} ${quarter}`;
  if (terms.years === 39 && placed.convention === "mid-month") return { all, units: table7a(placed.monthsToYearEnd) };
  return { all, units: deviating[column] ?? byRule(terms.years, factor, firstPart(placed), all) };
}

// 200 % for classes to 10 years, 150 % to 20, straight line for real property and under the alternative system.
function factorOf({ years, system, factor }: RecoveryTerms): number {
  if (system === "ADS") return 1;
  return factor ?? (years <= 10 ? 2 : years <= 20 ? 1.5 : 1);
}

function firstPart({ convention, monthsToYearEnd }: PlacedInService): Fraction {
  if (convention === "half-year") return new Fraction(1n, 2n);
  if (convention === "mid-month") return new Fraction(BigInt(2 * monthsToYearEnd - 1), 24n);
  return new Fraction(BigInt(2 * Math.ceil(monthsToYearEnd / 3) - 1), 8n);
}

function byRule(years: number, factor: number, first: Fraction, all: bigint): readonly bigint[] {
  const rate = Fraction.of(factor).divide(Fraction.of(years));
  const units: bigint[] = [];
  let [left, life, part] = [all, Fraction.of(years), first];
  while (left > 0n) {
    const balance = Fraction.whole(left);
    const straight = life.isBelow(one) ? balance : balance.divide(life);
    const unit = BigInt(balance.multiply(rate).max(straight).multiply(part).min(balance).rounded());
    units.push(unit);
    [left, life, part] = [left - unit, life.subtract(part), one];
  }
  return units;
}

// 0.214 x (12.5 - month), then 2.564 flat, the last 0.214 x (month - 0.5); in thousandths of a percent.
function table7a(monthsToYearEnd: number): readonly bigint[] {
  const month = 13 - monthsToYearEnd;
  return [BigInt(107 * (25 - 2 * month)), ...Array<bigint>(38).fill(2_564n), BigInt(107 * (2 * month - 1))];
}

const hundredths = (text: string): readonly bigint[] =>
  text.split(" ").map((printed) => BigInt(printed.replace(".", "")));

// IRS, Publication 946, Appendix A: table A-3, 7 years, and table A-2, 20 years.
const deviating: Readonly<Record<string, readonly bigint[]>> = {
  "7 2 mid-quarter 2": hundredths("17.85 23.47 16.76 11.97 8.87 8.87 8.87 3.34"),
  "20 1.5 mid-quarter 1": hundredths(
    "6.563 7.000 6.482 5.996 5.546 5.130 4.746 4.459 4.459 4.459 4.459 4.460 4.459 4.460 4.459 4.460 4.459 4.460 4.459 4.460 0.565",
  ),
};
