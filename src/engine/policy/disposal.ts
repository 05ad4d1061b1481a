import type { Day } from "../day";
import type { Span } from "../time/day-count";
import type { Named } from "../words";

/** How far an asset is charged in the month in which it goes. */
export interface DisposalRule extends Named {
  /** The first day that is not charged; `month` is the period of the calendar that holds the disposal. */
  readonly from: (day: Day, month: Span) => Day;
  /**
   * What the time before counts for: the slices themselves; what the convention says of the year of disposal (IRS,
   * Publication 946); or the days between the posting before and the disposal, of those between that posting and the next
   * (OCA, account_asset_management, early removal).
   */
  readonly counts: "slices" | "convention" | "days-between-postings";
}

const afterMonth = (_day: Day, month: Span): Day => (month.lastDay + 1) as Day;

export const disposals: readonly DisposalRule[] = [
  {
    word: "month-before",
    aliases: ["nothing-in-month"],
    label: "Nothing in the month of disposal",
    from: (_day, month) => month.firstDay,
    counts: "slices",
  },
  {
    word: "days-between-postings",
    aliases: [],
    label: "To the day of disposal, not counted, by the days between postings",
    from: (day) => day,
    counts: "days-between-postings",
  },
  { word: "whole-month", aliases: [], label: "The whole month of disposal", from: afterMonth, counts: "slices" },
  {
    word: "day-counted",
    aliases: [],
    label: "To the day of disposal, counted",
    from: (day) => (day + 1) as Day,
    counts: "slices",
  },
  {
    word: "day-not-counted",
    aliases: [],
    label: "To the day of disposal, not counted",
    from: (day) => day,
    counts: "slices",
  },
  {
    word: "convention",
    aliases: ["by-convention"],
    label: "By the convention",
    from: afterMonth,
    counts: "convention",
  },
];
