import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import type { RegisterAsset } from "../../src/sheet";
import { counted, money, type MoneyStyle } from "../format/amounts";
import { useStore } from "../parts/use-store";
import { pathOf } from "../state/curve-path";
import { curveOf } from "../state/draft";
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
      <svg viewBox={`0 0 ${box.width} ${box.height}`} preserveAspectRatio="none" role="img" aria-label={words}>
        <line class="curve-axis" x1={0} y1={box.height - 1} x2={box.width} y2={box.height - 1} />
        <path class="curve-line" d={pathOf(curve, box)} />
      </svg>
      <div class="curve-ends" aria-hidden="true">
        <span>{money(first.value, style)}</span>
        <span>{counted(last.month, "month")}</span>
        <span>{money(last.value, style)}</span>
      </div>
    </figure>
  );
}

const box = { width: 280, height: 72, margin: 2 };
