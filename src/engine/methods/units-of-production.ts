import type { Problem } from "../problem";
import { lowest, plus, ratioOf, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import type { ExtraTerms } from "../asset";
import type { Method, Rule } from "./method";

/** By use: cost less salvage times the units of the period over all units of the life, until those are used up. */
export const unitsOfProduction: Method = {
  word: "UOP",
  aliases: ["units-of-production", "units", "production-units"],
  label: "Units of production",
  sentence: "What is left to charge goes over the units that are left.",
  extraOf: ({ totalUnits, units = [] }) =>
    totalUnits === undefined ? fail(missing) : ok({ kind: "units", totalUnits, units }),
  saysEachRow: true,
  usesUp: () => false,
  keepsToSalvage: true,
  chargesByYear: () => fail(missing),
  chargeOfYear: () => fail(missing),
  lifeMonths: () => ok(undefined),
  rule: ({ extra }) => {
    const use = useOf(extra);
    if (!use.ok) return use;
    return ok(byUse(use.value.total, use.value.units));
  },
};

const missing: Problem = { code: "missing", what: "total units" };

/** The rule of so many units in each row, of so many in all. */
export function byUse(total: Ratio, units: readonly Ratio[]): Extract<Rule, { by: "units" }> {
  const usedBefore: Ratio[] = [];
  let used = whole(0);
  for (const inRow of units) {
    usedBefore.push(used);
    used = lowest(plus(used, inRow));
  }
  return { by: "units", total, units, usedBefore: [...usedBefore, used] };
}

/**
 * The charge of each usage figure in currency units, unrounded; what is used beyond the total costs nothing. `before` are
 * the units that were used earlier. Problems: not-a-number, negative, not-positive.
 */
export function chargesByUse(
  base: number,
  totalUnits: number,
  units: readonly number[],
  before = 0,
): Result<readonly number[]> {
  const wrong = wrongUnits("cost less salvage", base);
  if (wrong !== undefined) return fail(wrong);
  const use = useOf({ kind: "units", totalUnits, units: [before, ...units] });
  if (!use.ok) return use;
  let used = Math.min(before, totalUnits);
  return ok(
    units.map((given) => {
      const now = Math.min(given, totalUnits - used);
      used += now;
      return base * (now / totalUnits);
    }),
  );
}

function useOf(extra: ExtraTerms | undefined): Result<{ readonly total: Ratio; readonly units: readonly Ratio[] }> {
  if (extra?.kind !== "units") return fail(missing);
  const { totalUnits, units } = extra;
  const wrong = wrongUnits("total units", totalUnits) ?? units.map((one) => wrongUnits("units", one)).find(isThere);
  if (wrong !== undefined) return fail(wrong);
  if (totalUnits === 0) return fail({ code: "not-positive", what: "total units", given: totalUnits });
  return ok({ total: ratioOf(totalUnits), units: units.map(ratioOf) });
}

function wrongUnits(what: string, given: number): Problem | undefined {
  if (!Number.isFinite(given)) return { code: "not-a-number", what, given };
  if (given > 1e150) return { code: "too-large", what, given, most: "1e150" };
  return given < 0 ? { code: "negative", what, given } : undefined;
}

function isThere<T>(found: T | undefined): found is T {
  return found !== undefined;
}
