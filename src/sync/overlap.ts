import type { PostedUpdate } from "../connectors";
import { type Decimals, amountText, cents, dayText } from "../engine";
import { type CoveredRange, coveredRange, overlapping, rangeText } from "../sheet";
import type { IdentifiedRow } from "./identify";
import { covering, rangeOf } from "./posted";
import type { AlreadyThere, Blocked } from "./steps";

/** Rows of the sheet whose days another row of the asset stands for, each with that one; copies of a row are not meant. */
export function crossedRows(rows: readonly IdentifiedRow[]): ReadonlyMap<IdentifiedRow, IdentifiedRow> {
  const byAsset = new Map<string, Map<string, Covering>>();
  for (const row of rows) {
    const range = coveredRange(row.line);
    if (range === undefined) continue;
    const group = byAsset.get(row.line.asset) ?? new Map<string, Covering>();
    byAsset.set(row.line.asset, group.set(row.key, { row, range }));
  }
  const crossed = [...byAsset.values()].flatMap((group) => [...overlapping([...group.values()], ({ range }) => range)]);
  return new Map(crossed.map(([one, other]) => [one.row, other.row]));
}

interface Covering {
  readonly row: IdentifiedRow;
  readonly range: CoveredRange;
}

/**
 * What stands in the way of a charge whose days the ledger has charged already, under whatever key: nothing may be sent.
 * The same charge that came through another door, such as a run of the ledger's own, is the charge.
 */
export function chargedAlready(
  row: IdentifiedRow,
  postings: readonly PostedUpdate[],
  decimals: Decimals,
): AlreadyThere | Blocked | undefined {
  const range = coveredRange(row.line);
  if (range === undefined) return undefined;
  const others = covering(postings, range);
  const [other] = others;
  if (other === undefined) return undefined;
  const theirs = rangeOf(other);
  const isSame = others.length === 1 && theirs?.first === range.first && theirs.last === range.last;
  if (isSame && other.key === undefined && other.amount === row.line.amount) {
    return { kind: "already-there", row, posted: other };
  }
  const sentence = isSame ? sameDays(row, range, other, decimals) : otherDays(row, range, others, decimals);
  return { kind: "blocked", row, code: isSame ? "charged-already" : "overlaps-posted", sentence };
}

/** For a row whose days another row of the sheet stands for. */
export function crossed(row: IdentifiedRow, other: IdentifiedRow, decimals: Decimals): Blocked {
  const told = ({ line }: IdentifiedRow) => {
    const range = coveredRange(line);
    return `${amountText(line.amount, decimals)} for ${range === undefined ? "" : rangeText(range)}`;
  };
  const sentence = `This row of "${row.line.asset}" has ${told(row)}, and row ${other.row + 1} has ${told(other)}: no day is charged twice. Keep one of them.`;
  return { kind: "blocked", row, code: "overlaps-row", sentence };
}

function sameDays({ line, key }: IdentifiedRow, range: CoveredRange, other: PostedUpdate, decimals: Decimals): string {
  const [theirs, ours] = [amountText(other.amount, decimals), amountText(line.amount, decimals)];
  return `${rangeText(range)} of "${line.asset}" is charged already: ${theirs} ${doorOf(other)}, dated ${dayText(other.date)}. This row has ${ours} under ${key}.`;
}

function otherDays(
  { line }: IdentifiedRow,
  range: CoveredRange,
  others: readonly PostedUpdate[],
  decimals: Decimals,
): string {
  const shown = others.slice(0, 3).map((other) => {
    const theirs = rangeOf(other);
    return `${amountText(other.amount, decimals)} for ${theirs === undefined ? "" : rangeText(theirs)} ${doorOf(other)}`;
  });
  const sum = cents(others.reduce((total, { amount }) => total + amount, 0));
  const inAll = others.length === 1 ? "" : `, ${amountText(sum, decimals)} in all`;
  const more = others.length > shown.length ? ` and ${others.length - shown.length} more` : "";
  const ours = `${amountText(line.amount, decimals)} for ${rangeText(range)}`;
  return `This row of "${line.asset}" has ${ours}, but the ledger holds ${shown.join(", ")}${more}${inAll}: no day is charged twice. Rebuild the schedule, so that posted months keep their rows.`;
}

function doorOf({ key }: PostedUpdate): string {
  return key === undefined ? "through another door" : `under the key ${key}`;
}
