import type { Day } from "../day";
import { monthsLeft } from "../events/standing";
import { lowest, minus, plus, whole, type Ratio } from "../ratio";
import type { Rule } from "../methods";
import type { Slice } from "../time/time";
import { lifeIn, type Path } from "./path";
import type { Trip } from "./trip";

/** Which part of the life a slice belongs to: where the next part begins, its formula begins anew. */
export function stepOf(trip: Trip, { by }: Rule, slice: Slice, age: Ratio): number {
  if (by === "units" || by === "charges") return slice.row;
  if (by === "year-amounts") return slice.fiscalYear;
  if (by !== "fiscal-year") return 0;
  return trip.policy.test === "period" ? slice.row : baseStep(trip, slice, age);
}

/** Where a declining base steps down. */
export function baseStep({ policy, rowMonths }: Trip, { fiscalYear, row }: Slice, age: Ratio): number {
  if (policy.step === "fiscal-year") return fiscalYear;
  if (policy.step === "row") return row;
  if (policy.step === "posting-year") return Math.floor(((row - 1) * rowMonths) / 12);
  return Number(age.top / (12n * age.bottom));
}

/** The months of life from this slice to the end of its part. */
export function monthsAhead(
  path: Pick<Path, "standing" | "lifetime">,
  trip: Trip,
  index: number,
  slice: Slice,
  sameStep: (next: Slice, age: Ratio) => boolean,
): Ratio {
  let months = whole(0);
  const left = monthsLeft(path.standing);
  for (let at = index; ; at += 1) {
    for (const next of trip.time.slices(at, cutsOf(trip), path.lifetime)) {
      if (isBefore(next, slice)) continue;
      if (!sameStep(next, plus(path.standing.pattern.age, months))) return months;
      const rest = left === undefined ? undefined : minus(left, months);
      if (rest !== undefined && rest.top <= 0n) return months;
      months = lowest(plus(months, lifeIn({ standing: { ...path.standing, isStopped: false } }, next, rest)));
    }
  }
}

/** The days at which events cut a month in two. */
export function cutsOf({ events }: Trip): readonly Day[] {
  return events.map(({ from }) => from);
}

function isBefore(next: Slice, slice: Slice): boolean {
  return next.span !== undefined && slice.span !== undefined && next.span.firstDay < slice.span.firstDay;
}
