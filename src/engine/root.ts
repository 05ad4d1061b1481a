import { lowest, ratio, type Ratio } from "./ratio";

/**
 * A base from 0 to 1 to a power of 0 or more that need not be whole. Exact where the answer is a fraction; otherwise right
 * to 256 binary places, which no half minor unit comes near.
 */
export function root(base: Ratio, exponent: Ratio): Ratio {
  const { top: times, bottom: degree } = lowest(exponent);
  const { top, bottom } = lowest(base);
  const [numerator, denominator] = [wholeRoot(top ** times, degree), wholeRoot(bottom ** times, degree)];
  if (numerator.isExact && denominator.isExact) return ratio(numerator.root, denominator.root);
  const scaled = ((top ** times) << (places * degree)) / bottom ** times;
  return ratio(wholeRoot(scaled, degree).root, 1n << places);
}

const places = 256n;

/** The largest whole number whose power of that degree is not more, by Newton's method. */
function wholeRoot(value: bigint, degree: bigint): { readonly root: bigint; readonly isExact: boolean } {
  if (value < 2n || degree === 1n) return { root: value, isExact: true };
  let guess = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * guess + value / guess ** (degree - 1n)) / degree;
    if (next >= guess) return { root: guess, isExact: guess ** degree === value };
    guess = next;
  }
}
