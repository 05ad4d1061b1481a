import { calendars, type Calendar } from "../time/calendar";
import { dayCounts, type DayCount } from "../time/day-count";
import type { Named } from "../words";
import { disposals, type DisposalRule } from "./disposal";
import { effects, type EffectRule } from "./effect";
import { freedom, type Freedom } from "./freedom";
import { roundings, type Rounding } from "./rounding";

/** What a declining balance takes its rate of. */
export type DecliningBase = "cost" | "cost-less-salvage";
/** How a declining life ends. */
export type DecliningEnd = "stop" | "rest-last" | "switch";
/** Where the declining base steps down. */
export type DecliningStep = "fiscal-year" | "life-year" | "posting-year" | "row";
/** How a year's declining charge falls on its periods. */
export type InsideYear = "even" | "compounded";
/** Where a declining rate comes from when the terms give none: a year's, or for the last one a row's. */
export type RateRule = "factor" | "from-salvage" | "factor-or-salvage" | "row-from-salvage";
export type RateRounding = "exact" | "three-decimals" | "three-decimals-of-percent";
/** How often cap and switch are tested. */
export type TestEvery = "year" | "period";
/** What a switch goes over to: the straight line over what is left of the life, or the original yearly amount. */
export type SwitchTarget = "remaining-life" | "original-amount";
/** The day of a period on which its charge is posted. */
export type PostingDay = "arrears" | "advance";
/** What an addition does beside raising what is left to charge: nothing, or its share of the life that is gone at once. */
export type AdditionRule = "prospective" | "catch-up";
/** What becomes of the days between the last posting and an event. */
export type DaysBeforeEvent = "charged" | "lost";
export type RevaluationRule = "elimination" | "proportional";
export type OpeningRule = "respread" | "keep-instalment";

/** The degrees of freedom in which accounting systems differ: the same words give different numbers by them. */
export interface Policy {
  readonly base: DecliningBase;
  readonly end: DecliningEnd;
  readonly step: DecliningStep;
  readonly insideYear: InsideYear;
  readonly rate: RateRule;
  readonly rateRounding: RateRounding;
  readonly rounding: Rounding;
  readonly dayCount: DayCount;
  readonly calendar: Calendar;
  readonly posting: PostingDay;
  readonly test: TestEvery;
  readonly switchTarget: SwitchTarget;
  readonly disposal: DisposalRule;
  readonly effect: EffectRule;
  readonly addition: AdditionRule;
  readonly daysBefore: DaysBeforeEvent;
  readonly revaluation: RevaluationRule;
  readonly opening: OpeningRule;
}

function words<W extends string>(
  ...values: readonly (readonly [W, string])[]
): readonly (Named & { readonly value: W })[] {
  return values.map(([word, label]) => ({ word, aliases: [], label, value: word }));
}

function entries<T extends Named>(list: readonly T[]): readonly (Named & { readonly value: T })[] {
  return list.map((value) => ({ word: value.word, aliases: value.aliases, label: value.label, value }));
}

/** Every freedom with its values, the default first. Options of the formulas and the help pages are made of this list. */
export const freedoms: readonly Freedom[] = [
  freedom("base", "declining base", words(["cost", "Book value"], ["cost-less-salvage", "Book value less salvage"])),
  freedom(
    "end",
    "declining end",
    words(
      ["stop", "Stop at salvage or where the life ends"],
      ["rest-last", "The whole rest in the last period"],
      ["switch", "Switch to straight line"],
    ),
  ),
  freedom(
    "step",
    "declining step",
    words(
      ["fiscal-year", "Each fiscal year"],
      ["life-year", "Each year of life"],
      ["posting-year", "Every year of rows from the first posting"],
      ["row", "Each row"],
    ),
  ),
  freedom("insideYear", "inside year", words(["even", "Evenly"], ["compounded", "Compounded each period"])),
  freedom(
    "rate",
    "rate rule",
    words(
      ["factor", "Factor / life"],
      ["from-salvage", "1 - (salvage / cost)^(1 / years)"],
      ["factor-or-salvage", "Factor / life, else 1 - (salvage / cost)^(1 / years)"],
      ["row-from-salvage", "1 - (salvage / cost)^(1 / rows), a row"],
    ),
  ),
  freedom(
    "rateRounding",
    "rate rounding",
    words(
      ["exact", "Not rounded"],
      ["three-decimals", "To 3 decimals"],
      ["three-decimals-of-percent", "To 3 decimals of a percent"],
    ),
  ),
  freedom("rounding", "rounding", entries(roundings)),
  freedom("dayCount", "day count", entries(dayCounts)),
  freedom("calendar", "calendar", entries(calendars)),
  freedom("posting", "posting", words(["arrears", "Last day of the period"], ["advance", "First day of the period"])),
  freedom(
    "test",
    "test",
    words(["year", "Cap and switch once a fiscal year"], ["period", "Cap and switch each period"]),
  ),
  freedom(
    "switchTarget",
    "switch target",
    words(
      ["remaining-life", "Straight line over the remaining life"],
      ["original-amount", "The original straight-line amount"],
    ),
  ),
  freedom("disposal", "disposal", entries(disposals), true),
  freedom("effect", "events take effect", entries(effects), true),
  freedom(
    "addition",
    "addition",
    words(["prospective", "Spread over what is left of the life"], ["catch-up", "Its share of the life gone at once"]),
    true,
  ),
  freedom(
    "daysBefore",
    "days before an event",
    words(["charged", "Charged"], ["lost", "Not charged, though the life goes on"]),
    true,
  ),
  freedom(
    "revaluation",
    "revaluation",
    words(["elimination", "Accumulated eliminated against cost"], ["proportional", "Cost and accumulated restated"]),
    true,
  ),
  freedom(
    "opening",
    "opening",
    words(["respread", "Respread over the remaining life"], ["keep-instalment", "Keep the original instalment"]),
  ),
];

/** What counts where neither terms nor profile say otherwise. */
export const defaultPolicy: Policy = Object.fromEntries(
  freedoms.map(({ key, values }) => [key, values[0]?.value]),
) as unknown as Policy;
