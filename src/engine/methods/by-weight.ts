import type { Asset } from "../asset";
import { amountText, cents, type Cents } from "../money";
import { halfUp, minus, ratio, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { withinLife, type TimeLine } from "../time-line";
import type { Course } from "./method";

/**
 * The course of a method that goes by age: each stretch of life carries a weight, and what is left to charge is spread
 * over the weight that is left. `weightAt` is the weight gone at an age in ticks, which is within life.
 */
export function courseByWeight(
  asset: Asset,
  line: TimeLine,
  life: Ratio,
  fromTick: number,
  weightAt: (age: Ratio) => Ratio,
): Result<Course> {
  const gone = weightAt(withinLife(line, fromTick));
  const left = minus(weightAt(life), gone);
  const toCharge = asset.cost - asset.salvage - asset.accumulated;
  if (toCharge > 0 && left.top === 0n) {
    return fail({ code: "life-is-over", left: amountText(cents(toCharge), asset.decimals) });
  }
  const charged = (tick: number): Cents => {
    if (toCharge <= 0) return asset.accumulated;
    const part = minus(weightAt(withinLife(line, tick)), gone);
    const exact = ratio(BigInt(toCharge) * part.top * left.bottom, part.bottom * left.top);
    return cents(asset.accumulated + Number(halfUp(exact)));
  };
  return ok({ end: life, totalsAt: (ticks) => ticks.map(charged) });
}
