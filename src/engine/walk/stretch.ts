import { carrying, chargeable, type Standing } from "../events/standing";
import type { Rule } from "../methods";
import { dividedBy, larger, lowest, minus, plus, smaller, times, whole, type Ratio } from "../ratio";
import { declineOver } from "./decline";
import type { Trip } from "./trip";

/**
 * A part of a life over which one formula says what is charged: to the end of the life for methods by age, a fiscal year
 * for those by year, a row for those by use.
 */
export interface Stretch extends Opening {
  /** What is charged after so many months of life of it; `isLast` where the life ends there. */
  readonly at: (gone: Ratio, isLast: boolean) => Ratio;
}

/** Where a stretch begins. */
export interface Opening {
  /** Which part of the life it is; the next one begins where this changes. */
  readonly step: number;
  readonly row: number;
  readonly fiscalYear: number;
  /** Months of life from here to the end of the step. */
  readonly months: () => Ratio;
  /** The months of life that the whole fiscal year had before something cut it: where a year's amount is shared out. */
  readonly monthsOfYear: () => Ratio;
  /** Likewise of the row, for those whose steps are rows. */
  readonly monthsOfRow: () => Ratio;
}

type ByAge = Extract<Rule, { by: "age" }>;

/** The formula from here on; undefined where the terms lack a rate. */
export function stretchFrom(trip: Trip, standing: Standing, opening: Opening): Stretch | undefined {
  const at = formulaFrom(trip, standing, opening);
  return at === undefined ? undefined : { ...opening, at };
}

function formulaFrom(trip: Trip, standing: Standing, opening: Opening): Stretch["at"] | undefined {
  const { rule } = standing.pattern;
  switch (rule.by) {
    case "age":
      return byAge(trip, standing, rule);
    case "fiscal-year":
      return declineOver(trip, standing, rule, opening.months());
    case "units":
      return evenly(standing, useOf(standing, rule, opening).charge, opening.months());
    case "year-amounts":
      return shareOfYear(standing, rule.amountOfYear(opening.fiscalYear), opening);
    case "charges":
      return evenly(standing, chargeOf(rule, opening), opening.months());
    case "nothing":
      return () => whole(0);
  }
}

// Use and given charges do not go by age: a row in which a convention puts no month of life has its charge all the same.
function evenly({ isStopped }: Standing, charge: Ratio, months: Ratio): Stretch["at"] {
  if (isStopped) return () => whole(0);
  return (gone) => (months.top === 0n ? charge : dividedBy(times(charge, gone), months));
}

// Where something cuts a row in two, each part has its share.
function partOfRow({ months, monthsOfRow }: Opening): Ratio {
  const ofRow = monthsOfRow();
  return ofRow.top === 0n ? whole(1) : lowest(dividedBy(months(), ofRow));
}

function chargeOf({ charges }: Extract<Rule, { by: "charges" }>, opening: Opening): Ratio {
  return times(whole(charges[opening.row - 1] ?? 0), partOfRow(opening));
}

// What is left to charge goes over the part of the pattern that is left, so whatever changed it changes all of the rest.
function byAge(trip: Trip, standing: Standing, rule: ByAge): Stretch["at"] {
  const rest = chargeable(standing);
  const { age, life } = standing.pattern;
  const base = baseByAge(trip, standing, rule);
  if (life === undefined || base === undefined) return () => whole(0);
  const before = rule.share(age, life);
  return (gone, isLast) => {
    if (isLast) return rest;
    return smaller(rest, times(base, minus(rule.share(plus(age, gone), life), before)));
  };
}

/** The amount of which the pattern takes its shares; undefined where nothing is left of either. */
export function baseByAge({ asset, policy, life: fullLife }: Trip, standing: Standing, rule: ByAge): Ratio | undefined {
  const rest = chargeable(standing);
  const { age, life } = standing.pattern;
  if (life === undefined || life.top <= 0n || rest.top === 0n) return undefined;
  const left = minus(whole(1), rule.share(age, life));
  if (left.top <= 0n) return undefined;
  const keeps = policy.opening === "keep-instalment" && asset.accumulated > 0 && life === fullLife;
  return keeps ? whole(asset.cost - asset.salvage) : lowest(dividedBy(rest, left));
}

/** What is left goes over the units that are left. */
export function useOf(standing: Standing, rule: Extract<Rule, { by: "units" }>, opening: Opening): UseOfRow {
  const inRow = rule.units[opening.row - 1] ?? whole(0);
  const toCome = times(inRow, partOfRow(opening));
  const before = rule.usedBefore[opening.row - 1] ?? rule.usedBefore.at(-1) ?? whole(0);
  const left = larger(whole(0), minus(rule.total, plus(before, minus(inRow, toCome))));
  const now = smaller(toCome, left);
  const charge = left.top === 0n ? left : lowest(dividedBy(times(chargeable(standing), now), left));
  return { left, now, charge };
}

/** The units that are left before a row and those that it uses, never more of them than there are. */
export interface UseOfRow {
  readonly left: Ratio;
  readonly now: Ratio;
  readonly charge: Ratio;
}

// Whatever the salvage, but never more than there is.
function shareOfYear(standing: Standing, amount: Ratio, { monthsOfYear }: Opening): Stretch["at"] {
  const rest = larger(whole(0), carrying(standing));
  const months = monthsOfYear();
  if (months.top === 0n) return () => whole(0);
  return (gone) => smaller(rest, dividedBy(times(amount, gone), months));
}
