import { Fraction, one, twelve, zero } from "./fraction";
import { taxYears, type RecoveryTerms } from "./macrs";
import { firstYearLength, monthsOfLife, type InTime, type MonthOfLife } from "./months";

/** An asset for the reference: money in minor units. */
export interface Judged extends InTime {
  readonly method: string;
  readonly cost: bigint;
  readonly salvage: bigint;
  readonly rate?: Fraction;
  readonly amount?: bigint;
  readonly factor?: Fraction;
  readonly switching?: boolean;
  /** How a declining life ends: stop, rest-last or switch. */
  readonly end?: string;
  /** Months of FDB's first year. */
  readonly firstMonths?: number;
  readonly units?: readonly Fraction[];
  readonly totalUnits?: Fraction;
  readonly charges?: readonly bigint[];
  readonly recovery?: RecoveryTerms;
}

/** What is gone, exactly, after each month of the calendar or, for methods of use and of given charges, after each row. */
export interface Totals {
  readonly per: "month" | "row";
  readonly totals: readonly Fraction[];
  /** The months of life; empty where rows are counted. */
  readonly months: readonly MonthOfLife[];
}

export function exactTotals(asset: Judged): Totals {
  const rule = rules[asset.method];
  if (rule === undefined) throw new Error(`the reference knows no method ${asset.method}`);
  return rule(asset);
}

const rules: Readonly<Record<string, (asset: Judged) => Totals>> = {
  NONE: (asset) => overMonths(asset, (months) => months.map(() => zero)),
  SL: (asset) => overMonths({ ...asset, lifeMonths: straightLife(asset) }, straight(asset)),
  SYD: (asset) => overMonths(asset, (months) => byAge(asset, months, (from, to) => digits(from, to, lifeOf(months)))),
  DB: (asset) =>
    overMonths(asset, (months) => byFiscalYear(asset, months, decliningRate(asset, lifeOf(months)), asset.switching)),
  RB: (asset) => {
    const months = asset.lifeMonths === undefined ? monthsUntilSpent(asset) : monthsOfLife(asset);
    return { per: "month", months, totals: byFiscalYear(asset, months, asset.rate ?? zero, false) };
  },
  FDB: (asset) => overMonths(...fixedDeclining(asset)),
  MACRS: (asset) => overMonths(...recovery(asset)),
  UOP: (asset) => ({ per: "row", totals: byUse(asset), months: [] }),
  MANUAL: ({ charges = [] }) => {
    let total = 0n;
    return { per: "row", totals: charges.map((charge) => Fraction.whole((total += charge))), months: [] };
  },
};

type ByMonth = (months: readonly MonthOfLife[]) => readonly Fraction[];

function overMonths(asset: Judged, totals: ByMonth): Totals {
  const months = monthsOfLife({ lifeMonths: zero, ...asset });
  return { per: "month", months, totals: totals(months) };
}

function lifeOf(months: readonly MonthOfLife[]): Fraction {
  return months.reduce((sum, { life }) => sum.add(life), zero).lowest();
}

// By life, by rate of cost less salvage, or by a fixed amount a year.
function straightLife({ lifeMonths, rate, amount, cost, salvage }: Judged): Fraction {
  if (lifeMonths !== undefined) return lifeMonths;
  if (amount !== undefined) return new Fraction(12n * (cost - salvage), amount).lowest();
  return twelve.divide(rate ?? one).lowest();
}

function straight(asset: Judged): ByMonth {
  return (months) => byAge(asset, months, (from, to) => to.subtract(from));
}

/** Shares the base out by what each stretch of life weighs. */
function byAge(
  { cost, salvage }: Judged,
  months: readonly MonthOfLife[],
  weigh: (from: Fraction, to: Fraction) => Fraction,
): readonly Fraction[] {
  if (months.length === 0) return [];
  const base = Fraction.whole(cost - salvage).divide(weigh(zero, lifeOf(months)).lowest());
  let [age, weight] = [zero, zero];
  return months.map(({ life }) => {
    const next = age.add(life);
    weight = weight.add(weigh(age, next));
    age = next;
    return base.multiply(weight);
  });
}

// The digits of 4.5 years are 4.5, 3.5, 2.5, 1.5 and 0.5; a part of a year of life takes that part of its digit.
function digits(from: Fraction, to: Fraction, life: Fraction): Fraction {
  let sum = zero;
  const yearsBefore = from.top / (from.bottom * 12n);
  for (let start = new Fraction(12n * yearsBefore); start.isBelow(to); start = start.add(twelve)) {
    const end = start.add(twelve).min(life);
    const overlap = to.min(end).subtract(from.max(start)).max(zero);
    sum = sum.add(life.subtract(start).multiply(overlap).divide(end.subtract(start)));
  }
  return sum.lowest();
}

export function decliningRate({ factor = new Fraction(2n), rate }: Judged, lifeMonths: Fraction): Fraction {
  if (rate !== undefined || lifeMonths.top === 0n) return rate ?? zero;
  return factor.multiply(twelve).divide(lifeMonths).min(one).lowest();
}

function byFiscalYear(
  asset: Judged,
  months: readonly MonthOfLife[],
  rate: Fraction,
  switching = false,
): readonly Fraction[] {
  const years = inFiscalYears(months);
  const totals: Fraction[] = [];
  const cost = Fraction.whole(asset.cost);
  let [book, remaining] = [cost, asset.lifeMonths ?? zero];
  for (const inYear of years) {
    const length = lifeOf(inYear);
    const after = bookAfter(asset, book, rate, length, switching || asset.end === "switch" ? remaining : undefined);
    let gone = zero;
    for (const { life } of inYear) {
      gone = gone.add(life);
      const charged = length.top === 0n ? zero : book.subtract(after).multiply(gone.divide(length));
      totals.push(cost.subtract(book).add(charged));
    }
    book = after;
    remaining = remaining.subtract(length);
  }
  const takesRest = asset.end === "rest-last" && totals.length > 0;
  return takesRest ? [...totals.slice(0, -1), cost.subtract(Fraction.whole(asset.salvage))] : totals;
}

// Written as the book value that a year leaves, which stays short: it is multiplied, never added to.
function bookAfter(
  { salvage }: Judged,
  book: Fraction,
  rate: Fraction,
  length: Fraction,
  remaining: Fraction | undefined,
): Fraction {
  const keep = one.subtract(rate.multiply(length).divide(twelve)).lowest();
  const least = Fraction.whole(salvage);
  const declined = book.multiply(keep);
  if (remaining === undefined || length.top === 0n) return declined.max(least);
  const keepStraight = one.subtract(length.divide(remaining)).lowest();
  const straight = least.add(book.subtract(least).multiply(keepStraight));
  return declined.min(straight).max(least);
}

/** The months of each fiscal year. */
export function inFiscalYears(months: readonly MonthOfLife[]): readonly (readonly MonthOfLife[])[] {
  const years: MonthOfLife[][] = [];
  for (const month of months) (years[month.fiscalYear] ??= []).push(month);
  return years;
}

// Without a life, fiscal years are added until one begins with a rest of less than one unit, which is left.
function monthsUntilSpent(asset: Judged): readonly MonthOfLife[] {
  const first = firstYearLength(asset.dated);
  const most = 4_000;
  const all = inFiscalYears(monthsOfLife({ ...asset, lifeMonths: undefined } as unknown as InTime, first + 12 * most));
  const years: MonthOfLife[] = [];
  let book = Fraction.whole(asset.cost);
  for (const inYear of all) {
    if (book.isBelow(Fraction.whole(asset.salvage + 1n))) return years;
    years.push(...inYear);
    book = bookAfter(asset, book, asset.rate ?? zero, lifeOf(inYear), undefined);
  }
  throw new Error("the reference follows no open life for so long");
}

// Excel's DB: the rate to three decimals, the first year by its months, and what it lacks in one more year.
function fixedDeclining(asset: Judged): [Judged, ByMonth] {
  const { cost, firstMonths = 12, lifeMonths = zero } = asset;
  const years = Number(lifeMonths.top / (12n * lifeMonths.bottom));
  const rate = fixedRate(asset, years);
  const counts = [firstMonths, ...Array<number>(years - 1).fill(12), ...(firstMonths < 12 ? [12 - firstMonths] : [])];
  const books = counts.reduce<readonly Fraction[]>(
    (found, count) => {
      const book = found.at(-1) ?? zero;
      return [...found, book.multiply(one.subtract(rate.multiply(new Fraction(BigInt(count), 12n))))];
    },
    [Fraction.whole(cost)],
  );
  const ends = books.map((book) => Fraction.whole(cost).subtract(book));
  return [{ ...asset, lifeMonths: Fraction.whole(12 * counts.length) }, (months) => evenlyInYears(months, ends)];
}

// 1 - (salvage / cost)^(1 / years) in thousandths: the largest k whose half below it is not above the rate.
function fixedRate({ cost, salvage }: Judged, years: number): Fraction {
  if (cost === 0n) return zero;
  let [low, high] = [0, 1000];
  // rate >= (k - 1/2) / 1000 exactly where (2000 - 2k + 1)^years * cost >= 2000^years * salvage.
  const reaches = (k: number): boolean =>
    BigInt(2001 - 2 * k) ** BigInt(years) * cost >= 2000n ** BigInt(years) * salvage;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (reaches(middle)) low = middle;
    else high = middle - 1;
  }
  return new Fraction(BigInt(low), 1000n);
}

// What is gone at the end of each fiscal year is known; inside a year it goes evenly over its months of life.
function evenlyInYears(months: readonly MonthOfLife[], ends: readonly Fraction[]): readonly Fraction[] {
  return inFiscalYears(months).flatMap((inYear, year) => {
    const [from = zero, to = from] = [ends[year], ends[year + 1]];
    const length = lifeOf(inYear);
    let gone = zero;
    return inYear.map(({ life }) => {
      gone = gone.add(life);
      return length.top === 0n ? from : from.add(to.subtract(from).multiply(gone.divide(length)));
    });
  });
}

function recovery(asset: Judged): [Judged, ByMonth] {
  const { cost, dated, recovery: terms } = asset;
  if (terms === undefined) throw new Error("MACRS needs a class");
  const convention = dated?.convention ?? "half-year";
  const years = taxYears(cost, terms, { convention, monthsToYearEnd: firstYearLength(dated) });
  const ends = years.reduce<readonly Fraction[]>(
    (found, amount) => [...found, (found.at(-1) ?? zero).add(Fraction.whole(amount))],
    [zero],
  );
  const life = dated === undefined ? 12 * years.length : Math.round(12 * terms.years);
  return [{ ...asset, lifeMonths: Fraction.whole(life) }, (months) => evenlyInYears(months, ends)];
}

function byUse({ cost, salvage, units = [], totalUnits = one }: Judged): readonly Fraction[] {
  const base = Fraction.whole(cost - salvage);
  let used = zero;
  return units.map((now) => {
    used = used.add(now);
    return base.multiply(used.divide(totalUnits).min(one));
  });
}
