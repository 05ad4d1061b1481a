import { assert } from "./assert";

/** An exact fraction; the denominator is positive. Only `lowest` takes out common factors, for they cost time. */
export interface Ratio {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function ratio(top: bigint, bottom = 1n): Ratio {
  assert(bottom > 0n, "a ratio has a positive denominator");
  return { top, bottom };
}

export function whole(number: number): Ratio {
  return ratio(BigInt(number));
}

export function lowest(value: Ratio): Ratio {
  const { top, bottom } = value;
  if (bottom === 1n) return value;
  const common = greatestCommonDivisor(top < 0n ? -top : top, bottom);
  return ratio(top / common, bottom / common);
}

/** The number as its shortest decimal: 0.3 is three tenths, not the double nearest to it. */
export function ratioOf(number: number): Ratio {
  assert(Number.isFinite(number), "only a finite number is a ratio");
  const [digits = "0", exponent = "0"] = String(number).split("e");
  const [whole = "0", fraction = ""] = digits.split(".");
  const power = Number(exponent) - fraction.length;
  const top = BigInt(whole + fraction);
  return power >= 0 ? ratio(top * 10n ** BigInt(power)) : lowest(ratio(top, 10n ** BigInt(-power)));
}

export function times(left: Ratio, right: Ratio): Ratio {
  return ratio(left.top * right.top, left.bottom * right.bottom);
}

export function dividedBy(left: Ratio, right: Ratio): Ratio {
  assert(right.top > 0n, "we divide by positive ratios only");
  return ratio(left.top * right.bottom, left.bottom * right.top);
}

export function power(base: Ratio, exponent: number): Ratio {
  return ratio(base.top ** BigInt(exponent), base.bottom ** BigInt(exponent));
}

export function plus(left: Ratio, right: Ratio): Ratio {
  return ratio(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
}

export function minus(left: Ratio, right: Ratio): Ratio {
  return ratio(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom);
}

/** Negative, 0 or positive, as left is less than, equal to or more than right. */
export function compared(left: Ratio, right: Ratio): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export function smaller(left: Ratio, right: Ratio): Ratio {
  return compared(left, right) <= 0 ? left : right;
}

export function larger(left: Ratio, right: Ratio): Ratio {
  return compared(left, right) >= 0 ? left : right;
}

/** The nearest whole number, a half upwards; for ratios of 0 or more. */
export function halfUp(value: Ratio): bigint {
  assert(value.top >= 0n, "running totals are never negative");
  return (2n * value.top + value.bottom) / (2n * value.bottom);
}

/** The nearest whole number, a half away from zero, as a safe number. */
export function nearestWhole({ top, bottom }: Ratio): number {
  const magnitude = top < 0n ? -top : top;
  const nearest = Number((2n * magnitude + bottom) / (2n * bottom));
  return top < 0n && nearest !== 0 ? -nearest : nearest;
}

/** The smallest whole number that is not less; for ratios of 0 or more. */
export function ceiling(value: Ratio): bigint {
  return (value.top + value.bottom - 1n) / value.bottom;
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
