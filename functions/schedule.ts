/** DEPR.SCHEDULE: the rows of one asset, in exact amounts of its currency. */
import { amountOf, schedule, type Decimals, type ScheduleRow } from "../src/engine";
import { serialOfDay, type DateSystem } from "../src/sheet/serial";
import { assetTerms, type AssetArguments } from "./asset-terms";
import { handOnErrors, orCellError } from "./cell";
import { dateSystemOf, optionsFrom } from "./options";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface ScheduleArguments extends AssetArguments {
  readonly options: unknown;
}

export const scheduleHeaders = ["Period", "Opening value", "Depreciation", "Accumulated", "Book value"];
export const headersWithEvents = [...scheduleHeaders, "Adjustment", "Event"];

/** The schedule as cells: a header row unless the options take it off, then one row a period. */
export function scheduleCells(argued: ScheduleArguments): unknown[][] {
  handOnErrors({ ...argued });
  const options = optionsFrom(argued.options);
  const terms = assetTerms(argued, options);
  const rows = orCellError(schedule(terms)).map((row) => cells(row, terms.decimals, dateSystemOf(options)));
  const headers = terms.events === undefined ? scheduleHeaders : headersWithEvents;
  // Excel has no cells for an empty answer, so a schedule without rows keeps its headers whatever the options say.
  return options.headers === false && rows.length > 0 ? rows : [headers, ...rows];
}

/** How a row's Period is shown: by its number or, with dates, by the serial of its last day. */
export function periodCell(row: ScheduleRow, system: DateSystem): number {
  return row.lastDay === undefined ? row.period : serialOfDay(row.lastDay, system);
}

function cells(row: ScheduleRow, decimals: Decimals, system: DateSystem): unknown[] {
  const amounts = [row.opening, row.charge, row.accumulated, row.closing];
  const plainRow = [periodCell(row, system), ...amounts.map((amount) => amountOf(amount, decimals))];
  return row.adjustment === undefined
    ? plainRow
    : [...plainRow, amountOf(row.adjustment, decimals), (row.events ?? []).join(", ")];
}
