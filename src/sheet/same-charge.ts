import { coveredRange } from "./covered-range";
import type { ScheduleLine } from "./schedule";

/**
 * What two rows have in common that stand for the same charge. A period has one charge, whatever its amount; of anything
 * else a day may have several, which only their content tells apart.
 */
export function chargeIdentity(line: ScheduleLine): string {
  const { asset, periodEnd, type, amount, counterAccount, memo } = line;
  const which = [asset, periodEnd, type];
  return JSON.stringify(coveredRange(line) === undefined ? [...which, amount, counterAccount, memo] : which);
}
