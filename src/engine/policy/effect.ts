import type { Day } from "../day";
import type { Span } from "../time/day-count";
import type { Named } from "../words";

/** From which day on an event in mid-life counts. */
export interface EffectRule extends Named {
  /** `month` is the period of the calendar, and `row` that of the schedule, in which the event happens. */
  readonly from: (day: Day, month: Span, row: Span) => Day;
}

export const effects: readonly EffectRule[] = [
  {
    word: "month",
    aliases: ["start-of-month"],
    label: "From the start of its month",
    from: (_day, month) => month.firstDay,
  },
  { word: "day", aliases: ["on-the-day"], label: "From its day", from: (day) => day },
  { word: "next-day", aliases: ["day-after"], label: "From the day after", from: (day) => (day + 1) as Day },
  {
    word: "period",
    aliases: ["whole-period"],
    label: "In its whole period",
    from: (_day, _month, row) => row.firstDay,
  },
  {
    word: "next-period",
    aliases: [],
    label: "From the next period",
    from: (_day, _month, row) => (row.lastDay + 1) as Day,
  },
];
