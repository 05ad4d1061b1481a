/** An asset's charges by the month, and the rows that they make. */
import {
  addMonths,
  cents,
  chargePeriods,
  firstDay,
  lastDay,
  monthOf,
  type AssetBook,
  type Cents,
  type Day,
  type Frequency,
  type Month,
} from "../engine";
import type { CoveredRange } from "./covered-range";

/** The charge of each month that has one. */
export type MonthlyCharges = ReadonlyMap<Month, Cents>;

export function monthlyCharges({ rows }: AssetBook): MonthlyCharges {
  const charges = new Map<Month, Cents>();
  for (const { lastDay: day, charge } of rows) if (day !== undefined) charges.set(monthOf(day), charge);
  return charges;
}

export function chargeWithin(charges: MonthlyCharges, { first, last }: CoveredRange): Cents {
  let sum = 0;
  for (let month = monthOf(first); month <= monthOf(last); month = addMonths(month, 1)) sum += charges.get(month) ?? 0;
  return cents(sum);
}

/** Months that follow each other and make one row. */
export interface Stretch extends CoveredRange {
  readonly charge: Cents;
  readonly account: string;
}

export interface StretchTerms {
  readonly charges: MonthlyCharges;
  readonly frequency: Frequency;
  readonly yearEnd: number;
  /** The months that are wanted; a row never reaches over their first. */
  readonly from: Month;
  readonly to: Month;
  /** What is charged already: no row covers any of it. */
  readonly taken: readonly CoveredRange[];
  readonly accountAt: (day: Day) => string;
}

/**
 * One stretch for each period of the fiscal calendar, cut where a month is taken already, where the account changes, and
 * at the first wanted month; those before it are there too, for what is charged to date counts them.
 */
export function stretchesOf(terms: StretchTerms): readonly Stretch[] {
  const { charges, frequency, yearEnd, to } = terms;
  const months = [...charges.keys()];
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined || first > to) return [];
  // The last charge falls due at the end of its period, as those before it do.
  const end = addMonths(last, frequency.months - 1);
  const periods = chargePeriods(firstDay(first), lastDay(end < to ? end : to), frequency, yearEnd);
  if (!periods.ok) return [];
  return periods.value.flatMap((period) => cut(period, terms)).filter(({ charge }) => charge !== 0);
}

function cut(period: { readonly firstDay: Day; readonly lastDay: Day }, terms: StretchTerms): readonly Stretch[] {
  const { charges, from, taken, accountAt } = terms;
  const stretches: Stretch[] = [];
  let isOpen = false;
  for (let month = monthOf(period.firstDay); month <= monthOf(period.lastDay); month = addMonths(month, 1)) {
    const [first, last] = [firstDay(month), lastDay(month)];
    const isTaken = taken.some((range) => range.first <= last && first <= range.last);
    const [before, account, charge] = [stretches.at(-1), accountAt(last), charges.get(month) ?? cents(0)];
    const goesOn = isOpen && month !== from && before?.account === account;
    if (!isTaken && goesOn) {
      stretches[stretches.length - 1] = { ...before, last, charge: cents(before.charge + charge) };
    } else if (!isTaken) stretches.push({ first, last, charge, account });
    isOpen = !isTaken;
  }
  return stretches;
}
