import { isBelow, reaches, type YearOfDecline } from "./exactly";
import { isPlain, type FillRow, type Kernel, type ManyAssets } from "./kernel";
import { paceFinder, type Pace } from "./pace";

/** A year of life takes its part of the book value at its start, evenly over its months; the cap is tested once a year. */
export const decliningBalanceOfMany: Kernel = { undated: fillDeclining };

// Up to 11 billion currency units and a thousand years no estimate is off by half a unit, and nearly all decide.
const mostCost = 2 ** 40;
const mostMonths = 12_000;

// Doubles of this size are whole, so that adding it rounds to the nearest: half the time that Math.floor takes. It breaks
// ties to even, but ties are decided exactly.
const roundsToWhole = 2 ** 52;

function fillDeclining({ cost, salvage, lifeMonths, factor, frequency, method }: ManyAssets): FillRow {
  const paceOf = paceFinder();
  return (row, charges, at, end) => {
    const [from, to, months] = [cost[row] ?? NaN, salvage[row] ?? NaN, lifeMonths[row] ?? NaN];
    if (!isPlain(from, to, months) || from > mostCost || months > mostMonths) return false;
    const pace = paceOf(factor === undefined ? (method.factor ?? NaN) : (factor[row] ?? NaN), months);
    if (pace === undefined || from * 24 * pace.bottom > Number.MAX_SAFE_INTEGER) return false;
    const next = decline(pace, { cost: from, salvage: to, months, period: frequency.months }, charges, at, end);
    if (next < end) charges.fill(0, next, end);
    return true;
  };
}

interface Decline {
  readonly cost: number;
  readonly salvage: number;
  readonly months: number;
  /** Months. */
  readonly period: number;
}

/**
 * Every running total is estimated in doubles, rounded where the estimate decides, and decided exactly, half up, where not.
 *
 * The bound, with u = 2^-53: the book value after y years is a product of y factors, each off by u, with as many
 * roundings, so off by less than 2.01 * y * u of itself; what a month charges and its multiple add 3 roundings, the
 * total 5 of the cost. So a total is off by less than (4 * y * book value + 16 * (cost + 1)) * u.
 */
function decline(pace: Pace, asset: Decline, charges: Float64Array, at: number, end: number): number {
  const { cost, salvage, months, period } = asset;
  let next = at;
  let before = 0;
  let bookValue = cost;
  let isCapped = false;
  for (let year = 0, left = months; left > 0 && next < end && !isCapped; year += 1, left -= 12) {
    const length = left < 12 ? left : 12;
    const error = (year * bookValue + 4 * (cost + 1)) * 2 ** -51;
    const beyond = bookValue * (1 - pace.ofMonth * length) - salvage;
    isCapped = salvage > 0 && (beyond < -error || (beyond <= error && isBelow({ pace, cost, salvage, year, length })));
    const aMonth = isCapped ? (bookValue - salvage) / length : bookValue * pace.ofMonth;
    const base = cost - bookValue;
    const most = 0.5 - error;
    const first = next;
    const start = before;
    const last = Math.min(end, next + Math.ceil(length / period));
    let isOpen = false;
    for (let gone = period; next < last; next += 1, gone += period) {
      if (gone > length) gone = length;
      const total = base + aMonth * gone;
      const now = total + roundsToWhole - roundsToWhole;
      if (Math.abs(total - now) >= most) isOpen = true;
      charges[next] = now - before;
      before = now;
    }
    // Outside the loop, which is a third faster without a call in it.
    if (isOpen) {
      const doubtful = { pace, cost, salvage, year, length, isCapped, base, aMonth, most, period, before: start };
      before = decideYear(doubtful, charges, first, last);
    }
    bookValue *= pace.keep;
  }
  return next;
}

/** A year with a running total that its estimate leaves open. */
interface DoubtfulYear extends YearOfDecline {
  readonly isCapped: boolean;
  readonly base: number;
  readonly aMonth: number;
  /** An estimate further than this from a whole number is decided exactly. */
  readonly most: number;
  readonly period: number;
  /** The running total at the year's start. */
  readonly before: number;
}

// Writes the year's charges once more and gives the running total at its end.
function decideYear(year: DoubtfulYear, charges: Float64Array, first: number, last: number): number {
  const { length, isCapped, base, aMonth, most, period } = year;
  let before = year.before;
  for (let next = first, months = period; next < last; next += 1, months += period) {
    const gone = Math.min(months, length);
    const total = base + aMonth * gone;
    const above = Math.round(total + 0.5);
    const isNear = Math.abs(total - Math.round(total)) < most;
    const now = isNear ? Math.round(total) : reaches(above, year, gone, isCapped) ? above : above - 1;
    charges[next] = now - before;
    before = now;
  }
  return before;
}
