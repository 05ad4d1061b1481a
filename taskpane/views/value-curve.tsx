import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { RegisterAsset } from "../../src/sheet";
import { counted, money, type MoneyStyle } from "../format/amounts";
import { useStore } from "../parts/use-store";
import { curveOf, type CurvePoint } from "../state/draft";
import { scheduleState } from "../state/schedule";
import type { ReadWorkbook } from "../state/understand";

/** The asset whose curve is shown: the chosen one, else the first. */
export function chosenAsset({ register }: ReadWorkbook, id: string): RegisterAsset | undefined {
  return register.assets.find((asset) => asset.id === id) ?? register.assets[0];
}

interface ValueCurveProps {
  readonly read: ReadWorkbook;
  readonly style: MoneyStyle;
}

/** The book value of the chosen asset over its life, for those who would rather look. */
export function ValueCurve({ read, style }: ValueCurveProps): JSX.Element | null {
  const { asset: id } = useStore(scheduleState);
  const asset = chosenAsset(read, id);
  const curve = useMemo(() => (asset === undefined ? [] : curveOf(asset)), [asset]);
  const [first] = curve;
  const last = curve.at(-1);
  if (asset === undefined || first === undefined || last === undefined) return null;
  const name = asset.description === "" ? asset.id : asset.description;
  const words = `Book value of ${name}: ${money(first.value, style)} at the start, ${money(last.value, style)} after ${counted(last.month, "month")}.`;
  return (
    <figure class="curve">
      <figcaption>Book value, {name}</figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <line class="curve-axis" x1={0} y1={height - 1} x2={width} y2={height - 1} />
        <path class="curve-line" d={pathOf(curve)} />
      </svg>
      <div class="curve-ends" aria-hidden="true">
        <span>{money(first.value, style)}</span>
        <span>{counted(last.month, "month")}</span>
        <span>{money(last.value, style)}</span>
      </div>
    </figure>
  );
}

const width = 280;
const height = 72;
const margin = 2;

/** Steps, not a slope: the book value falls on the last day of each period. */
export function pathOf(curve: readonly CurvePoint[]): string {
  const months = Math.max(1, curve.at(-1)?.month ?? 1);
  const most = Math.max(1, ...curve.map(({ value }) => value));
  const x = (month: number): string => (margin + (month / months) * (width - 2 * margin)).toFixed(1);
  const y = (value: number): string => (margin + (1 - value / most) * (height - 2 * margin)).toFixed(1);
  const [first, ...rest] = curve;
  if (first === undefined) return "";
  return `M${x(first.month)} ${y(first.value)}${rest.map(({ month, value }) => `H${x(month)}V${y(value)}`).join("")}`;
}
