import { carrying, monthsLeft, type Standing } from "../events/standing";
import { dividedBy, larger, lowest, minus, plus, smaller, times, whole, type Ratio } from "../ratio";
import type { Slice } from "../time/time";
import { baseStep, monthsAhead } from "./ahead";
import { lifeIn, type Path } from "./path";
import type { Trip } from "./trip";

/** A path at the start of its trip, and the month with which it goes on. */
export interface Beginning {
  readonly path: Path;
  readonly index: number;
}

/** At the in-service date, or where opening balances end: months that end on or before their day are inside them. */
export function beginning(trip: Trip): Beginning {
  const { asset, rule, life, inService } = trip;
  const lifetime = { from: inService, months: life };
  const passed = passedMonths(trip, lifetime);
  const first = trip.time.slices(passed.index, [], lifetime)[0];
  const pattern = { rule, age: passed.age, life };
  const standing = begun(asset, pattern);
  const ahead = first === undefined ? whole(0) : yearAhead(trip, { standing, lifetime }, passed.index, first);
  const inYear = plus(passed.inYear, ahead);
  const year = { fiscalYear: first?.fiscalYear ?? 0, months: (): Ratio => inYear };
  const yearBase = larger(carrying(standing), yearBaseOf(trip, standing, passed.inYear, ahead));
  const path: Path = {
    standing: { ...standing, yearBase },
    lifetime,
    stretch: undefined,
    base: first === undefined ? 0 : baseStep(trip, first, passed.age),
    next: 0,
    gone: whole(0),
    exact: standing.exact,
    posted: standing.exact,
    days: 0,
    units: whole(0),
    lastDay: undefined,
    year,
    row: { number: 0, months: () => whole(0) },
    rows: [],
    movements: [],
    watch: undefined,
  };
  return { path, index: passed.index };
}

function begun({ cost, salvage, accumulated }: Trip["asset"], pattern: Standing["pattern"]): Standing {
  return {
    cost,
    accumulated,
    exact: whole(accumulated),
    impairment: 0,
    surplus: 0,
    revaluationLoss: 0,
    salvage: whole(salvage),
    pattern,
    yearBase: whole(cost - accumulated),
    isStopped: false,
    isGone: false,
  };
}

interface Passed {
  readonly index: number;
  /** Months of life before it, in all and in its fiscal year. */
  readonly age: Ratio;
  readonly inYear: Ratio;
}

function passedMonths({ time, openedAsOf, life }: Trip, lifetime: Path["lifetime"]): Passed {
  let [index, age, inYear, year] = [0, whole(0), whole(0), -1];
  const running = { standing: { isStopped: false } as Standing };
  for (;;) {
    const slice = time.slices(index, [], lifetime)[0];
    const isPassed = openedAsOf !== undefined && slice?.span !== undefined && slice.span.lastDay <= openedAsOf;
    if (slice !== undefined && slice.fiscalYear !== year) [year, inYear] = [slice.fiscalYear, whole(0)];
    if (slice === undefined || !isPassed) return { index, age, inYear };
    const taken = lifeIn(running, slice, life === undefined ? undefined : larger(whole(0), minus(life, age)));
    [index, age, inYear] = [index + 1, lowest(plus(age, taken)), lowest(plus(inYear, taken))];
  }
}

function yearAhead(trip: Trip, path: Pick<Path, "standing" | "lifetime">, index: number, first: Slice): Ratio {
  return monthsAhead(path, trip, index, first, (next) => next.fiscalYear === first.fiscalYear);
}

/**
 * The book value at the fiscal year's start where the opening balances give only the one in mid-year: the one that these
 * terms bring down to it, unless the charge of the year is given. Each rule of a year (declining, straight, capped) has its
 * own answer: one that charges more needs a higher start, so the larger charge is the larger answer, the cap the smaller.
 */
function yearBaseOf(trip: Trip, standing: Standing, gone: Ratio, ahead: Ratio): Ratio {
  const { asset, rule } = trip;
  const known = carrying(standing);
  if (asset.chargedThisYear !== undefined) return plus(known, whole(asset.chargedThisYear));
  if (rule.by !== "fiscal-year" || gone.top === 0n || ahead.top === 0n) return known;
  const rate = rule.rate(standing.pattern.life);
  if (rate === undefined) return known;
  const declining = dividedBy(known, minus(whole(1), dividedBy(times(rate, gone), whole(12))));
  const evenlyOver = (months: Ratio): Ratio => {
    const part = dividedBy(gone, months);
    return dividedBy(minus(known, times(standing.salvage, part)), minus(whole(1), part));
  };
  const left = monthsLeft(standing);
  const straight = rule.switchToStraightLine && left !== undefined ? evenlyOver(plus(left, gone)) : known;
  return smaller(larger(declining, straight), evenlyOver(plus(gone, ahead)));
}
