import type { Result } from "../engine";
import { fail, ok } from "../engine";
import { bare } from "./header";

/** What an event's Value means: an amount of money, a count, the word of a method, or nothing. */
export type EventValue = "amount" | "months" | "units" | "method" | "none";

export interface EventType {
  readonly word: string;
  readonly aliases: readonly string[];
  readonly label: string;
  readonly value: EventValue;
}

/** What can happen to an asset between its first and its last day, in the order in which one day's events count. */
export const eventTypes: readonly EventType[] = [
  { word: "IMPROVEMENT", aliases: ["Addition"], label: "Improvement", value: "amount" },
  { word: "REVALUATION_UP", aliases: [], label: "Revaluation up", value: "amount" },
  { word: "REVALUATION_DOWN", aliases: [], label: "Revaluation down", value: "amount" },
  { word: "IMPAIRMENT", aliases: ["Impairment loss"], label: "Impairment", value: "amount" },
  { word: "IMPAIRMENT_REVERSAL", aliases: ["Reversal of impairment"], label: "Impairment reversal", value: "amount" },
  { word: "SALVAGE", aliases: ["Residual", "Residual value"], label: "New salvage", value: "amount" },
  { word: "LIFE", aliases: ["Useful life", "Remaining life"], label: "New remaining life in months", value: "months" },
  { word: "METHOD", aliases: [], label: "New method", value: "method" },
  { word: "USAGE", aliases: ["Units"], label: "Units used", value: "units" },
  { word: "TOTAL_UNITS", aliases: [], label: "New total units", value: "units" },
  { word: "STOP", aliases: ["Held for sale", "Idle"], label: "Stop", value: "none" },
  { word: "RESUME", aliases: [], label: "Resume", value: "none" },
  { word: "TRANSFER", aliases: [], label: "Transfer to another class", value: "none" },
  { word: "DISPOSAL", aliases: ["Sale", "Sold", "Retirement", "Scrapped"], label: "Disposal", value: "amount" },
];

/** Finds an event type by its word or an alias; only letters and digits count. Problem: unknown-word. */
export function eventTypeNamed(text: string): Result<EventType> {
  const found = eventTypes.find(({ word, aliases }) => [word, ...aliases].some((known) => bare(known) === bare(text)));
  if (found !== undefined) return ok(found);
  return fail({ code: "unknown-word", what: "event type", given: text, known: eventTypes.map(({ word }) => word) });
}
