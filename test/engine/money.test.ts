// Amounts at the door: read as Excel shows them, exact to the minor unit or refused.
import fc from "fast-check";
import { amountOf, amountText, cents, exactCents, roundedCents, wording, type Decimals } from "../../src/engine";
import { value } from "./random-assets";

const decimals = fc.constantFrom<Decimals>(0, 1, 2, 3, 4);
const minor = fc.oneof(
  fc.integer({ min: -999_999_999, max: 999_999_999 }),
  fc.integer({ min: -1e15 + 1, max: 1e15 - 1 }),
);

test.each([
  [1234.5, 2, 123450],
  [-1234.5, 2, -123450],
  [0.1 + 0.2, 2, 30],
  [1.1 * 1.1 * 100, 2, 12100],
  [4.35, 2, 435],
  [1.005, 3, 1005],
  [-0, 2, 0],
  [1e-7 * 1e7, 0, 1],
  [90071992547409, 2, 9007199254740900],
  [9007199254740991, 0, undefined],
  [10000000000000, 2, 1000000000000000],
])("%p with %i decimals is exactly %p minor units", (amount, places, expected) => {
  const read = exactCents(amount, places as Decimals, "cost");
  expect(read.ok ? read.value : undefined).toBe(expected);
});

test.each([
  [10.005, 2, "cost is 10.005, which has more than 2 decimals. Round it to the smallest unit of the currency."],
  [
    1 / 3,
    4,
    "cost is 0.3333333333333333, which has more than 4 decimals. Round it to the smallest unit of the currency.",
  ],
  [0.5, 0, "cost is 0.5, which has more than 0 decimals. Round it to the smallest unit of the currency."],
  [1e-9, 2, "cost is 1e-9, which has more than 2 decimals. Round it to the smallest unit of the currency."],
  [
    12345678901234.56,
    2,
    "cost is 12345678901234.56, which has more than the 15 digits that Excel keeps. Use a smaller amount.",
  ],
  [1e15, 2, "cost is 1000000000000000, but must not be more than 90071992547409.91."],
  [-1e300, 2, "cost is -1e+300, but must not be more than 90071992547409.91."],
  [NaN, 2, 'cost is "NaN", but must be a number.'],
])("%p with %i decimals is refused: %s", (amount, places, sentence) => {
  const read = exactCents(amount, places as Decimals, "cost");
  expect(read.ok ? read.value : wording(read.problem)).toBe(sentence);
});

test.each([
  [2.005, 2, 201],
  [-2.005, 2, -201],
  [1.00499999999999, 2, 100],
  [1.004999999999999, 2, 101],
  [0.1 * 100.05, 2, 1001],
  [0.5, 0, 1],
  [-0.5, 0, -1],
  [0.49, 0, 0],
])("%p with %i decimals rounds to %i, half away from zero", (amount, places, expected) => {
  expect(value(roundedCents(amount, places as Decimals, "salvage"))).toBe(expected);
});

test("every amount of at most 15 digits is read as it was written, and written as it was read", () => {
  fc.assert(
    fc.property(minor, decimals, (units, places) => {
      const amount = amountOf(cents(units), places);
      expect(value(exactCents(amount, places, "cost"))).toBe(units);
      expect(value(roundedCents(amount, places, "cost"))).toBe(units);
      expect(Number(amountText(cents(units), places))).toBe(amount);
      expect(amountText(cents(units), places)).toMatch(
        places === 0 ? /^-?\d+$/ : new RegExp(`^-?\\d+\\.\\d{${String(places)}}$`),
      );
    }),
  );
});

test.each([
  [-123450, 2, "-1234.50"],
  [5, 2, "0.05"],
  [-5, 4, "-0.0005"],
  [7, 0, "7"],
  [0, 3, "0.000"],
])("%i minor units with %i decimals are written %s", (units, places, text) => {
  expect(amountText(cents(units), places as Decimals)).toBe(text);
});

test.each([0.5, NaN, Infinity, 2 ** 53])("a count of %p minor units is a programmer's mistake", (count) => {
  expect(() => cents(count)).toThrow("no whole number of minor units");
});
