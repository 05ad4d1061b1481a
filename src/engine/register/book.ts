import type { AssetTerms } from "../asset";
import { monthOf, type Day } from "../day";
import { cents, exactCents, type Cents } from "../money";
import { ok, type Result } from "../result";
import { schedule, type ScheduleRow } from "../schedule";

/** Book value = cost - accumulated - impairment. */
export interface Balances {
  readonly cost: Cents;
  readonly accumulated: Cents;
  readonly impairment: Cents;
  readonly surplus: Cents;
}

export type MovementKind =
  | "acquisition"
  | "opening"
  | "depreciation"
  | "improvement"
  | "revaluation"
  | "impairment"
  | "impairment-reversal"
  | "transfer"
  | "disposal";

/** One thing that happened to an asset's book, in whole minor units; increases positive, decreases negative. */
export interface Movement extends Balances {
  readonly day: Day;
  readonly kind: MovementKind;
  readonly proceeds: Cents;
  readonly profit: Cents;
  readonly counterAccount?: string;
  readonly assetClass?: string;
}

export interface AssetBook {
  readonly rows: readonly ScheduleRow[];
  readonly movements: readonly Movement[];
  balancesAt(day: Day): Balances;
  readonly lastDay: Day | undefined;
}

const none = { cost: cents(0), accumulated: cents(0), impairment: cents(0), surplus: cents(0) };

/** The book of an asset without events, by its schedule. */
export function bookOf(terms: AssetTerms): Result<AssetBook> {
  const rows = schedule(terms);
  if (!rows.ok) return rows;
  const cost = exactCents(terms.cost, terms.decimals, "cost");
  if (!cost.ok) return cost;
  const begin = terms.opening?.asOf ?? terms.dated?.inService ?? (0 as Day);
  const kind = terms.opening === undefined ? "acquisition" : "opening";
  const opening = exactCents(terms.opening?.accumulated ?? 0, terms.decimals, "opening accumulated");
  if (!opening.ok) return opening;
  const rest = { proceeds: cents(0), profit: cents(0) };
  return ok({
    rows: rows.value,
    get movements() {
      return [
        { ...none, ...rest, kind, day: begin, cost: cost.value, accumulated: opening.value } as const,
        ...rows.value.flatMap(({ lastDay, charge }) =>
          lastDay === undefined
            ? []
            : [{ ...none, ...rest, kind: "depreciation" as const, day: lastDay, accumulated: charge }],
        ),
      ];
    },
    balancesAt: (day) => {
      if (day < begin) return none;
      const first = rows.value[0]?.lastDay;
      if (first === undefined) return { ...none, cost: cost.value, accumulated: opening.value };
      const index = monthOf((day + 1) as Day) - monthOf(first) - 1;
      const row = rows.value[Math.min(index, rows.value.length - 1)];
      return { ...none, cost: cost.value, accumulated: index < 0 ? opening.value : (row?.accumulated ?? cents(0)) };
    },
    lastDay: rows.value.at(-1)?.lastDay,
  });
}
