import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { visibleRows, type VisibleRows } from "./visible-rows";

interface LongListProps {
  readonly label: string;
  readonly count: number;
  /** The height of one closed row in pixels; the style sheet must agree. */
  readonly rowHeight: number;
  readonly open?: number;
  readonly detailHeight?: number;
  readonly row: (index: number) => ComponentChildren;
}

/** A list that draws only the rows in sight, so that ten thousand cost as little as ten. */
export function LongList(props: LongListProps): JSX.Element {
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState<VisibleRows>({ from: 0, to: Math.min(props.count, 40), before: 0, after: 0 });
  const { count, rowHeight, open = -1, detailHeight = 0 } = props;
  useLayoutEffect(() => {
    const element = list.current;
    const scroller = element?.closest<HTMLElement>("[data-scrolls]");
    if (element == null || scroller == null) return undefined;
    const measure = (): void => {
      const top = scroller.getBoundingClientRect().top - element.getBoundingClientRect().top;
      const next = visibleRows({ count, rowHeight, open, detailHeight, top, height: scroller.clientHeight });
      setShown((now) => (same(now, next) ? now : next));
    };
    return watch(scroller, measure);
  }, [count, rowHeight, open, detailHeight]);
  const to = Math.min(shown.to, count);
  const indexes = Array.from({ length: Math.max(0, to - shown.from) }, (_, index) => shown.from + index);
  // The rows out of sight leave their room empty. The policy allows styles that a program sets.
  const room = { paddingTop: `${shown.before}px`, paddingBottom: `${shown.after}px` };
  return (
    <ul class="list" aria-label={props.label} ref={list} style={room}>
      {indexes.map((index) => (
        <li key={index} aria-setsize={count} aria-posinset={index + 1}>
          {props.row(index)}
        </li>
      ))}
    </ul>
  );
}

function watch(scroller: HTMLElement, measure: () => void): () => void {
  const sizes = new ResizeObserver(measure);
  sizes.observe(scroller);
  scroller.addEventListener("scroll", measure, { passive: true });
  measure();
  return () => {
    sizes.disconnect();
    scroller.removeEventListener("scroll", measure);
  };
}

function same(one: VisibleRows, other: VisibleRows): boolean {
  return one.from === other.from && one.to === other.to && one.before === other.before && one.after === other.after;
}
