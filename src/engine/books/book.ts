import type { Day } from "../day";
import type { Asset } from "../asset";
import { cents, type Cents } from "../money";
import type { ScheduleRow } from "../schedule";

/** What the books say of an asset; book value = cost - accumulated - impairment. Whole minor units. */
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

/** One thing that happened to an asset's books, in whole minor units; increases positive, decreases negative. */
export interface Movement extends Balances {
  readonly day: Day;
  readonly kind: MovementKind;
  readonly proceeds: Cents;
  /** Gain (positive) or loss in profit or loss; depreciation is not in it. */
  readonly profit: Cents;
  readonly counterAccount?: string;
  /** Of a transfer: the new class. */
  readonly assetClass?: string;
}

/** What the register stands on: one asset's books from its first day to its last. */
export interface AssetBook {
  readonly rows: readonly ScheduleRow[];
  /** In order, the acquisition or the opening balances first. */
  readonly movements: readonly Movement[];
  /** At the end of the day. */
  balancesAt(day: Day): Balances;
  /** The last day of the last row; undefined where there is none. */
  readonly lastDay: Day | undefined;
}

const zero = cents(0);

export const nothing: Balances = { cost: zero, accumulated: zero, impairment: zero, surplus: zero };

/** The movement with which an asset's books begin. */
export function firstMovement(asset: Asset, kind: "acquisition" | "opening", day: Day): Movement {
  const { cost, accumulated } = asset;
  return { ...nothing, proceeds: zero, profit: zero, kind, day, cost, accumulated };
}
