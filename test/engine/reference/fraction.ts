/** Slow, exact fractions for judging cents. They share no line with the engine on purpose. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    const common = bottom === 1n ? 1n : commonDivisor(top < 0n ? -top : top, bottom);
    this.top = top / common;
    this.bottom = bottom / common;
  }

  /** The shortest decimal of the number: 0.3 is three tenths. */
  static of(number: number): Fraction {
    const [digits = "", exponent = "0"] = number.toExponential().split("e");
    const places = digits.split(".")[1]?.length ?? 0;
    const top = BigInt(digits.replace(".", ""));
    const power = Number(exponent) - places;
    return power < 0 ? new Fraction(top, 10n ** BigInt(-power)) : new Fraction(top * 10n ** BigInt(power));
  }

  add(other: Fraction): Fraction {
    if (this.bottom === other.bottom) return new Fraction(this.top + other.top, this.bottom);
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
  }

  subtract(other: Fraction): Fraction {
    return this.add(new Fraction(-other.top, other.bottom));
  }

  multiply(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  divide(other: Fraction): Fraction {
    return other.top < 0n
      ? new Fraction(-this.top * other.bottom, this.bottom * -other.top)
      : new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  isBelow(other: Fraction): boolean {
    return this.top * other.bottom < other.top * this.bottom;
  }

  min(other: Fraction): Fraction {
    return this.isBelow(other) ? this : other;
  }

  max(other: Fraction): Fraction {
    return this.isBelow(other) ? other : this;
  }

  /** The nearest whole number, a half upwards. */
  rounded(): number {
    const shifted = this.add(new Fraction(1n, 2n));
    const whole = shifted.top / shifted.bottom;
    return Number(shifted.top < 0n && whole * shifted.bottom !== shifted.top ? whole - 1n : whole);
  }

  toNumber(): number {
    const scale = 10n ** 25n;
    return Number((this.top * scale) / this.bottom) / 1e25;
  }
}

export const zero = new Fraction(0n);
export const one = new Fraction(1n);

function commonDivisor(left: bigint, right: bigint): bigint {
  return right === 0n ? left : commonDivisor(right, left % right);
}
