import { Fraction, one, zero } from "./fraction";

/** One calendar month of an asset's life. */
export interface MonthOfLife {
  /** How much of a month of life falls into it. */
  readonly life: Fraction;
  /** The fiscal year it lies in, counted from 0. */
  readonly fiscalYear: number;
}

/** What the reference needs to know of an asset in time; `inServiceMonth` is 1 to 12. */
export interface InTime {
  readonly lifeMonths: Fraction;
  readonly dated?: {
    readonly inServiceMonth: number;
    readonly inServiceDay: number;
    readonly yearEnd: number;
    readonly convention: string;
  };
}

/** The months of an asset, from the one in service to the last that has any life. */
export function monthsOfLife({ lifeMonths, dated }: InTime): readonly MonthOfLife[] {
  const found: MonthOfLife[] = [];
  let left = lifeMonths;
  const length = dated === undefined ? 12 : firstYearLength(dated);
  const inFirstYear = firstYearWeights(dated?.convention ?? "full-month", length, left, dated?.inServiceDay ?? 1);
  for (let month = 0; zero.isBelow(left); month += 1) {
    const life = (month < length ? (inFirstYear[month] ?? zero) : one).min(left);
    found.push({ life, fiscalYear: month < length ? 0 : 1 + Math.floor((month - length) / 12) });
    left = left.subtract(life);
  }
  return found;
}

/** How many months the first fiscal year has from the month in service. */
export function firstYearLength({
  inServiceMonth,
  yearEnd,
}: {
  readonly inServiceMonth: number;
  readonly yearEnd: number;
}): number {
  let length = 1;
  for (let month = inServiceMonth; month !== yearEnd; month = (month % 12) + 1) length += 1;
  return length;
}

function firstYearWeights(
  convention: string,
  length: number,
  life: Fraction,
  inServiceDay: number,
): readonly Fraction[] {
  const even = (months: Fraction): Fraction[] =>
    Array.from({ length }, () => months.min(life).divide(new Fraction(BigInt(length))));
  const after = (first: Fraction): Fraction[] => Array.from({ length }, (_, month) => (month === 0 ? first : one));
  const rules: Readonly<Record<string, () => Fraction[]>> = {
    "full-month": () => Array.from({ length }, () => one),
    "half-year": () => even(new Fraction(6n)),
    "full-year": () => even(new Fraction(12n)),
    "mid-quarter": () => even(new Fraction(BigInt(Math.ceil(length / 3) * 6 - 3), 2n)),
    "next-month": () => after(zero),
    "mid-month": () => after(new Fraction(1n, 2n)),
    "nearest-month": () => after(inServiceDay <= 15 ? one : zero),
  };
  const rule = rules[convention];
  if (rule === undefined) throw new Error(`the reference knows no convention ${convention}`);
  return rule();
}
