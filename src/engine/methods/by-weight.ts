import type { Asset } from "../asset";
import { amountText, cents, type Cents } from "../money";
import { ratio, whole, type Ratio } from "../ratio";
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

/** What a life that ends on a tick weighs from its beginning to a tick, which may be beyond its end; whole numbers. */
export type WeightAt = (tick: number) => number;

/**
 * The course of a method that goes by age: what is left to charge is spread over the weight that is left. In plain
 * numbers, by `weightAt`, where the life ends on a tick and they are safe. Problem: life-is-over, where something is left
 * to charge and no life.
 */
export function courseByWeight(
  asset: Asset,
  life: Ratio,
  fromTick: number,
  weightAt: (lifeTicks: number) => WeightAt,
  stretched: () => WeightedLife,
): Result<Course> {
  const end = Number(life.top);
  if (life.bottom === 1n && end < mostPlain) {
    const plain = weightAt(end);
    if (plain(end) < mostPlain) return courseInPlain(asset, end, fromTick, plain);
  }
  return courseInStretches(asset, stretched(), fromTick);
}

// Up to here twice a weight times a weight is a safe number.
const mostPlain = 2 ** 25;

function courseInPlain(asset: Asset, end: number, fromTick: number, weightAt: WeightAt): Result<Course> {
  const gone = weightAt(fromTick);
  const left = weightAt(end) - gone;
  const toCharge = asset.cost - asset.salvage - asset.accumulated;
  const known = courseWithout(asset, whole(end), toCharge, left);
  if (known !== undefined) return known;
  // toCharge * weight / left, rounded half up, without a product that might not be safe.
  const quotient = Math.floor(toCharge / left);
  const remainder = toCharge - quotient * left;
  const totalAt = (tick: number): Cents => {
    const weight = weightAt(tick) - gone;
    const rest = Math.floor((2 * remainder * weight + left) / (2 * left));
    return cents(asset.accumulated + quotient * weight + rest);
  };
  return ok({ end: whole(end), totalsAt: (ticks) => ticks.map(totalAt) });
}

function courseInStretches(asset: Asset, life: WeightedLife, fromTick: number): Result<Course> {
  const units = life.stretches.reduce((total, stretch) => total + stretch.units, 0n);
  const end = ratio(units, life.unitsPerTick);
  const weightAt = weightGone(life);
  const gone = weightAt(fromTick);
  const left = life.stretches.reduce((total, stretch) => total + stretch.units * stretch.weight, 0n) - gone;
  const toCharge = asset.cost - asset.salvage - asset.accumulated;
  const known = courseWithout(asset, end, toCharge, left);
  if (known !== undefined) return known;
  const charged = shareOf(toCharge, left);
  const totalAt = (tick: number): Cents => cents(asset.accumulated + charged(weightAt(tick) - gone));
  return ok({ end, totalsAt: (ticks) => ticks.map(totalAt) });
}

// Where nothing is left to charge, or no weight to charge it over.
function courseWithout(asset: Asset, end: Ratio, toCharge: number, left: number | bigint): Result<Course> | undefined {
  if (toCharge <= 0) return ok({ end, totalsAt: (ticks) => ticks.map(() => asset.accumulated) });
  if (left > 0) return undefined;
  return fail({ code: "life-is-over", left: amountText(cents(toCharge), asset.decimals) });
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

// The exact part amount * weight / whole, rounded half up.
function shareOf(amount: number, whole: bigint): (weight: bigint) => number {
  return (weight) => Number((2n * BigInt(amount) * weight + whole) / (2n * whole));
}
