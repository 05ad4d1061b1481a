import { Fraction, zero } from "./fraction";
import { firstYearLength } from "./months";
import { exactTotals, type Judged } from "./totals";

/** A row of the schedule, exactly. */
export interface ExactRow {
  readonly total: Fraction;
  /** Whether a fiscal year ends with it. */
  readonly endsYear: boolean;
}

/** The rows of so many months each, in the fiscal calendar. */
export function exactRows(asset: Judged, step: number): readonly ExactRow[] {
  const { per, totals } = exactTotals(asset);
  const first = asset.dated === undefined ? step : ((firstYearLength(asset.dated) - 1) % step) + 1;
  const toYearEnd = firstYearLength(asset.dated);
  const row = (total: Fraction, end: number): ExactRow => ({ total, endsYear: (end - toYearEnd) % 12 === 0 });
  if (per === "row") return totals.map((total, index) => row(total, first + index * step));
  const rows: ExactRow[] = [];
  for (let end = first; end - step < totals.length; end += step) {
    const total = totals[Math.min(end, totals.length) - 1];
    if (total !== undefined) rows.push(row(total, end));
  }
  return rows;
}

/** What is posted by the end of each row, by the word of the rounding. */
export function posted(asset: Judged, rows: readonly ExactRow[], rounding: string): readonly number[] {
  if (rounding === "running-totals") return rows.map(({ total }) => total.rounded());
  const rule = roundings[rounding];
  if (rule === undefined) throw new Error(`the reference knows no rounding ${rounding}`);
  const most = Number(asset.cost - asset.salvage);
  let [before, gone] = [zero, 0];
  return rows.map((row, index) => {
    const last = rows.at(-1)?.total ?? zero;
    const drawn = rule({ ...row, before, gone, last, isLast: index === rows.length - 1 });
    before = row.total;
    gone = Math.min(most, Math.max(gone, drawn));
    return gone;
  });
}

interface Posting extends ExactRow {
  readonly before: Fraction;
  readonly last: Fraction;
  readonly gone: number;
  readonly isLast: boolean;
}

const alone = ({ before, total, gone }: Posting): number => gone + total.subtract(before).rounded();

const roundings: Readonly<Record<string, (posting: Posting) => number>> = {
  // Each charge is rounded by itself; the last one takes the rest.
  "each-period": (posting) => (posting.isLast ? posting.total.rounded() : alone(posting)),
  // And here the last of each fiscal year takes what the year lacks.
  "year-rest": (posting) => (posting.isLast || posting.endsYear ? posting.total.rounded() : alone(posting)),
  // Each is the part of the rounded rest that the exact one is of the exact rest.
  "remaining-book": ({ before, total, last, gone }) => {
    const left = last.subtract(before);
    if (left.top === 0n) return gone;
    const rest = last.subtract(Fraction.whole(gone));
    return gone + rest.multiply(total.subtract(before).divide(left)).rounded();
  },
};
