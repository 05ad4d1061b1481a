import { ok, type Result } from "../result";
import { named, type Later } from "../words";
import { decliningBalance } from "./declining-balance";
import type { Method } from "./method";
import { none } from "./none";
import { reducingBalance } from "./reducing-balance";
import { straightLine } from "./straight-line";
import { sumOfYears } from "./sum-of-years";

export { mostPeriods, type Course, type Method, type Rule } from "./method";

export const methods: readonly Method[] = [straightLine, decliningBalance, sumOfYears, reducingBalance, none];

const later: Later = [
  ["FDB", "fixed-declining", "fixed-declining-balance"],
  ["UOP", "units-of-production", "units"],
  ["MACRS"],
  ["MANUAL"],
];

/** Problems: not-yet, unknown-word. A word such as 150DB gives its method with that factor as the one that counts. */
export function methodNamed(text: string): Result<Method> {
  const variants = methods.flatMap((method) =>
    (method.withFactor ?? []).map(({ word, factor }) => ({ word, aliases: [], label: word, method, factor })),
  );
  const variant = named("method", variants, [], text);
  if (variant.ok) return ok({ ...variant.value.method, factor: variant.value.factor });
  return named("method", methods, later, text);
}
