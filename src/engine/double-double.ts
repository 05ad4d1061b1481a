import type { Ratio } from "./ratio";

/**
 * A number as the sum of two doubles, the second far below the first: 106 bits instead of 53 (T. J. Dekker, "A
 * floating-point technique for extending the available precision", 1971). Each operation here is off by less than
 * 2^-100 of its result, or of the larger operand where two of them are added.
 */
export interface DoubleDouble {
  readonly high: number;
  readonly low: number;
}

export function doubleDouble(number: number): DoubleDouble {
  return { high: number, low: 0 };
}

/** The ratio to 2^-105 of itself. */
export function nearest(value: Ratio): DoubleDouble {
  if (value.top === 0n) return doubleDouble(0);
  const magnitude = value.top < 0n ? -value.top : value.top;
  const shift = bits + bitLength(value.bottom) - bitLength(magnitude);
  const scaled =
    shift >= 0 ? (value.top << BigInt(shift)) / value.bottom : value.top / (value.bottom << BigInt(-shift));
  const high = Number(scaled);
  const low = Number(scaled - BigInt(high));
  const scale = 2 ** -shift;
  return { high: high * scale, low: low * scale };
}

export function sum(left: DoubleDouble, right: DoubleDouble): DoubleDouble {
  const high = left.high + right.high;
  const part = high - left.high;
  const lost = left.high - (high - part) + (right.high - part);
  return renormalised(high, lost + left.low + right.low);
}

export function difference(left: DoubleDouble, right: DoubleDouble): DoubleDouble {
  return sum(left, { high: -right.high, low: -right.low });
}

export function product(left: DoubleDouble, right: DoubleDouble): DoubleDouble {
  const high = left.high * right.high;
  const [a, b] = halves(left.high);
  const [c, d] = halves(right.high);
  const lost = a * c - high + a * d + b * c + b * d;
  return renormalised(high, lost + (left.high * right.low + left.low * right.high));
}

const bits = 120;
const splitter = 2 ** 27 + 1;

function halves(number: number): readonly [number, number] {
  const spread = splitter * number;
  const upper = spread - (spread - number);
  return [upper, number - upper];
}

function renormalised(high: number, low: number): DoubleDouble {
  const total = high + low;
  return { high: total, low: low - (total - high) };
}

function bitLength(value: bigint): number {
  const digits = value.toString(16);
  return digits.length * 4;
}
