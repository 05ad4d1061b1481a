import type { Result } from "../result";
import { named, type Later } from "../words";
import type { Convention } from "./convention";
import { fullMonth } from "./full-month";
import { halfYear } from "./half-year";

export type { Convention } from "./convention";

export const conventions: readonly Convention[] = [fullMonth, halfYear];

const later: Later = [
  ["next-month"],
  ["nearest-month"],
  ["mid-month"],
  ["mid-quarter"],
  ["full-year"],
  ["actual-days"],
];

/** Problems: not-yet, unknown-word. */
export function conventionNamed(text: string): Result<Convention> {
  return named("convention", conventions, later, text);
}
