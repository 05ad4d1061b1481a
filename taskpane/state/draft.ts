import { cents, exactCents, schedule, type Cents, type Month, type ScheduleRow } from "../../src/engine";
import {
  buildSchedule,
  byMonth,
  chargeIdentity,
  scheduleMatrix,
  statusCells,
  statusColumns,
  type BuildHow,
  type BuiltSchedule,
  type Finding,
  type Matrix,
  type ReadLine,
  type RegisterAsset,
  type ScheduleLine,
  type SheetSettings,
  type TermsDifference,
} from "../../src/sheet";
import { bookOfKey } from "../../src/sync";
import type { ReadWorkbook } from "./understand";

/** What one asset has in a schedule. */
export interface AssetTotal {
  readonly asset: RegisterAsset;
  readonly rows: number;
  readonly amount: Cents;
}

/** A schedule that is not written yet, with its totals. */
export interface Draft extends BuiltSchedule {
  readonly total: Cents;
  /** The charges that it was told are posted. */
  readonly posted: readonly ScheduleLine[];
  /** One for each asset of the register, in its order; those without a row too. */
  readonly byAsset: readonly AssetTotal[];
}

/**
 * Drafts the schedule of the months from..to, a few assets at a time, so that the pane answers in between. Undefined
 * when `isWanted` says that nobody waits for it any more.
 */
export async function draftOf(
  read: ReadWorkbook,
  from: Month,
  to: Month,
  isWanted: () => boolean = () => true,
  how: BuildHow = byMonth,
): Promise<Draft | undefined> {
  const { register, accounts, events } = read;
  const lines: ScheduleLine[] = [];
  const findings: Finding[] = [];
  const differences: TermsDifference[] = [];
  const known = new Set(register.assets.map(({ id }) => id));
  // Months the wrong way round are said once, and not of every few assets.
  const count = from > to ? 1 : Math.max(1, register.assets.length);
  for (let start = 0; start < count; start += assetsAtOnce) {
    if (start > 0) await pause();
    if (!isWanted()) return undefined;
    const some = { ...register, assets: register.assets.slice(start, start + assetsAtOnce) };
    const ids = new Set(some.assets.map(({ id }) => id));
    // What is posted of assets that the register has no longer comes with the first few.
    const posted = how.posted.filter(({ asset }) => ids.has(asset) || (start === 0 && !known.has(asset)));
    const built = buildSchedule(some, accounts, events, from, to, { ...how, posted });
    for (const line of built.lines) lines.push(line);
    // What is said about the events is said about all of them each time.
    findings.push(...built.findings.filter(({ table }) => start === 0 || table !== "events"));
    differences.push(...built.differences);
  }
  return withTotals({ lines, findings, differences }, read, how.posted);
}

/** The charges of a book that the ledger holds, as the sheet was told, with the amounts that it holds. */
export function postedLines(
  lines: readonly ReadLine[],
  book: string,
  settings: SheetSettings,
): readonly ScheduleLine[] {
  return lines.flatMap((row): readonly ScheduleLine[] => {
    const { status } = row;
    const line = lineOf(row);
    const isOfBook = (bookOfKey(status.syncKey) ?? book) === book;
    if (line.type !== "DEPRECIATION" || status.ledgerRef === "" || status.postedAmount === "" || !isOfBook) return [];
    const held = exactCents(Number(status.postedAmount), settings.decimals, "Posted amount");
    return [held.ok ? { ...line, amount: held.value } : line];
  });
}

const assetsAtOnce = 200;

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

function withTotals(built: BuiltSchedule, read: ReadWorkbook, posted: readonly ScheduleLine[]): Draft {
  const sums = new Map<string, { rows: number; amount: number }>();
  for (const { asset, amount } of built.lines) {
    const sum = sums.get(asset) ?? { rows: 0, amount: 0 };
    sums.set(asset, { rows: sum.rows + 1, amount: sum.amount + amount });
  }
  const byAsset = read.register.assets.map((asset) => {
    const { rows, amount } = sums.get(asset.id) ?? { rows: 0, amount: 0 };
    return { asset, rows, amount: cents(amount) };
  });
  return { ...built, posted, byAsset, total: totalOf(built.lines) };
}

/** What the sheet says of a charge, without its place and what the ledger said. */
function lineOf({ asset, periodEnd, type, amount, counterAccount, memo, ...more }: ReadLine): ScheduleLine {
  const { periodStart, chargedToDate, change, postingDate } = more;
  return {
    ...{ asset, periodEnd, type, amount, counterAccount, memo },
    ...(periodStart === undefined ? {} : { periodStart }),
    ...(chargedToDate === undefined ? {} : { chargedToDate }),
    ...(change === undefined ? {} : { change }),
    ...(postingDate === undefined ? {} : { postingDate }),
  };
}

/** The cells of a schedule, with the statuses and posting dates that the same charges had in the old one. */
export function matrixOf(lines: readonly ScheduleLine[], old: readonly ReadLine[], settings: SheetSettings): Matrix {
  const before = new Map(old.map((line) => [chargeIdentity(line), line]));
  const known = lines.map((line) => before.get(chargeIdentity(line)));
  const dated = lines.map((line, index): ScheduleLine => {
    const postingDate = line.postingDate ?? known[index]?.postingDate;
    return postingDate === undefined ? line : { ...line, postingDate };
  });
  const [header = [], ...rows] = scheduleMatrix(dated, settings);
  const withStatus = rows.map((cells, index) => {
    const status = known[index]?.status;
    return status === undefined ? cells : [...cells.slice(0, -statusColumns.length), ...statusCells(status)];
  });
  return [header, ...withStatus];
}

export function totalOf(lines: readonly ScheduleLine[]): Cents {
  return cents(lines.reduce((sum, { amount }) => sum + amount, 0));
}

/** One point of an asset's book-value curve: months in service, and the value then. */
export interface CurvePoint {
  readonly month: number;
  readonly value: Cents;
}

/** The book value of an asset from its start to the end of its life. */
export function curveOf(asset: RegisterAsset): readonly CurvePoint[] {
  const rows = schedule(asset.terms);
  if (!rows.ok || rows.value.length === 0) return [];
  const [first] = rows.value;
  const start = { month: 0, value: first?.opening ?? asset.cost };
  return [start, ...rows.value.map((row: ScheduleRow, index) => ({ month: index + 1, value: row.closing }))];
}
