import type { Result } from "./result";
import { named, type Named } from "./words";

/** How long a row of the schedule is. */
export interface Frequency extends Named {
  /** Whole months, a divisor of 12. */
  readonly months: number;
}

export const frequencies: readonly Frequency[] = [
  { word: "year", aliases: ["yearly", "annual", "annually"], label: "Year", months: 12 },
  { word: "half-year", aliases: ["half-yearly", "semiannual", "semiannually"], label: "Half-year", months: 6 },
  { word: "quarter", aliases: ["quarterly"], label: "Quarter", months: 3 },
  { word: "month", aliases: ["monthly"], label: "Month", months: 1 },
];

/** Problems: not-yet, unknown-word. */
export function frequencyNamed(text: string): Result<Frequency> {
  return named("frequency", frequencies, [], text);
}
