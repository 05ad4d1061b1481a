/** Assets to which something happens, written as an accountant would say it. */
import {
  bookOf,
  conventionNamed,
  dayFromText,
  eventTypeNamed,
  frequencyNamed,
  methodNamed,
  schedule,
  type AssetBook,
  type AssetEvent,
  type AssetTerms,
  type Day,
  type ScheduleRow,
} from "../../../src/engine";
import { value } from "../random-assets";

export interface Told extends Partial<Omit<AssetTerms, "method" | "frequency" | "dated" | "events">> {
  readonly method?: string;
  readonly frequency?: string;
  readonly start?: string;
  readonly convention?: string;
  readonly yearEnd?: number;
  /** Each as "2026-03-15 IMPROVEMENT 120", or with a share behind the value. */
  readonly events?: readonly string[];
}

export const day = (text: string): Day => value(dayFromText(text));

export function termsOf(told: Told): AssetTerms {
  const { method = "SL", frequency = "year", start = "2020-01-01", convention = "full-month", ...rest } = told;
  const { yearEnd = 12, events = [], ...others } = rest;
  return {
    cost: 0,
    salvage: 0,
    decimals: 2,
    ...others,
    method: value(methodNamed(method)),
    frequency: value(frequencyNamed(frequency)),
    dated: { inService: day(start), yearEnd, convention: value(conventionNamed(convention)) },
    events: events.map(eventOf),
  };
}

export function eventOf(text: string): AssetEvent {
  const [date = "", word = "", given, share] = text.split(" ");
  const type = value(eventTypeNamed(word));
  const number = given === undefined || given === "-" ? undefined : Number(given);
  return {
    date: day(date),
    type,
    ...(number === undefined ? {} : { value: Number.isNaN(number) ? (given ?? "") : number }),
    ...(share === undefined ? {} : { share: Number(share) }),
    ...(type.word === "TRANSFER" ? { newClass: "Other" } : {}),
  };
}

export function rowsOf(told: Told): readonly ScheduleRow[] {
  return value(schedule(termsOf(told)));
}

export function bookOfLife(told: Told): AssetBook {
  return value(bookOf(termsOf(told)));
}

/** What the schedule charges, in currency units. */
export function charges(told: Told): readonly number[] {
  return rowsOf(told).map(({ charge }) => charge / 100);
}
