/** Days for the reference, by the calendar that the platform knows, which the engine does not use. */
export interface CivilDay {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** Whole days since 1970-01-01. */
export function dayNumber({ year, month, day }: CivilDay): number {
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

export function civilDay(number: number): CivilDay {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The first day of the month so many months after the one that holds the day. */
export function monthStart({ year, month }: CivilDay, months = 0): number {
  return Date.UTC(year, month - 1 + months, 1) / 86_400_000;
}

/** The same day so many months on, or the month's end where there is none. */
export function anniversary(from: CivilDay, months: number): number {
  return Math.min(monthStart(from, months) + from.day - 1, monthStart(from, months + 1) - 1);
}

/** Days from the first to the last, both counted, in months of 30 days: a month's end is its 30th. */
export function daysBy30(first: number, last: number): number {
  const place = (number: number): number => {
    const { year, month, day } = civilDay(number);
    const isEnd = civilDay(number + 1).day === 1;
    return 360 * year + 30 * month + (isEnd ? 30 : Math.min(day, 30));
  };
  return place(last) - place(first) + 1;
}
