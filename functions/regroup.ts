/** DEPR.REGROUP: the rows of a schedule put together into longer periods. */
import { amountOf, amountText, cents, exactCents, frequencyNamed, lastDay, monthOf } from "../src/engine";
import type { Decimals, Frequency, Month } from "../src/engine";
import { looksLikeNumber } from "../src/sheet/cell-number";
import { dayFromSerial, serialOfDay, type DateSystem } from "../src/sheet/serial";
import { entryIfGiven, numberGiven } from "./arguments";
import { cellError, handOnErrors, isBlank, isMatrix, orCellError, plain, valueError } from "./cell";
import { optionsFrom, type Options } from "./options";
import { headersWithEvents, scheduleHeaders } from "./schedule";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface RegroupArguments {
  readonly schedule: unknown;
  readonly frequency: unknown;
  readonly options: unknown;
}

/** One row of the schedule that was given; amounts in minor units. */
interface Row {
  /** The number of the period or the serial of its last day. */
  readonly period: number;
  readonly opening: number;
  readonly charge: number;
  readonly accumulated: number;
  readonly closing: number;
  readonly adjustment: number;
  readonly event: string;
}

interface Grouping {
  readonly frequency: Frequency;
  readonly decimals: Decimals;
  readonly yearEnd: number;
  readonly system: DateSystem;
}

/** The longer periods as cells, with a header row unless the options take it off. */
export function regrouped(argued: RegroupArguments): unknown[][] {
  handOnErrors({ ...argued });
  const options = optionsFrom(argued.options);
  const grouping = groupingOf(argued, options);
  const { rows, headers } = read(argued.schedule, grouping.decimals);
  const longer = isDated(rows) ? fiscalPeriods(grouping) : countedPeriods(grouping);
  const cells = groupsOf(rows, longer).map((group) =>
    cellsOf(together(group, longer), grouping.decimals, headers.length),
  );
  return options.headers === false && cells.length > 0 ? cells : [[...headers], ...cells];
}

function groupingOf({ frequency }: RegroupArguments, options: Options): Grouping {
  const asked = entryIfGiven(frequency, frequencyNamed);
  if (asked === undefined) throw cellError({ code: "missing", what: "frequency" });
  const { decimals = 2, yearEnd = 12, dateSystem = "1900" } = options;
  return { frequency: asked, decimals, yearEnd, system: dateSystem };
}

function read(
  schedule: unknown,
  decimals: Decimals,
): { readonly rows: readonly Row[]; readonly headers: readonly string[] } {
  const given = (isMatrix(schedule) ? schedule : [[schedule]]).filter((row) => !row.every(isBlank));
  const width = given[0]?.length ?? 0;
  if (width !== scheduleHeaders.length && width !== headersWithEvents.length) {
    throw valueError(`schedule must have the columns ${scheduleHeaders.join(", ")}, as DEPR.SCHEDULE spills them.`);
  }
  const rows = (isHeader(given[0]) ? given.slice(1) : given).map((cells) => rowOf(cells, decimals));
  rows.forEach((row, at) => checkFollows(row, rows[at - 1], decimals));
  return { rows, headers: width === scheduleHeaders.length ? scheduleHeaders : headersWithEvents };
}

function isHeader(cells: readonly unknown[] = []): boolean {
  const word = plain(cells[0]);
  return typeof word === "string" && !looksLikeNumber(word);
}

function rowOf(cells: readonly unknown[], decimals: Decimals): Row {
  const amount = (at: number): number => {
    const what = headersWithEvents[at] ?? "";
    return orCellError(exactCents(isBlank(cells[at]) ? 0 : numberGiven(cells[at], what), decimals, what));
  };
  return {
    period: numberGiven(cells[0], "Period"),
    opening: amount(1),
    charge: amount(2),
    accumulated: amount(3),
    closing: amount(4),
    adjustment: amount(5),
    event: isBlank(cells[6]) ? "" : String(plain(cells[6])),
  };
}

// A schedule that was sorted, cut or typed over would give totals that look right and are not.
function checkFollows(row: Row, before: Row | undefined, decimals: Decimals): void {
  const amount = (units: number): string => amountText(cents(units), decimals);
  const { period, opening, charge, adjustment, closing } = row;
  const left = opening - charge + adjustment;
  if (closing !== left) {
    throw valueError(
      `Book value of period ${period} is ${amount(closing)}, but must be ${amount(left)}, its opening value less its depreciation.`,
    );
  }
  if (before === undefined) return;
  if (period <= before.period)
    throw valueError(`Period ${period} stands after ${before.period}, but periods must rise.`);
  if (opening !== before.closing) {
    throw valueError(
      `Opening value of period ${period} is ${amount(opening)}, but must be ${amount(before.closing)}, the book value before it.`,
    );
  }
}

/** The longer periods: which one a shorter period belongs to, as a count, and what its row shows in Period. */
interface Longer {
  readonly holding: (period: number) => number;
  readonly shown: (longer: number) => number;
}

function groupsOf(rows: readonly Row[], { holding }: Longer): readonly (readonly Row[])[] {
  const groups: Row[][] = [];
  let current: number | undefined;
  for (const row of rows) {
    const longer = holding(row.period);
    if (longer !== current) groups.push([]);
    groups.at(-1)?.push(row);
    current = longer;
  }
  return groups;
}

// Numbers go up by 1, and the last days of periods by a week at least. One row alone is dated from the first serial that
// Excel and we agree on.
function isDated([first, second]: readonly Row[]): boolean {
  if (first === undefined) return false;
  return second === undefined ? first.period >= 61 : second.period - first.period !== 1;
}

function fiscalPeriods({ frequency, yearEnd, system }: Grouping): Longer {
  return {
    holding: (serial) => {
      const month = monthOf(orCellError(dayFromSerial(serial, system, "Period")));
      return Math.floor((month - yearEnd) / frequency.months);
    },
    // As DEPR.SCHEDULE dates them: by the last day of the fiscal period, even where the life ends before it.
    shown: (longer) => {
      const lastMonth = (longer + 1) * frequency.months + yearEnd - 1;
      return serialOfDay(lastDay(lastMonth as Month), system);
    },
  };
}

/** For periods that are numbered: months from 1. */
function countedPeriods({ frequency }: Grouping): Longer {
  return { holding: (month) => Math.ceil(month / frequency.months), shown: (longer) => longer };
}

function together(group: readonly Row[], { holding, shown }: Longer): Row {
  const [first, last] = [group[0], group.at(-1)];
  if (first === undefined || last === undefined) throw new Error("a group has rows");
  const total = (of: (row: Row) => number): number => group.reduce((sum, row) => sum + of(row), 0);
  return {
    ...last,
    period: shown(holding(last.period)),
    opening: first.opening,
    charge: total(({ charge }) => charge),
    adjustment: total(({ adjustment }) => adjustment),
    event: group
      .map(({ event }) => event)
      .filter((event) => event !== "")
      .join(", "),
  };
}

function cellsOf(row: Row, decimals: Decimals, width: number): unknown[] {
  const { period, opening, charge, accumulated, closing, adjustment, event } = row;
  const amounts = [opening, charge, accumulated, closing, adjustment].map((units) => amountOf(cents(units), decimals));
  return [period, ...amounts, event].slice(0, width);
}
