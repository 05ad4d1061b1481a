import type { ManyAssets, FillRow } from "./kernel";
import { isPlain } from "./kernel";

/**
 * How a life's weight goes over its periods: runs of periods that weigh the same. One object serves every row in turn,
 * so that a row allocates nothing.
 */
export class Weights {
  private readonly weights: number[] = [];
  private readonly counts: number[] = [];
  private runs = 0;
  /** What all periods weigh together. */
  total = 0;

  clear(): void {
    this.runs = 0;
    this.total = 0;
  }

  /** So many more periods of this weight, a whole number. */
  add(weight: number, count: number): void {
    if (count <= 0) return;
    this.total += weight * count;
    const { runs } = this;
    if (runs > 0 && this.weights[runs - 1] === weight) {
      this.counts[runs - 1] = (this.counts[runs - 1] ?? 0) + count;
      return;
    }
    this.weights[runs] = weight;
    this.counts[runs] = count;
    this.runs = runs + 1;
  }

  /** Periods of this length until so much is used up, the last one shorter, each unit of length weighing the same. */
  addEvenly(length: number, period: number, weightOfUnit: number): void {
    const whole = Math.floor(length / period);
    this.add(period * weightOfUnit, whole);
    this.add((length - whole * period) * weightOfUnit, length > whole * period ? 1 : 0);
  }

  /**
   * Spreads the amount over the periods by running totals rounded half up; false where the weights are too large for it.
   *
   * With amount = quotient * total + remainder, the running total at weight w is
   * quotient * w + floor((2 * remainder * w + total) / (2 * total)). The dividend stays below 2^51, so it is exact, and
   * half a unit more does not change the floor. That half keeps the quotient at least 1 / (4 * total) > 2^-26 away from
   * every whole number, while the product with the reciprocal is off by less than 2^-51 * total < 2^-27 of it: cutting
   * off the product gives the exact floor without a division or a branch.
   */
  spread(amount: number, charges: Float64Array, at: number, end: number): boolean {
    const { total } = this;
    if (!(total < 2 ** 24)) return false;
    const quotient = Math.floor(amount / total);
    const remainder = amount - quotient * total;
    const reciprocal = 1 / (2 * total);
    let dividend = total + 0.5;
    let before = 0;
    let next = at;
    for (let run = 0; run < this.runs && next < end; run += 1) {
      const weight = this.weights[run] ?? 0;
      const least = quotient * weight;
      const more = 2 * remainder * weight;
      const last = Math.min(end, next + (this.counts[run] ?? 0));
      for (; next < last; next += 1) {
        dividend += more;
        const now = (dividend * reciprocal) | 0;
        charges[next] = least + (now - before);
        before = now;
      }
    }
    if (next < end) charges.fill(0, next, end);
    return true;
  }
}

/** Weighs a life of so many months; false where it leaves the row to the schedule. */
export type Weigh = (weights: Weights, lifeMonths: number, row: number) => boolean;

/** The rows of a method by age: what there is to charge goes over the weights of the life. */
export function fillByWeight({ cost, salvage, lifeMonths }: ManyAssets, weigh: Weigh): FillRow {
  const weights = new Weights();
  return (row, charges, at, end) => {
    const [from, to, months] = [cost[row] ?? NaN, salvage[row] ?? NaN, lifeMonths[row] ?? NaN];
    if (!isPlain(from, to, months)) return false;
    weights.clear();
    return weigh(weights, months, row) && weights.spread(from - to, charges, at, end);
  };
}
