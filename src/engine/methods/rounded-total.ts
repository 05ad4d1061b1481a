import { cents, type Cents } from "../money";
import type { DoubleDouble } from "../double-double";
import { halfUp, type Ratio } from "../ratio";

/** A number that is known approximately, to within `error`, and exactly when it must be. */
export interface Estimate {
  readonly value: DoubleDouble;
  readonly error: number;
  readonly exact: () => Ratio;
}

/** The whole number nearest to a running total, a half upwards. The estimate decides only what it can. */
export function roundedTotal({ value, error, exact }: Estimate): Cents {
  const whole = Math.round(value.high);
  const beyond = value.high - whole + value.low;
  if (Math.abs(Math.abs(beyond) - 0.5) <= error) return cents(Number(halfUp(exact())));
  return cents(beyond > 0.5 ? whole + 1 : beyond < -0.5 ? whole - 1 : whole);
}

/** Negative, 0 or positive, as the number is. */
export function signOf({ value, error, exact }: Estimate): number {
  if (Math.abs(value.high) > error) return value.high;
  const { top } = exact();
  return top < 0n ? -1 : top > 0n ? 1 : 0;
}
