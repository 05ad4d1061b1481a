// The error bound that decides cents rests on these: each operation is off by less than 2^-100.
import fc from "fast-check";
import { difference, nearest, product, sum, type DoubleDouble } from "../../src/engine/double-double";
import { Fraction } from "./reference/fraction";

const bound = new Fraction(1n, 2n ** 100n);
const number = fc.tuple(fc.maxSafeInteger(), fc.bigInt({ min: 1n, max: 10n ** 25n }), fc.boolean());
const drawn = number.map(([top, bottom, large]) => new Fraction(BigInt(top) * (large ? 10n ** 12n : 1n), bottom));

test.each([
  ["sum", sum, (left: Fraction, right: Fraction) => left.add(right)],
  ["difference", difference, (left: Fraction, right: Fraction) => left.subtract(right)],
  ["product", product, (left: Fraction, right: Fraction) => left.multiply(right)],
] as const)("a %s is off by less than 2^-100 of the largest number in it", (_name, operation, exactly) => {
  fc.assert(
    fc.property(drawn, drawn, (one, other) => {
      const [left, right] = [nearest(one), nearest(other)];
      const exact = exactly(exactOf(left), exactOf(right));
      const largest = [one, other, exact].map(magnitude).reduce((most, size) => most.max(size));
      const limit = (operation === product ? magnitude(exact) : largest).multiply(bound);
      return !limit.isBelow(magnitude(exactOf(operation(left, right)).subtract(exact)));
    }),
    { numRuns: 2_000 },
  );
});

test("the nearest to a fraction is off by less than 2^-100 of it", () => {
  fc.assert(
    fc.property(drawn, (fraction) => {
      const error = magnitude(exactOf(nearest(fraction)).subtract(fraction));
      return !magnitude(fraction).multiply(bound).isBelow(error);
    }),
    { numRuns: 2_000 },
  );
});

function exactOf({ high, low }: DoubleDouble): Fraction {
  return binary(high).add(binary(low));
}

// A double is a whole number times a power of two, so this loses nothing.
function binary(value: number): Fraction {
  let [scaled, bottom] = [value, 1n];
  while (!Number.isInteger(scaled)) [scaled, bottom] = [scaled * 2 ** 64, bottom * 2n ** 64n];
  return new Fraction(BigInt(scaled), bottom);
}

function magnitude({ top, bottom }: Fraction): Fraction {
  return new Fraction(top < 0n ? -top : top, bottom);
}
