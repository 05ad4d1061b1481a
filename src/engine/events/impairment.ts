import { minus, plus, whole } from "../ratio";
import { ok } from "../result";
import { amountIn, atMost, movementOf, type Effect } from "./effect";
import { bookValue } from "./standing";

/** A loss that keeps a running total of its own (IAS 36.59). */
export const impair: Effect = (standing, event, { decimals }) => {
  const amount = amountIn(event, decimals);
  if (!amount.ok) return amount;
  const within = atMost(amount.value, bookValue(standing), event, decimals);
  if (!within.ok) return within;
  const after = {
    ...standing,
    impairment: standing.impairment + amount.value,
    yearBase: minus(standing.yearBase, whole(amount.value)),
  };
  const profit = 0 - amount.value;
  return ok({ standing: after, movement: movementOf(event, "impairment", standing, after, { profit }) });
};

/** A reversal, as far as the carrying amount without the impairments allows (IAS 36.117). */
export const reverseImpairment: Effect = (standing, event, { decimals, unimpaired }) => {
  const amount = amountIn(event, decimals);
  if (!amount.ok) return amount;
  const ceiling = Math.max(0, unimpaired() - bookValue(standing));
  const profit = Math.min(amount.value, ceiling, standing.impairment);
  const after = {
    ...standing,
    impairment: standing.impairment - profit,
    yearBase: plus(standing.yearBase, whole(profit)),
  };
  return ok({ standing: after, movement: movementOf(event, "impairment-reversal", standing, after, { profit }) });
};
