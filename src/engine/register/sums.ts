import { amountText, cents, type Decimals } from "../money";
import type { Problem } from "../problem";

/** The problem of sums that are more than whole numbers can hold, or undefined where all are in range. */
export function inRange(sums: readonly number[], decimals: Decimals): Problem | undefined {
  const given = sums.find((sum) => Math.abs(sum) > Number.MAX_SAFE_INTEGER);
  if (given === undefined) return undefined;
  const most = amountText(cents(Number.MAX_SAFE_INTEGER), decimals);
  return { code: "too-large", what: "the total", given: given / 10 ** decimals, most };
}
