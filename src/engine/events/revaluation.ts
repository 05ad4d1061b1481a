import { dividedBy, nearestWhole, plus, ratio, smaller, times, whole, type Ratio } from "../ratio";
import { ok, type Result } from "../result";
import { amountIn, atMost, movementOf, type Affected, type Circumstances, type Effect } from "./effect";
import type { AssetEvent } from "./event";
import { bookValue, type Standing } from "./standing";

/** An amount spent on the asset joins its cost (IAS 16.13). */
export const improve: Effect = (standing, event, { decimals, policy }) => {
  const amount = amountIn(event, decimals);
  if (!amount.ok) return amount;
  const after = {
    ...standing,
    cost: standing.cost + amount.value,
    yearBase: plus(standing.yearBase, whole(amount.value)),
  };
  const catchUp = policy.addition === "catch-up" ? nearestWhole(times(whole(amount.value), lifeGone(standing))) : 0;
  return ok({ standing: after, movement: movementOf(event, "improvement", standing, after), catchUp });
};

function lifeGone({ pattern: { age, life } }: Standing): Ratio {
  return life === undefined || life.top === 0n ? whole(0) : smaller(whole(1), dividedBy(age, life));
}

/** An increase first gives back what earlier decreases took from profit or loss; the rest is surplus (IAS 16.39). */
export const revalueUp: Effect = (standing, event, given) => {
  const amount = amountIn(event, given.decimals);
  if (!amount.ok) return amount;
  const profit = Math.min(amount.value, standing.revaluationLoss);
  return revalued(standing, event, given, { change: amount.value, surplus: amount.value - profit, profit });
};

/** A decrease first eats the surplus of the asset; the rest is a loss (IAS 16.40). */
export const revalueDown: Effect = (standing, event, given) => {
  const amount = amountIn(event, given.decimals);
  if (!amount.ok) return amount;
  const within = atMost(amount.value, bookValue(standing), event, given.decimals);
  if (!within.ok) return within;
  const fromSurplus = Math.min(amount.value, standing.surplus);
  const loss = amount.value - fromSurplus;
  return revalued(standing, event, given, { change: 0 - amount.value, surplus: -fromSurplus, profit: -loss });
};

interface Split {
  readonly change: number;
  readonly surplus: number;
  readonly profit: number;
}

function revalued(
  standing: Standing,
  event: AssetEvent,
  { policy }: Circumstances,
  { change, surplus, profit }: Split,
): Result<Affected> {
  // A revaluation by nothing is none, so that it changes no number.
  const gross = change === 0 ? unchanged(standing) : restated(standing, change, policy.revaluation === "proportional");
  const after: Standing = {
    ...standing,
    ...gross,
    exact: plus(standing.exact, whole(gross.accumulated - standing.accumulated)),
    surplus: standing.surplus + surplus,
    revaluationLoss: standing.revaluationLoss - profit,
    yearBase: plus(standing.yearBase, whole(change)),
  };
  return ok({ standing: after, movement: movementOf(event, "revaluation", standing, after, { profit }) });
}

type Gross = Pick<Standing, "cost" | "accumulated" | "impairment">;

const unchanged = ({ cost, accumulated, impairment }: Standing): Gross => ({ cost, accumulated, impairment });

// Accumulated amounts are eliminated against cost, or cost and accumulated are restated in proportion (IAS 16.35).
function restated(standing: Standing, change: number, inProportion: boolean): Gross {
  const before = bookValue(standing);
  const after = before + change;
  if (!inProportion || before <= 0) return { cost: after, accumulated: 0, impairment: 0 };
  const cost = nearestWhole(times(whole(standing.cost), ratio(BigInt(after), BigInt(before))));
  return { cost, accumulated: cost - after, impairment: 0 };
}
