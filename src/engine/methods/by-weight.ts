import type { Asset } from "../asset";
import { amountText, cents, type Cents } from "../money";
import { ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import type { Course } from "./method";

/**
 * A stretch of life that weighs the same from end to end. Life is counted in units: ticks, or parts of a tick where the
 * life ends inside one. Stretches follow each other from age 0 to the end of the life.
 */
export interface Stretch {
  readonly units: bigint;
  /** What one unit weighs. */
  readonly weight: bigint;
}

/** A life as stretches; `unitsPerTick` says how finely. */
export interface WeightedLife {
  readonly unitsPerTick: bigint;
  readonly stretches: readonly Stretch[];
}

/**
 * The course of a method that goes by age: what is left to charge is spread over the weight that is left.
 * Problem: life-is-over, where something is left to charge and no life.
 */
export function courseByWeight(asset: Asset, life: WeightedLife, fromTick: number): Result<Course> {
  const units = life.stretches.reduce((total, stretch) => total + stretch.units, 0n);
  const end = ratio(units, life.unitsPerTick);
  const weightAt = weightGone(life);
  const gone = weightAt(fromTick);
  const left = life.stretches.reduce((total, stretch) => total + stretch.units * stretch.weight, 0n) - gone;
  const toCharge = asset.cost - asset.salvage - asset.accumulated;
  if (toCharge <= 0) return ok({ end, totalsAt: (ticks) => ticks.map(() => asset.accumulated) });
  if (left === 0n) return fail({ code: "life-is-over", left: amountText(cents(toCharge), asset.decimals) });
  const charged = shareOf(toCharge, left);
  const totalAt = (tick: number): Cents => cents(asset.accumulated + charged(weightAt(tick) - gone));
  return ok({ end, totalsAt: (ticks) => ticks.map(totalAt) });
}

// Ages rise, so the search goes on from the stretch that was found last; an age behind it begins anew.
function weightGone({ unitsPerTick, stretches }: WeightedLife): (tick: number) => bigint {
  let [index, start, before] = [0, 0n, 0n];
  return (tick) => {
    const age = BigInt(tick) * unitsPerTick;
    if (age < start) [index, start, before] = [0, 0n, 0n];
    for (;;) {
      const stretch = stretches[index];
      if (stretch === undefined) return before;
      if (age <= start + stretch.units) return before + (age - start) * stretch.weight;
      start += stretch.units;
      before += stretch.units * stretch.weight;
      index += 1;
    }
  };
}

// The exact part amount * weight / whole, rounded half up. In doubles only where every number on the way is whole and safe.
function shareOf(amount: number, whole: bigint): (weight: bigint) => number {
  const isSafe = (2n * BigInt(amount) + 1n) * whole <= BigInt(Number.MAX_SAFE_INTEGER);
  if (!isSafe) return (weight) => Number((2n * BigInt(amount) * weight + whole) / (2n * whole));
  const divisor = Number(whole);
  return (weight) => Math.floor((2 * amount * Number(weight) + divisor) / (2 * divisor));
}
