import { Fraction, one, zero } from "./fraction";
import { monthsOfLife, type InTime, type MonthOfLife } from "./months";

/** An asset for the reference: money in minor units. */
export interface Judged extends InTime {
  readonly method: string;
  readonly cost: bigint;
  readonly salvage: bigint;
  readonly rate?: Fraction;
  readonly factor?: Fraction;
  readonly switching?: boolean;
}

/** The exact running total after each calendar month. */
export function exactTotals(asset: Judged): readonly Fraction[] {
  const rule = rules[asset.method];
  if (rule === undefined) throw new Error(`the reference knows no method ${asset.method}`);
  return rule(asset, monthsOfLife(asset));
}

const rules: Readonly<Record<string, (asset: Judged, months: readonly MonthOfLife[]) => readonly Fraction[]>> = {
  NONE: (_asset, months) => months.map(() => zero),
  SL: (asset, months) => byAge(asset, months, (from, to) => to.subtract(from)),
  SYD: (asset, months) => byAge(asset, months, (from, to) => digits(from, to, lifeOf(months))),
  DB: (asset, months) => byFiscalYear(asset, months, decliningRate(asset, lifeOf(months))),
  RB: (asset, months) => byFiscalYear({ ...asset, switching: false }, months, asset.rate ?? zero),
};

function lifeOf(months: readonly MonthOfLife[]): Fraction {
  return months.reduce((sum, { life }) => sum.add(life), zero);
}

/** Shares the base out by what each stretch of life weighs. */
function byAge(
  { cost, salvage }: Judged,
  months: readonly MonthOfLife[],
  weigh: (from: Fraction, to: Fraction) => Fraction,
): readonly Fraction[] {
  const whole = weigh(zero, lifeOf(months));
  let [age, total] = [zero, zero];
  return months.map(({ life }) => {
    const next = age.add(life);
    total = total.add(
      weigh(age, next)
        .divide(whole)
        .multiply(new Fraction(cost - salvage)),
    );
    age = next;
    return total;
  });
}

// The digits of 4.5 years are 4.5, 3.5, 2.5, 1.5 and 0.5; a part of a year of life takes that part of its digit.
function digits(from: Fraction, to: Fraction, life: Fraction): Fraction {
  const twelve = new Fraction(12n);
  let sum = zero;
  const yearsBefore = from.top / (from.bottom * 12n);
  for (let start = new Fraction(12n * yearsBefore); start.isBelow(to); start = start.add(twelve)) {
    const end = start.add(twelve).min(life);
    const overlap = to.min(end).subtract(from.max(start)).max(zero);
    sum = sum.add(life.subtract(start).multiply(overlap).divide(end.subtract(start)));
  }
  return sum;
}

function decliningRate({ factor = new Fraction(2n), rate }: Judged, lifeMonths: Fraction): Fraction {
  if (rate !== undefined) return rate;
  return factor.multiply(new Fraction(12n)).divide(lifeMonths).min(one);
}

function byFiscalYear(asset: Judged, months: readonly MonthOfLife[], rate: Fraction): readonly Fraction[] {
  const totals: Fraction[] = [];
  let [total, remaining] = [zero, lifeOf(months)];
  for (let year = 0; totals.length < months.length; year += 1) {
    const inYear = months.filter(({ fiscalYear }) => fiscalYear === year);
    const length = lifeOf(inYear);
    const charge = chargeOfYear(asset, new Fraction(asset.cost).subtract(total), rate, length, remaining);
    let gone = zero;
    for (const { life } of inYear) {
      gone = gone.add(life);
      totals.push(length.top === 0n ? total : total.add(charge.multiply(gone).divide(length)));
    }
    total = total.add(charge);
    remaining = remaining.subtract(length);
  }
  return totals;
}

function chargeOfYear(asset: Judged, book: Fraction, rate: Fraction, length: Fraction, remaining: Fraction): Fraction {
  const rest = book.subtract(new Fraction(asset.salvage));
  const declining = book.multiply(rate).multiply(length).divide(new Fraction(12n));
  const straight = asset.switching === true ? rest.multiply(length).divide(remaining) : zero;
  return declining.max(straight).min(rest);
}
