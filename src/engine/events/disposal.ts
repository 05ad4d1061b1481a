import { minus, nearestWhole, plus, ratioOf, times, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { amountIn, movementOf, type Effect } from "./effect";
import type { AssetEvent } from "./event";
import { bookValue, type Standing } from "./standing";

/**
 * The asset goes, or a share of it: of the posted amounts half up, the rest by subtraction. Gain or loss is proceeds less
 * carrying amount (IAS 16.71); the surplus goes to retained earnings (IAS 16.41).
 */
export const dispose: Effect = (standing, event, { decimals }) => {
  const proceeds = event.value === undefined || event.value === "" ? ok(0) : amountIn(event, decimals);
  if (!proceeds.ok) return proceeds;
  const share = shareIn(event);
  if (!share.ok) return share;
  const after = withoutShare(standing, share.value);
  const profit = proceeds.value - (bookValue(standing) - bookValue(after));
  return ok({
    standing: after,
    movement: movementOf(event, "disposal", standing, after, { proceeds: proceeds.value, profit }),
  });
};

function shareIn({ share = 1 }: AssetEvent): Result<Ratio> {
  if (!Number.isFinite(share)) return fail({ code: "not-a-number", what: "share", given: share });
  if (share <= 0) return fail({ code: "not-positive", what: "share", given: share });
  return share <= 1 ? ok(ratioOf(share)) : fail({ code: "too-large", what: "share", given: share, most: "1" });
}

function withoutShare(standing: Standing, share: Ratio): Standing {
  const rest = minus(whole(1), share);
  const left = (amount: number): number => amount - nearestWhole(times(whole(amount), share));
  const accumulated = left(standing.accumulated);
  return {
    ...standing,
    cost: left(standing.cost),
    accumulated,
    exact: plus(standing.exact, whole(accumulated - standing.accumulated)),
    impairment: left(standing.impairment),
    surplus: left(standing.surplus),
    revaluationLoss: left(standing.revaluationLoss),
    salvage: times(standing.salvage, rest),
    yearBase: times(standing.yearBase, rest),
    isGone: rest.top === 0n,
  };
}
