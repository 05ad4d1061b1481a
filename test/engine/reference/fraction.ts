/** Slow, exact fractions for judging cents. They share no line with the engine on purpose. */
export class Fraction {
  readonly top: bigint;
  readonly bottom: bigint;

  constructor(top: bigint, bottom = 1n) {
    this.top = top;
    this.bottom = bottom;
  }

  /** The shortest decimal of the number: 0.3 is three tenths. */
  static of(number: number): Fraction {
    const [digits = "", exponent = "0"] = number.toExponential().split("e");
    const places = digits.split(".")[1]?.length ?? 0;
    const top = BigInt(digits.replace(".", ""));
    const power = Number(exponent) - places;
    return power < 0 ? new Fraction(top, 10n ** BigInt(-power)).lowest() : new Fraction(top * 10n ** BigInt(power));
  }

  static whole(number: number | bigint): Fraction {
    return new Fraction(BigInt(number));
  }

  // Where one denominator goes into the other, that one serves both; so sums of like parts stay short.
  add(other: Fraction): Fraction {
    if (this.bottom === other.bottom) return new Fraction(this.top + other.top, this.bottom);
    if (this.bottom % other.bottom === 0n) {
      return new Fraction(this.top + other.top * (this.bottom / other.bottom), this.bottom);
    }
    if (other.bottom % this.bottom === 0n) return other.add(this);
    return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom).lowest();
  }

  subtract(other: Fraction): Fraction {
    return this.add(new Fraction(-other.top, other.bottom));
  }

  multiply(other: Fraction): Fraction {
    return new Fraction(this.top * other.top, this.bottom * other.bottom);
  }

  divide(other: Fraction): Fraction {
    if (other.top === 0n) throw new Error("the reference divides by nothing");
    return other.top < 0n
      ? new Fraction(-this.top * other.bottom, this.bottom * -other.top)
      : new Fraction(this.top * other.bottom, this.bottom * other.top);
  }

  /** The same number without common factors. */
  lowest(): Fraction {
    let [a, b] = [this.top < 0n ? -this.top : this.top, this.bottom];
    while (b > 0n) [a, b] = [b, a % b];
    return new Fraction(this.top / a, this.bottom / a);
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

  /** Whether it lies exactly half-way between two whole numbers. */
  get isTie(): boolean {
    return (2n * this.top) % this.bottom === 0n && this.top % this.bottom !== 0n;
  }

  /** The nearest whole number, a half upwards. */
  rounded(): number {
    const [top, bottom] = [2n * this.top + this.bottom, 2n * this.bottom];
    const whole = top / bottom;
    return Number(top < 0n && whole * bottom !== top ? whole - 1n : whole);
  }

  toNumber(): number {
    const scale = 10n ** 25n;
    return Number((this.top * scale) / this.bottom) / 1e25;
  }
}

export const zero = new Fraction(0n);
export const one = new Fraction(1n);
export const twelve = new Fraction(12n);
