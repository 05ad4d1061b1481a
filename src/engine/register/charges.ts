import { addMonths, dayText, firstDay, lastDay, monthOf, type Day } from "../day";
import type { Frequency } from "../frequency";
import { cents, type Cents } from "../money";
import { fail, ok, type Result } from "../result";
import { notComputed, type KeptAsset, type NotComputed, type Register } from "./asset";
import type { History } from "./history";
import { inRange } from "./sums";

/** A column of charges. The first one may begin, and the last one end, inside a period of the fiscal calendar. */
export interface ChargePeriod {
  readonly firstDay: Day;
  readonly lastDay: Day;
}

export interface Charges {
  readonly periods: readonly ChargePeriod[];
  /** One an asset, in the order of the register. */
  readonly rows: readonly ChargesRow[];
  readonly total: ChargeAmounts;
  readonly notComputed: readonly NotComputed[];
}

export interface ChargesRow {
  readonly row: number;
  readonly id: string;
  /** As at the end, where it could be computed. */
  readonly assetClass: string;
  readonly amounts: Result<ChargeAmounts>;
}

/** Cost, closing figures and class are as at the end, the opening as at the start. */
export interface ChargeAmounts {
  readonly cost: Cents;
  /** Accumulated depreciation on the day before the first. */
  readonly opening: Cents;
  readonly charges: readonly Cents[];
  readonly total: Cents;
  readonly closing: Cents;
  readonly bookValue: Cents;
}

/** The periods of the fiscal calendar that hold the days from..to, cut off at these two days. Problem: reversed. */
export function chargePeriods(
  from: Day,
  to: Day,
  frequency: Frequency,
  yearEnd: number,
): Result<readonly ChargePeriod[]> {
  if (from > to) return fail({ code: "reversed", first: dayText(from), second: dayText(to) });
  const periods: ChargePeriod[] = [];
  for (let first = from; first <= to;) {
    const month = monthOf(first);
    const monthsLeft =
      frequency.months - 1 - ((((month - yearEnd) % frequency.months) + frequency.months) % frequency.months);
    const end = lastDay(addMonths(month, monthsLeft));
    periods.push({ firstDay: first, lastDay: end < to ? end : to });
    first = firstDay(addMonths(month, monthsLeft + 1));
  }
  return ok(periods);
}

/**
 * What each asset is charged in each of the periods, which follow each other; a charge counts on the last day of its
 * month. Problem: too-large.
 */
export function chargesOf(register: Register, periods: readonly ChargePeriod[]): Result<Charges> {
  const rows = register.assets.map((kept) => rowOf(kept, periods));
  const sums = emptySums(periods.length);
  for (const { amounts } of rows) if (amounts.ok) addTo(sums, amounts.value);
  const { cost, opening, charges: each, total, closing, bookValue } = sums;
  const wrong = inRange([cost, opening, ...each, total, closing, bookValue], register.decimals);
  if (wrong !== undefined) return fail(wrong);
  return ok({ periods, rows, total: inCents(sums), notComputed: notComputed(register) });
}

function rowOf(kept: KeptAsset, periods: readonly ChargePeriod[]): ChargesRow {
  const { row } = kept;
  const { id, assetClass } = kept.asset;
  const [first, last] = [periods[0], periods.at(-1)];
  const books = kept.books();
  if (!books.ok || first === undefined || last === undefined) {
    return { row, id, assetClass, amounts: books.ok ? ok(inCents(emptySums(0))) : books };
  }
  const { history } = books.value;
  const amounts = amountsOf(history, periods, first.firstDay, last.lastDay);
  return { row, id, assetClass: history.classAt(last.lastDay), amounts: ok(amounts) };
}

function amountsOf(history: History, periods: readonly ChargePeriod[], from: Day, to: Day): ChargeAmounts {
  const opening = history.balancesAt((from - 1) as Day).accumulated;
  const each = history.isPlain ? differences(history, periods, opening) : sumsOfCharges(history, periods);
  const { cost, accumulated, impairment } = history.balancesAt(to);
  return {
    cost,
    opening,
    charges: each,
    total: cents(each.reduce((sum, charge) => sum + charge, 0)),
    closing: accumulated,
    bookValue: cents(cost - accumulated - impairment),
  };
}

function differences(history: History, periods: readonly ChargePeriod[], opening: Cents): readonly Cents[] {
  let before: number = opening;
  return periods.map(({ lastDay: day }) => {
    const { accumulated } = history.balancesAt(day);
    const charge = cents(accumulated - before);
    before = accumulated;
    return charge;
  });
}

function sumsOfCharges(history: History, periods: readonly ChargePeriod[]): readonly Cents[] {
  const sums = periods.map(() => 0);
  let at = 0;
  for (const { day, kind, accumulated } of history.changes()) {
    if (kind !== "depreciation" || day < (periods[0]?.firstDay ?? Infinity)) continue;
    while (day > (periods[at]?.lastDay ?? Infinity)) at += 1;
    if (at < sums.length) sums[at] = (sums[at] ?? 0) + accumulated;
  }
  return sums.map(cents);
}

/** Plain numbers, for a sum may be more than an amount can be. */
interface Sums {
  cost: number;
  opening: number;
  readonly charges: number[];
  total: number;
  closing: number;
  bookValue: number;
}

function emptySums(count: number): Sums {
  return { cost: 0, opening: 0, charges: Array<number>(count).fill(0), total: 0, closing: 0, bookValue: 0 };
}

function addTo(sums: Sums, amounts: ChargeAmounts): void {
  sums.cost += amounts.cost;
  sums.opening += amounts.opening;
  amounts.charges.forEach((charge, at) => (sums.charges[at] = (sums.charges[at] ?? 0) + charge));
  sums.total += amounts.total;
  sums.closing += amounts.closing;
  sums.bookValue += amounts.bookValue;
}

function inCents(sums: Sums): ChargeAmounts {
  return {
    cost: cents(sums.cost),
    opening: cents(sums.opening),
    charges: sums.charges.map(cents),
    total: cents(sums.total),
    closing: cents(sums.closing),
    bookValue: cents(sums.bookValue),
  };
}
