import { difference, doubleDouble, nearest, product, sum, type DoubleDouble } from "../double-double";
import { compared, dividedBy, minus, power, smaller, times, whole, type Ratio } from "../ratio";
import { signOf, type Estimate } from "./rounded-total";

/** The fiscal years after the one in which a course begins; ages in ticks, money in minor units. */
export interface FullYears {
  /** The tick at which the first of them begins. */
  readonly start: number;
  readonly ticksPerYear: number;
  /** The end of the life; left out where it is open. */
  readonly life?: Ratio;
  /** The book value when the first of them begins. */
  readonly bookValue: Ratio;
  readonly salvage: number;
  readonly rate: Ratio;
  readonly switchToStraightLine: boolean;
}

/** How the years go: some decline, then the rest may go evenly down to salvage. */
export interface Decay {
  /** The book value at the start of each declining year, and of the one after them. */
  readonly bookValues: readonly DoubleDouble[];
  readonly decliningYears: number;
  /** The stretch that takes the rest: the straight line to the life's end, or the one year that the salvage cuts off. */
  readonly evenly?: { readonly from: number; readonly to: Ratio };
  /** The tick at which the course ends. */
  readonly end: Ratio;
}

/** The decay, or undefined where it has not ended after so many years. */
export function decay(years: FullYears, most: number): Decay | undefined {
  const keep = nearest(minus(whole(1), years.rate));
  const bookValues = [nearest(years.bookValue)];
  for (let year = 0; year <= most; year += 1) {
    const from = years.start + year * years.ticksPerYear;
    const ended = { bookValues, decliningYears: year };
    if (isOver(years, year)) return { ...ended, end: years.life ?? whole(from) };
    const book = estimateOf(years, bookValues, year);
    if (isOpenAndSpent(years, book)) return { ...ended, end: whole(from) };
    const to = endOfYear(years, year);
    if (goesStraight(years, year, book))
      return { ...ended, evenly: { from, to: years.life ?? to }, end: years.life ?? to };
    if (isCapped(years, year, book)) return { ...ended, evenly: { from, to }, end: years.life ?? to };
    bookValues.push(product(book.value, keep));
  }
  return undefined;
}

/** The exact book value at the start of a declining year. Its length grows with the years, so it is the last resort. */
export function exactBookValue(years: FullYears, year: number): Ratio {
  return times(years.bookValue, power(minus(whole(1), years.rate), year));
}

/** How far double-double arithmetic may have gone astray after so many years, as a part of the numbers it worked on. */
export function drift(year: number): number {
  return (year + 16) * 2 ** -98;
}

function estimateOf(years: FullYears, bookValues: readonly DoubleDouble[], year: number): Estimate {
  const value = bookValues[year] ?? doubleDouble(0);
  return { value, error: value.high * drift(year), exact: () => exactBookValue(years, year) };
}

function isOver({ life, start, ticksPerYear }: FullYears, year: number): boolean {
  return life !== undefined && compared(life, whole(start + year * ticksPerYear)) <= 0;
}

function endOfYear({ life, start, ticksPerYear }: FullYears, year: number): Ratio {
  const end = whole(start + (year + 1) * ticksPerYear);
  return life === undefined ? end : smaller(life, end);
}

// Without a life the years end when less than one minor unit is left at the start of one; that rest is left.
function isOpenAndSpent({ life, salvage }: FullYears, book: Estimate): boolean {
  if (life !== undefined) return false;
  const limit = whole(salvage + 1);
  const value = difference(book.value, doubleDouble(salvage + 1));
  return signOf({ value, error: book.error, exact: () => minus(book.exact(), limit) }) < 0;
}

// The straight line over the remaining life takes more than the rate does when
// (book value - salvage) / remaining > book value * rate / year.
function goesStraight(years: FullYears, year: number, book: Estimate): boolean {
  const { life, ticksPerYear, salvage, rate, start } = years;
  if (!years.switchToStraightLine || life === undefined) return false;
  const remaining = minus(life, whole(start + year * ticksPerYear));
  const weight = times(rate, remaining);
  const rest = difference(book.value, doubleDouble(salvage));
  const straight = product(rest, doubleDouble(ticksPerYear));
  const declining = product(book.value, nearest(weight));
  const error = (book.value.high + salvage) * (ticksPerYear + nearest(weight).high) * drift(year);
  const exact = (): Ratio => {
    const exactBook = book.exact();
    const factor = minus(whole(ticksPerYear), weight);
    return minus(times(exactBook, factor), whole(salvage * ticksPerYear));
  };
  return signOf({ value: difference(straight, declining), error, exact }) > 0;
}

// A year that would take the book value below salvage is cut off there.
function isCapped(years: FullYears, year: number, book: Estimate): boolean {
  const { salvage, rate, ticksPerYear, start } = years;
  if (salvage === 0) return false;
  const length = minus(endOfYear(years, year), whole(start + year * ticksPerYear));
  const keep = minus(whole(1), dividedBy(times(rate, length), whole(ticksPerYear)));
  const left = product(book.value, nearest(keep));
  const value = sum(left, doubleDouble(-salvage));
  const error = (book.value.high + salvage) * drift(year);
  return signOf({ value, error, exact: () => minus(times(book.exact(), keep), whole(salvage)) }) < 0;
}
