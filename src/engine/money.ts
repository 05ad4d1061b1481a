import { assert } from "./assert";
import { fail, ok, type Result } from "./result";

declare const brand: unique symbol;

/** Whole minor units of a currency (cents, where it has two decimals); |x| <= 2^53 - 1. Only this file makes them. */
export type Cents = number & { readonly [brand]: "cents" };

/** How many decimals the currency has: 2 for most, 0 for JPY, 3 for KWD. */
export type Decimals = 0 | 1 | 2 | 3 | 4;

/** A count of minor units that the program itself worked out. Anything but a whole safe number is a programmer's mistake. */
export function cents(whole: number): Cents {
  // The sentence is made only where it is wanted: every amount comes through here.
  if (!Number.isSafeInteger(whole)) assert(false, `${whole} is no whole number of minor units`);
  return (whole === 0 ? 0 : whole) as Cents;
}

/**
 * An amount that is to be posted, in currency units, as whole minor units. It is read as Excel shows it, to 15
 * significant digits. Problems: not-a-number, too-many-digits, too-many-decimals, too-large.
 */
export function exactCents(amount: number, decimals: Decimals, what: string): Result<Cents> {
  if (!Number.isFinite(amount)) return fail({ code: "not-a-number", what, given: amount });
  const plain = plainUnits(amount, decimals);
  if (plain !== undefined) return ok(plain);
  if (Math.abs(amount) > beyond) return inRange(BigInt(amount), amount, decimals, what);
  const shown = decimalOf(Number(amount.toPrecision(shownDigits)));
  if (hasHiddenDigits(amount, decimals)) return fail({ code: "too-many-digits", what, given: amount });
  if (-shown.power > decimals) return fail({ code: "too-many-decimals", what, given: amount, decimals });
  return inRange(minorUnits(shown, decimals), amount, decimals, what);
}

/**
 * An amount that a formula may have given (a salvage of 10 % of the cost), in currency units, rounded to whole minor
 * units, half away from zero. Problems: not-a-number, too-large.
 */
export function roundedCents(amount: number, decimals: Decimals, what: string): Result<Cents> {
  if (!Number.isFinite(amount)) return fail({ code: "not-a-number", what, given: amount });
  const plain = plainUnits(amount, decimals);
  if (plain !== undefined) return ok(plain);
  if (Math.abs(amount) > beyond) return inRange(BigInt(amount), amount, decimals, what);
  const shown = decimalOf(Number(amount.toPrecision(shownDigits)));
  return inRange(minorUnits(shown, decimals), amount, decimals, what);
}

/** The amount in currency units, as the double nearest to it. */
export function amountOf(amount: Cents, decimals: Decimals): number {
  return amount / 10 ** decimals;
}

/** The amount in currency units as plain text with all its decimals: "-1234.50". */
export function amountText(amount: Cents, decimals: Decimals): string {
  const digits = String(Math.abs(amount)).padStart(decimals + 1, "0");
  const sign = amount < 0 ? "-" : "";
  if (decimals === 0) return sign + digits;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

const shownDigits = 15;

// Whole and far too large, whatever its digits: the largest doubles have no 15 digits that are one.
const beyond = 1e300;

// Most amounts are the double nearest to a number of minor units of at most 15 digits. Such a number is the one that 15
// digits show, so nothing needs to be read or rounded.
function plainUnits(amount: number, decimals: Decimals): Cents | undefined {
  const scale = 10 ** decimals;
  const units = Math.round(amount * scale);
  return Math.abs(units) < 1e15 && units / scale === amount ? cents(units) : undefined;
}

/** An exact decimal: digits * 10^power, without trailing zeros behind the point. */
interface Decimal {
  readonly digits: bigint;
  readonly power: number;
}

function decimalOf(number: number): Decimal {
  const [mantissa = "0", exponent = "0"] = number.toExponential().split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), power: Number(exponent) - fraction.length };
}

// A sum such as 0.1 + 0.2 carries noise far below a minor unit, which reading 15 digits removes. Where 15 digits do not
// reach down to the minor unit, the digits beyond them are money.
function hasHiddenDigits(amount: number, decimals: Decimals): boolean {
  const exact = decimalOf(amount);
  const digitsBeforePoint = String(exact.digits < 0n ? -exact.digits : exact.digits).length + exact.power;
  return digitsBeforePoint + decimals > shownDigits && Number(amount.toPrecision(shownDigits)) !== amount;
}

function minorUnits(amount: Decimal, decimals: Decimals): bigint {
  const power = amount.power + decimals;
  if (power >= 0) return amount.digits * 10n ** BigInt(power);
  const divisor = 10n ** BigInt(-power);
  const magnitude = amount.digits < 0n ? -amount.digits : amount.digits;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return amount.digits < 0n ? -rounded : rounded;
}

function inRange(units: bigint, given: number, decimals: Decimals, what: string): Result<Cents> {
  const most = Number.MAX_SAFE_INTEGER;
  if (units > BigInt(most) || units < BigInt(-most)) {
    return fail({ code: "too-large", what, given, most: amountText(cents(most), decimals) });
  }
  return ok(cents(Number(units)));
}
