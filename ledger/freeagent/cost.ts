import { shown } from "../doors/complaint";
import { Unprocessable } from "./answers";
import { centsOf } from "./decimal";

/** What an asset cost, in cents, by the gross value of its expense, which is negative: money that went out. */
export function costOf(grossValue: string): number {
  const gross = centsOf(grossValue);
  if (gross !== undefined && gross < 0) return -gross;
  throw new Unprocessable(
    `gross_value is ${shown(grossValue)}, but the purchase of an asset must be below 0, such as "-20000.0".`,
  );
}
