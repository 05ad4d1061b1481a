import type { Day } from "../day";
import type { Span } from "../time/day-count";
import type { Named } from "../words";

/** How far an asset is charged in the month in which it goes. */
export interface DisposalRule extends Named {
  /** The first day that is not charged; `month` is the period of the calendar that holds the disposal. */
  readonly from: (day: Day, month: Span) => Day;
  /** Whether the convention says how many months of life the year of disposal has (IRS, Publication 946). */
  readonly byConvention: boolean;
}

const afterMonth = (_day: Day, month: Span): Day => (month.lastDay + 1) as Day;

export const disposals: readonly DisposalRule[] = [
  {
    word: "month-before",
    aliases: ["nothing-in-month"],
    label: "Nothing in the month of disposal",
    from: (_day, month) => month.firstDay,
    byConvention: false,
  },
  { word: "whole-month", aliases: [], label: "The whole month of disposal", from: afterMonth, byConvention: false },
  {
    word: "day-counted",
    aliases: [],
    label: "To the day of disposal, counted",
    from: (day) => (day + 1) as Day,
    byConvention: false,
  },
  {
    word: "day-not-counted",
    aliases: [],
    label: "To the day of disposal, not counted",
    from: (day) => day,
    byConvention: false,
  },
  { word: "convention", aliases: ["by-convention"], label: "By the convention", from: afterMonth, byConvention: true },
];
