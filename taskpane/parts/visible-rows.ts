/** Which rows of a long list are worth drawing, and how much room the others take. */
export interface VisibleRows {
  /** The first row drawn, 0-based, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** Room for the rows before and after, in pixels. */
  readonly before: number;
  readonly after: number;
}

export interface ListMeasures {
  readonly count: number;
  readonly rowHeight: number;
  /** The open row, which is taller by `detailHeight`; -1 when none is open. */
  readonly open: number;
  readonly detailHeight: number;
  /** Where the visible part begins, in pixels from the top of the list; may be negative. */
  readonly top: number;
  readonly height: number;
}

// Rows beyond the edge, so that a quick scroll or a tab key finds them there.
const beyond = 12;

/** The rows that show in the visible part of the list, and a few beyond it. */
export function visibleRows(measures: ListMeasures): VisibleRows {
  const { count, top, height } = measures;
  const first = rowAt(measures, top) - beyond;
  const last = rowAt(measures, top + height) + 1 + beyond;
  const from = Math.max(0, Math.min(first, count));
  const to = Math.min(count, Math.max(last, from));
  return { from, to, before: offsetOf(measures, from), after: offsetOf(measures, count) - offsetOf(measures, to) };
}

function offsetOf({ rowHeight, open, detailHeight }: ListMeasures, row: number): number {
  return row * rowHeight + (open >= 0 && open < row ? detailHeight : 0);
}

function rowAt({ rowHeight, open, detailHeight }: ListMeasures, offset: number): number {
  const openEnd = open >= 0 ? (open + 1) * rowHeight + detailHeight : Infinity;
  if (offset < openEnd) return Math.min(Math.floor(offset / rowHeight), open >= 0 ? open : Infinity);
  return Math.floor((offset - detailHeight) / rowHeight);
}
