import { ok, type Result } from "../result";
import { named } from "../words";
import { decliningBalance } from "./declining-balance";
import { fixedDeclining } from "./fixed-declining";
import { macrs } from "./macrs";
import { manual } from "./manual";
import type { Method } from "./method";
import { none } from "./none";
import { reducingBalance } from "./reducing-balance";
import { straightLine } from "./straight-line";
import { sumOfYears } from "./sum-of-years";
import { unitsOfProduction } from "./units-of-production";

export { mostPeriods, type Course, type GivenExtra, type Method, type Rule } from "./method";

export const methods: readonly Method[] = [
  straightLine,
  decliningBalance,
  sumOfYears,
  reducingBalance,
  fixedDeclining,
  unitsOfProduction,
  macrs,
  manual,
  none,
];

/** Problem: unknown-word. A word such as 150DB gives its method with that factor as the one that counts. */
export function methodNamed(text: string): Result<Method> {
  const variants = methods.flatMap((method) =>
    (method.withFactor ?? []).map(({ word, factor }) => ({ word, aliases: [], label: word, method, factor })),
  );
  const variant = named("method", variants, [], text);
  if (variant.ok) return ok({ ...variant.value.method, factor: variant.value.factor });
  return named("method", methods, [], text);
}
