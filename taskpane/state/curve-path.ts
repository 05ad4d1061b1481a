import type { CurvePoint } from "./draft";

/** The room of a curve, in the units of its drawing. */
export interface CurveBox {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

/** The path of a book value. Steps, not a slope: the value falls on the last day of each period. */
export function pathOf(curve: readonly CurvePoint[], { width, height, margin }: CurveBox): string {
  const months = Math.max(1, curve.at(-1)?.month ?? 1);
  const most = Math.max(1, ...curve.map(({ value }) => value));
  const x = (month: number): string => (margin + (month / months) * (width - 2 * margin)).toFixed(1);
  const y = (value: number): string => (margin + (1 - value / most) * (height - 2 * margin)).toFixed(1);
  const [first, ...rest] = curve;
  if (first === undefined) return "";
  return `M${x(first.month)} ${y(first.value)}${rest.map(({ month, value }) => `H${x(month)}V${y(value)}`).join("")}`;
}
