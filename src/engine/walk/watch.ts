import type { Standing } from "../events/standing";
import type { Unrounded } from "../policy/rounding";
import type { Ratio } from "../ratio";
import type { Slice } from "../time/time";
import type { Stretch } from "./stretch";

/** A slice that a walk has gone through: by which formula, and what that charged exactly. */
export interface Passed {
  readonly slice: Slice;
  /** As it was where the formula began. */
  readonly standing: Standing;
  readonly stretch: Stretch;
  /** Months of life of the stretch, before and after the slice. */
  readonly from: Ratio;
  readonly to: Ratio;
  readonly charge: Ratio;
}

/** A charge that a walk has posted: what it was exactly, and the accumulated amount that it left. */
export interface Posted extends Unrounded {
  readonly accumulated: number;
}

/** Someone who looks on as a walk goes through one row; after it the walk ends. */
export interface Watch {
  readonly row: number;
  readonly passed: (passed: Passed) => void;
  readonly posted: (posted: Posted) => void;
  /** In minor units: charged at once on an event's day, beside what the formula charges. */
  readonly caughtUp: (amount: number) => void;
}
