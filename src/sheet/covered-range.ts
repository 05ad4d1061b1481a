/** The days that a charge stands for. Two charges of one asset must never stand for the same day. */
import { type Day, dayText, firstDay, lastDay, monthOf, monthText } from "../engine";
import { updateTypes, type UpdateType } from "./update-types";

export interface CoveredRange {
  readonly first: Day;
  readonly last: Day;
}

/** A row of the schedule, or a posting that a ledger holds. */
export interface Covering {
  readonly type: UpdateType;
  readonly periodStart?: Day;
  readonly periodEnd: Day;
  readonly change?: string;
}

/**
 * What a row covers: from its period start, or the calendar month where the sheet has none. A row that is no charge of a
 * period covers nothing, nor does a correction without a period of its own: it makes up for months that others cover.
 */
export function coveredRange({ type, periodStart, periodEnd, change }: Covering): CoveredRange | undefined {
  const isOfPeriod = updateTypes.some(({ word, atMonthEnd }) => word === type && atMonthEnd);
  if (!isOfPeriod || (change !== undefined && periodStart === undefined)) return undefined;
  return periodStart === undefined ? calendarMonth(periodEnd) : { first: periodStart, last: periodEnd };
}

export function calendarMonth(day: Day): CoveredRange {
  return { first: firstDay(monthOf(day)), last: lastDay(monthOf(day)) };
}

export function isOverlapping(one: CoveredRange, other: CoveredRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** "2026-01", "2026-01 to 2026-03", or days where it is no whole months. */
export function rangeText({ first, last }: CoveredRange): string {
  const [from, to] = [monthOf(first), monthOf(last)];
  if (first !== firstDay(from) || last !== lastDay(to)) return `${dayText(first)} to ${dayText(last)}`;
  return from === to ? monthText(from) : `${monthText(from)} to ${monthText(to)}`;
}

/** Of things with ranges: each that shares a day with another one, and the first such other. */
export function overlapping<T>(things: readonly T[], rangeOf: (thing: T) => CoveredRange): ReadonlyMap<T, T> {
  const inOrder = things.map((thing) => ({ thing, range: rangeOf(thing) }));
  inOrder.sort((left, right) => left.range.first - right.range.first || left.range.last - right.range.last);
  const found = new Map<T, T>();
  let furthest = inOrder[0];
  for (const next of inOrder.slice(1)) {
    if (furthest !== undefined && next.range.first <= furthest.range.last) {
      found.set(next.thing, furthest.thing);
      if (!found.has(furthest.thing)) found.set(furthest.thing, next.thing);
    }
    if (furthest === undefined || next.range.last > furthest.range.last) furthest = next;
  }
  return found;
}
