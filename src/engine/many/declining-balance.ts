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
  const year: YearOfDecline = { pace, cost, salvage, year: 0, length: 0, isCapped: false };
  let [next, before, bookValue] = [at, 0, cost];
  for (let left = months; left > 0 && next < end && !year.isCapped; left -= 12) {
    const length = left < 12 ? left : 12;
    const error = (year.year * bookValue + 4 * (cost + 1)) * 2 ** -51;
    year.length = length;
    year.isCapped = salvage > 0 && isBelow(year, bookValue, error);
    const aMonth = year.isCapped ? (bookValue - salvage) / length : bookValue * pace.ofMonth;
    const base = cost - bookValue;
    const last = Math.min(end, next + Math.ceil(length / period));
    const most = 0.5 - error;
    for (let gone = period; next < last; next += 1, gone += period) {
      if (gone > length) gone = length;
      const total = base + aMonth * gone;
      let now = total + roundsToWhole - roundsToWhole;
      if (Math.abs(total - now) >= most) {
        now = Math.round(total + 0.5);
        if (!reaches(now, year, gone)) now -= 1;
      }
      charges[next] = now - before;
      before = now;
    }
    bookValue *= pace.keep;
    year.year += 1;
  }
  return next;
}
