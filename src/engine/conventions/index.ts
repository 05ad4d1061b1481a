import type { Result } from "../result";
import { named } from "../words";
import { actualDays } from "./actual-days";
import type { Convention } from "./convention";
import { fullMonth } from "./full-month";
import { fullYear } from "./full-year";
import { halfYear } from "./half-year";
import { midMonth } from "./mid-month";
import { midQuarter } from "./mid-quarter";
import { nearestMonth } from "./nearest-month";
import { nextMonth } from "./next-month";

export type { Convention } from "./convention";

export const conventions: readonly Convention[] = [
  fullMonth,
  nextMonth,
  nearestMonth,
  midMonth,
  halfYear,
  midQuarter,
  fullYear,
  actualDays,
];

/** Problem: unknown-word. */
export function conventionNamed(text: string): Result<Convention> {
  return named("convention", conventions, [], text);
}
