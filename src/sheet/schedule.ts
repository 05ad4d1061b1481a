/** The schedule sheet: one line for each charge that is to be posted. */
import type { Cents, Day } from "../engine";
import { amountOf } from "../engine";
import type { ChangeWord } from "./changes";
import type { Matrix, SheetSettings } from "./matrix";
import { plainText } from "./plain-text";
import { scheduleColumns, type StatusBlock, statusColumns } from "./schedule-columns";
import { serialOfDay } from "./serial";
import type { UpdateType } from "./update-types";

export interface ScheduleLine {
  readonly asset: string;
  readonly periodEnd: Day;
  readonly type: UpdateType;
  /** 0 or more; the type says whether it adds to the book value or takes from it. */
  readonly amount: Cents;
  /** A stable name or an account id of the ledger. */
  readonly counterAccount: string;
  readonly memo: string;
  /** The first day of the period that a charge stands for; left out, it is the calendar month of its end. */
  readonly periodStart?: Day;
  /** The opening balance and all charges up to and with this one, where that is known. */
  readonly chargedToDate?: Cents;
  /** Why the amount is not what the terms gave when the months before were posted. */
  readonly change?: ChangeWord;
  /** The day on which it is posted, where that is after the period's end: its own may lie in books that are closed. */
  readonly postingDate?: Day;
}

/** A line of a schedule sheet, with its place and what the ledger answered for it. */
export interface ReadLine extends ScheduleLine {
  /** 0-based in the matrix that was read; the header is row 0. */
  readonly row: number;
  readonly status: StatusBlock;
}

/**
 * The cells of a new schedule: a header row, then one row a line with empty status cells. Values, no formulas.
 * `settings.decimals` must be the register's (see `registerSettings`).
 */
export function scheduleMatrix(lines: readonly ScheduleLine[], settings: SheetSettings): Matrix {
  const noStatus = statusColumns.map(() => "");
  return [
    scheduleColumns.map(({ header }) => header),
    ...lines.map((line) => [
      plainText(line.asset),
      serialOfDay(line.periodEnd, settings.dateSystem),
      line.type,
      amountOf(line.amount, settings.decimals),
      plainText(line.counterAccount),
      plainText(line.memo),
      line.periodStart === undefined ? "" : serialOfDay(line.periodStart, settings.dateSystem),
      line.chargedToDate === undefined ? "" : amountOf(line.chargedToDate, settings.decimals),
      line.change ?? "",
      line.postingDate === undefined ? "" : serialOfDay(line.postingDate, settings.dateSystem),
      ...noStatus,
    ]),
  ];
}
