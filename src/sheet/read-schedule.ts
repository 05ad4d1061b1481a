import type { Cents, Day } from "../engine";
import { amountText, dayText, exactCents, lastDay, monthOf } from "../engine";
import { changeNamed } from "./changes";
import { type CoveredRange, coveredRange, overlapping, rangeText } from "./covered-range";
import type { Finding, Matrix, SheetSettings } from "./matrix";
import { findingAt } from "./problem";
import type { RowReader } from "./row-reader";
import { chargeIdentity } from "./same-charge";
import type { ReadLine } from "./schedule";
import { scheduleColumns, type ScheduleHeader, statusFrom } from "./schedule-columns";
import { findingsOf, looksLike, openTable } from "./table";
import { type UpdateTypeEntry, updateTypeNamed } from "./update-types";

export interface ReadSchedule {
  /** The rows without an error, in the order of the sheet. */
  readonly lines: readonly ReadLine[];
  readonly findings: readonly Finding[];
}

export function looksLikeSchedule(matrix: Matrix): boolean {
  return looksLike("schedule", scheduleColumns, matrix);
}

/**
 * Reads a schedule sheet that people may have sorted, filtered and edited. Rows that stand for the same charge are all
 * refused, since nobody can tell which of them is meant. `settings.decimals` must be the register's (see
 * `registerSettings`).
 */
export function readSchedule(matrix: Matrix, settings: SheetSettings): ReadSchedule {
  const table = openTable("schedule", scheduleColumns, matrix, settings);
  const read = table.isReadable ? table.rows.map((row) => lineOf(row, settings)) : [];
  const lines = read.filter((line) => line !== undefined);
  const doubled = doubles(lines);
  const single = lines.filter((line) => !doubled.has(line));
  const crossed = crossing(single);
  const column = table.places.get("Asset") ?? 0;
  return {
    lines: single.filter((line) => !crossed.has(line)),
    findings: [
      ...findingsOf(table),
      ...[...doubled].map(([line, rows]) => doubleFinding(line, rows, column)),
      ...[...crossed].map(([line, other]) => crossFinding(line, other, table.places.get("Period end") ?? 0, settings)),
    ],
  };
}

function lineOf(row: RowReader<ScheduleHeader>, settings: SheetSettings): ReadLine | undefined {
  row.require("Asset", "Period end", "Type", "Amount", "Counter account");
  const type = row.choice("Type", updateTypeNamed);
  const periodEnd = periodEndOf(row, type);
  const amount = amountIn(row, settings);
  const period = { ...periodOf(row, periodEnd, settings), ...postingDateOf(row, periodEnd) };
  const texts = {
    asset: row.text("Asset"),
    counterAccount: row.text("Counter account"),
    memo: row.text("Memo"),
    status: statusFrom((header) => row.plain(header)),
  };
  if (!row.isSound || type === undefined || periodEnd === undefined || amount === undefined) return undefined;
  return { row: row.row, type: type.word, periodEnd, amount, ...texts, ...period };
}

/** What a schedule from before these columns does not say. */
function periodOf(
  row: RowReader<ScheduleHeader>,
  periodEnd: Day | undefined,
  settings: SheetSettings,
): Pick<ReadLine, "periodStart" | "chargedToDate" | "change"> {
  const periodStart = row.day("Period start");
  if (periodStart !== undefined && periodEnd !== undefined && periodStart > periodEnd) {
    row.report("Period start", { code: "period-reversed", start: dayText(periodStart), end: dayText(periodEnd) });
  }
  const given = row.notNegative("Charged to date");
  const chargedToDate =
    given === undefined
      ? undefined
      : row.take("Charged to date", exactCents(given, settings.decimals, "Charged to date"));
  const change = row.choice("Change", changeNamed);
  return {
    ...(periodStart === undefined ? {} : { periodStart }),
    ...(chargedToDate === undefined ? {} : { chargedToDate }),
    ...(change === undefined ? {} : { change: change.word }),
  };
}

// Posted before its period has ended, a charge would stand in the books of a period that it is not of.
function postingDateOf(row: RowReader<ScheduleHeader>, periodEnd: Day | undefined): Pick<ReadLine, "postingDate"> {
  const postingDate = row.day("Posting date");
  if (postingDate === undefined || periodEnd === undefined || postingDate === periodEnd) return {};
  if (postingDate < periodEnd) {
    row.report("Posting date", { code: "posting-date-early", given: dayText(postingDate), end: dayText(periodEnd) });
  }
  return { postingDate };
}

// A charge stands for its whole month. Dated otherwise it would be another charge to the ledger, and the month would be
// charged twice.
function periodEndOf(row: RowReader<ScheduleHeader>, type: UpdateTypeEntry | undefined): Day | undefined {
  const day = row.day("Period end");
  if (day === undefined || type?.atMonthEnd !== true) return day;
  const monthEnd = lastDay(monthOf(day));
  if (day === monthEnd) return day;
  const facts = { what: "Period end", given: dayText(day), monthEnd: dayText(monthEnd) };
  row.report("Period end", { code: "not-a-month-end", ...facts });
  return undefined;
}

function amountIn(row: RowReader<ScheduleHeader>, settings: SheetSettings): Cents | undefined {
  const amount = row.notNegative("Amount");
  return amount === undefined ? undefined : row.take("Amount", exactCents(amount, settings.decimals, "Amount"));
}

/** The lines that stand for the same charge as another one, each with the rows of all of them. */
function doubles(lines: readonly ReadLine[]): ReadonlyMap<ReadLine, readonly number[]> {
  const alike = new Map<string, ReadLine[]>();
  for (const line of lines) {
    const charge = chargeIdentity(line);
    const group = alike.get(charge);
    if (group === undefined) alike.set(charge, [line]);
    else group.push(line);
  }
  const groups = [...alike.values()].filter((group) => group.length > 1);
  return new Map(groups.flatMap((group) => group.map((line) => [line, group.map(({ row }) => row + 1)] as const)));
}

/** The lines whose period shares a day with that of another line of the asset, each with that other one. */
function crossing(lines: readonly ReadLine[]): ReadonlyMap<ReadLine, ReadLine> {
  const byAsset = new Map<string, Covering[]>();
  for (const line of lines) {
    const range = coveredRange(line);
    if (range === undefined) continue;
    const group = byAsset.get(line.asset);
    if (group === undefined) byAsset.set(line.asset, [{ line, range }]);
    else group.push({ line, range });
  }
  const crossed = [...byAsset.values()].flatMap((group) => [...overlapping(group, ({ range }) => range)]);
  return new Map(crossed.map(([one, other]) => [one.line, other.line]));
}

interface Covering {
  readonly line: ReadLine;
  readonly range: CoveredRange;
}

function crossFinding(line: ReadLine, other: ReadLine, column: number, { decimals }: SheetSettings): Finding {
  const facts = (one: ReadLine) => ({ period: periodText(one), amount: amountText(one.amount, decimals) });
  return findingAt("schedule", line.row, column, {
    code: "overlapping-line",
    asset: line.asset,
    ...facts(line),
    other: { row: other.row + 1, ...facts(other) },
  });
}

function periodText(line: ReadLine): string {
  const range = coveredRange(line);
  return range === undefined ? dayText(line.periodEnd) : rangeText(range);
}

function doubleFinding(line: ReadLine, rows: readonly number[], column: number): Finding {
  const facts = { asset: line.asset, periodEnd: dayText(line.periodEnd), rows };
  return findingAt("schedule", line.row, column, { code: "duplicate-line", ...facts });
}
