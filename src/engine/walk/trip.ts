import type { Asset } from "../asset";
import type { Day } from "../day";
import type { AssetEvent } from "../events/event";
import type { Rule } from "../methods";
import type { Policy } from "../policy/policy";
import type { Ratio } from "../ratio";
import type { Slice, Time } from "../time/time";

/** Five hundred years: whoever goes further step by step has slipped with a life, a rate or a date. */
export const mostMonths = 6_000;

/** An event with the first day that it counts for. */
export interface DueEvent {
  readonly event: AssetEvent;
  readonly from: Day;
}

/** Everything that a walk through an asset's life needs to know before it sets out. */
export interface Trip {
  readonly asset: Asset;
  readonly rule: Rule;
  readonly policy: Policy;
  readonly time: Time;
  /** Months of life; left out where the life is open. */
  readonly life: Ratio | undefined;
  readonly inService: Day | undefined;
  /** The day up to which everything is inside the opening balances. */
  readonly openedAsOf: Day | undefined;
  /** How many months a row has. */
  readonly rowMonths: number;
  /** In the order in which they count. */
  readonly events: readonly DueEvent[];
  /** How a month of life counts before a disposal; 1 where it counts as it is. */
  readonly monthsCount: (slice: Slice) => Ratio;
}
