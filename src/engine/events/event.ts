import type { Day } from "../day";
import type { Result } from "../result";
import { named, type Named } from "../words";
import { dispose } from "./disposal";
import type { Effect } from "./effect";
import { impair, reverseImpairment } from "./impairment";
import { improve, revalueDown, revalueUp } from "./revaluation";
import { newLife, newMethod, newSalvage, newTotalUnits, resume, stop, transfer, use } from "./terms";

/** What an event's value means: an amount of money, months, units, the word of a method, or nothing. */
export type EventValue = "amount" | "months" | "units" | "method" | "none";

/** Something that can happen to an asset between its first and its last day. */
export interface EventType extends Named {
  readonly value: EventValue;
  /** Whether it changes what is left to charge, which takes a life that is not over. */
  readonly needsLife: boolean;
  /** Whether one day can have only one of it. */
  readonly onceADay: boolean;
  /** Whether it gives the asset months of life. */
  readonly givesLife?: boolean;
  /** Whether the asset, or a share of it, goes: how far it is charged then, a freedom of its own says. */
  readonly endsService?: boolean;
  /** Whether it belongs to the running total of impairments. */
  readonly isImpairment?: boolean;
  /** Whether its units are used in the row that holds its day. */
  readonly isUse?: boolean;
  readonly effect: Effect;
}

/** An event as a cell or a register row gives it; the order in a list does not count. */
export interface AssetEvent {
  readonly date: Day;
  readonly type: EventType;
  /** Positive currency units, months or units, or a method's word, as the type says; the type gives the sign. */
  readonly value?: number | string;
  /** Of a disposal: the part that goes, above 0 and at most 1; the whole where it is left out. */
  readonly share?: number;
  readonly counterAccount?: string;
  readonly newClass?: string;
}

const once = { needsLife: true, onceADay: true };
const often = { needsLife: true, onceADay: false };

/** In the order in which one day's events count. */
export const eventTypes: readonly EventType[] = [
  { word: "IMPROVEMENT", aliases: ["Addition"], label: "Improvement", value: "amount", ...often, effect: improve },
  { word: "REVALUATION_UP", aliases: [], label: "Revaluation up", value: "amount", ...often, effect: revalueUp },
  { word: "REVALUATION_DOWN", aliases: [], label: "Revaluation down", value: "amount", ...often, effect: revalueDown },
  {
    word: "IMPAIRMENT",
    aliases: ["Impairment loss"],
    label: "Impairment",
    value: "amount",
    ...often,
    isImpairment: true,
    effect: impair,
  },
  {
    word: "IMPAIRMENT_REVERSAL",
    aliases: ["Reversal of impairment"],
    label: "Impairment reversal",
    value: "amount",
    ...often,
    isImpairment: true,
    effect: reverseImpairment,
  },
  {
    word: "SALVAGE",
    aliases: ["Residual", "Residual value"],
    label: "New salvage",
    value: "amount",
    ...once,
    effect: newSalvage,
  },
  {
    word: "LIFE",
    aliases: ["Useful life", "Remaining life"],
    label: "New remaining life in months",
    value: "months",
    needsLife: false,
    onceADay: true,
    givesLife: true,
    effect: newLife,
  },
  { word: "METHOD", aliases: [], label: "New method", value: "method", ...once, effect: newMethod },
  { word: "USAGE", aliases: ["Units"], label: "Units used", value: "units", ...often, isUse: true, effect: use },
  {
    word: "TOTAL_UNITS",
    aliases: [],
    label: "New total units",
    value: "units",
    ...once,
    effect: newTotalUnits,
  },
  {
    word: "STOP",
    aliases: ["Held for sale", "Idle"],
    label: "Stop",
    value: "none",
    ...once,
    effect: stop,
  },
  { word: "RESUME", aliases: [], label: "Resume", value: "none", ...once, effect: resume },
  {
    word: "TRANSFER",
    aliases: [],
    label: "Transfer to another class",
    value: "none",
    needsLife: false,
    onceADay: true,
    effect: transfer,
  },
  {
    word: "DISPOSAL",
    aliases: ["Sale", "Sold", "Retirement", "Scrapped"],
    label: "Disposal",
    value: "amount",
    needsLife: false,
    onceADay: false,
    endsService: true,
    effect: dispose,
  },
];

/** Problem: unknown-word. */
export function eventTypeNamed(text: string): Result<EventType> {
  return named("event type", eventTypes, [], text);
}
