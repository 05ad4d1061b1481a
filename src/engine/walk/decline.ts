import { carrying, chargeable, monthsLeft, type Standing } from "../events/standing";
import type { Rule } from "../methods";
import type { Policy } from "../policy/policy";
import { root } from "../root";
import { dividedBy, larger, lowest, minus, nearestWhole, ratio, smaller, times, whole, type Ratio } from "../ratio";
import type { Stretch } from "./stretch";
import type { Trip } from "./trip";

type ByYear = Extract<Rule, { by: "fiscal-year" }>;

/**
 * A declining stretch of so many months: its part of the book value at the year's start, or the straight line where that
 * is more and the policy goes over to it; never below salvage. Undefined where the terms lack a rate.
 */
export function declineOver(trip: Trip, standing: Standing, rule: ByYear, months: Ratio): Stretch["at"] | undefined {
  const stretch = declineOf(trip, standing, rule, months);
  if (stretch === undefined) return undefined;
  const { base, rate, most, charge } = stretch;
  const takesRest = trip.policy.end === "rest-last";
  const chargeAfter = trip.policy.insideYear === "compounded" ? compounded(base, rate) : evenly(charge, months);
  return (gone, isLast) => (takesRest && isLast ? most : smaller(most, chargeAfter(gone)));
}

/** How the charge of a declining stretch comes about. */
export interface DeclineOfStretch {
  readonly base: Ratio;
  readonly rate: Ratio;
  /** What the rate and what the straight line would take; the latter is 0 where nothing goes over to it. */
  readonly declining: Ratio;
  readonly straight: Ratio;
  /** Down to salvage. */
  readonly most: Ratio;
  readonly charge: Ratio;
}

/** Undefined where the terms lack a rate. */
export function declineOf(trip: Trip, standing: Standing, rule: ByYear, months: Ratio): DeclineOfStretch | undefined {
  const rate = rateOf(trip, standing, rule);
  if (rate === undefined) return undefined;
  const isCompounded = trip.policy.insideYear === "compounded";
  const base = baseOf(trip, standing, isCompounded ? carrying(standing) : standing.yearBase);
  const most = chargeable(standing);
  const declining = dividedBy(times(times(base, rate), months), whole(12));
  const straight = straightOver(trip, standing, rule, months);
  return { base, rate, declining, straight, most, charge: lowest(smaller(larger(declining, straight), most)) };
}

function evenly(charge: Ratio, months: Ratio): (gone: Ratio) => Ratio {
  return (gone) => (months.top === 0n ? whole(0) : dividedBy(times(charge, gone), months));
}

function straightOver({ asset, policy, life }: Trip, standing: Standing, rule: ByYear, months: Ratio): Ratio {
  const left = monthsLeft(standing);
  if (!rule.switchToStraightLine && policy.end !== "switch") return whole(0);
  if (left === undefined || left.top <= 0n) return whole(0);
  if (policy.switchTarget === "remaining-life" || life === undefined) {
    return dividedBy(times(chargeable(standing), months), left);
  }
  return dividedBy(times(whole(asset.cost - asset.salvage), months), life);
}

function baseOf({ policy }: Trip, { salvage }: Standing, bookValue: Ratio): Ratio {
  return policy.base === "cost" ? bookValue : larger(whole(0), minus(bookValue, salvage));
}

// base x (1 - (1 - rate)^(months / 12)): it declines inside the year as well, so that it may begin anew at any time on what
// is there then.
function compounded(base: Ratio, rate: Ratio): (gone: Ratio) => Ratio {
  const keep = minus(whole(1), rate);
  return (gone) => times(base, minus(whole(1), root(keep, { top: gone.top, bottom: 12n * gone.bottom })));
}

function rateOf(trip: Trip, { pattern: { life } }: Standing, rule: ByYear): Ratio | undefined {
  const { asset, policy, rowMonths } = trip;
  const years = (rate: Ratio | undefined): Ratio | undefined => withPlaces(rate, policy);
  const own = rule.rate(life);
  switch (policy.rate) {
    case "factor":
      return years(own);
    case "factor-or-salvage":
      return years(own ?? rateFromSalvage(asset, life, 12));
    case "from-salvage":
      return years(asset.rate === undefined ? rateFromSalvage(asset, life, 12) : own);
    case "row-from-salvage": {
      if (asset.rate !== undefined) return years(own);
      const ofRow = withPlaces(rateFromSalvage(asset, life, rowMonths), policy);
      return ofRow === undefined ? undefined : lowest(times(ofRow, ratio(12n, BigInt(rowMonths))));
    }
  }
}

// 1 - (salvage / cost)^(months / life): what so many months take
function rateFromSalvage({ cost, salvage }: Trip["asset"], life: Ratio | undefined, months: number): Ratio | undefined {
  if (life === undefined || cost === 0) return undefined;
  const part = lowest(ratio(BigInt(salvage), BigInt(cost)));
  return minus(whole(1), root(part, { top: BigInt(months) * life.bottom, bottom: life.top }));
}

const places = { exact: undefined, "three-decimals": 1_000, "three-decimals-of-percent": 100_000 } as const;

function withPlaces(rate: Ratio | undefined, { rateRounding }: Policy): Ratio | undefined {
  if (rate === undefined) return undefined;
  const parts = places[rateRounding];
  if (parts === undefined) return lowest(rate);
  return lowest(ratio(BigInt(nearestWhole(times(rate, whole(parts)))), BigInt(parts)));
}
