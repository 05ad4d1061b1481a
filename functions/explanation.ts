/** DEPR.EXPLAIN: the steps behind one charge, for the one who has to check it. */
import { dayText, explain, schedule, type Day, type ScheduleRow, type Step } from "../src/engine";
import { looksLikeNumber } from "../src/sheet/cell-number";
import type { DateSystem } from "../src/sheet/serial";
import { assetTerms, type AssetArguments } from "./asset-terms";
import { dayIfGiven, numberGiven } from "./arguments";
import { cellError, handOnErrors, isBlank, orCellError, plain, valueError } from "./cell";
import { rules } from "./explanation-words";
import { dateSystemOf, optionsFrom } from "./options";
import { periodCell } from "./schedule";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface ExplanationArguments extends AssetArguments {
  readonly period: unknown;
  readonly options: unknown;
}

/** A header row unless the options take it off, then one row a step: its name, its figure, its rule in words. */
export function explanation(argued: ExplanationArguments): unknown[][] {
  handOnErrors({ ...argued });
  if (isBlank(argued.period)) throw cellError({ code: "missing", what: "period" });
  const options = optionsFrom(argued.options);
  const terms = assetTerms(argued, options);
  const system = dateSystemOf(options);
  const row = rowOf(orCellError(schedule(terms)), argued.period, system);
  const steps = orCellError(explain(terms, row)).map(cells);
  const all = [["Period", periodCell(row, system), daysOf(row)], ...steps];
  return options.headers === false ? all : [["Step", "Figure", "Rule"], ...all];
}

// A period is named by its number or, with dates, by any of its days. The numbers of rows lie below the serials of days.
function rowOf(rows: readonly ScheduleRow[], period: unknown, system: DateSystem): ScheduleRow {
  const [first, last] = [rows[0], rows.at(-1)];
  if (first === undefined || last === undefined) throw valueError("The schedule of the asset has no periods.");
  const given = plain(period);
  const number = typeof given === "string" && !looksLikeNumber(given) ? NaN : numberGiven(period, "period");
  const numbered = rows.find((row) => row.period === number);
  if (numbered !== undefined) return numbered;
  if (first.firstDay === undefined || last.lastDay === undefined || isNumberOfRow(number)) {
    const wanted = numberGiven(period, "period");
    if (!Number.isInteger(wanted)) throw cellError({ code: "not-whole", what: "period", given: wanted });
    throw cellError({ code: "out-of-range", what: "period", given: wanted, least: first.period, most: last.period });
  }
  const day = dayIfGiven(period, "period", system) ?? first.firstDay;
  return rowHolding(rows, day) ?? outside(day, first.firstDay, last.lastDay);
}

function isNumberOfRow(number: number): boolean {
  return number < serialOfEarliest;
}

/** 1900-03-01 from 1900: no date cell has a lower serial. */
const serialOfEarliest = 61;

function rowHolding(rows: readonly ScheduleRow[], day: Day): ScheduleRow | undefined {
  return rows.find(({ lastDay }) => lastDay !== undefined && day <= lastDay && day >= (rows[0]?.firstDay ?? day));
}

function outside(day: Day, first: Day, last: Day): never {
  throw valueError(
    `period is ${dayText(day)}, but the periods of the schedule go from ${dayText(first)} to ${dayText(last)}.`,
  );
}

function daysOf({ firstDay, lastDay }: ScheduleRow): string {
  return firstDay === undefined || lastDay === undefined
    ? "counted from the start of the life"
    : `${dayText(firstDay)} to ${dayText(lastDay)}`;
}

function cells({ code, figure, words = "" }: Step): unknown[] {
  const [name, rule] = rules[code];
  return [name, figure, [rule, words].filter((text) => text !== "").join(": ")];
}
