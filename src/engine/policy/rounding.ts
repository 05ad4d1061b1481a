import type { Decimals } from "../money";
import { dividedBy, halfUp, lowest, minus, nearestWhole, ratio, times, whole, type Ratio } from "../ratio";
import type { Named } from "../words";

/** A charge to be posted: what is gone before and after it, and what of that was posted; minor units. */
export interface Unrounded {
  readonly before: Ratio;
  readonly after: Ratio;
  readonly posted: number;
  /** The days or, where months count, the months of life that it is for. */
  readonly units: Ratio;
  readonly decimals: Decimals;
  readonly endsYear: boolean;
  readonly endsLife: boolean;
}

/** How charges become whole minor units. */
export interface Rounding extends Named {
  /** The accumulated amount after the charge, in whole minor units. */
  readonly accumulated: (charge: Unrounded) => number;
  /** Whether the next charge is worked out from the rounded book value. */
  readonly goesOnRounded: boolean;
}

const total = ({ after }: Unrounded): number => nearestWhole(after);
const alone = ({ before, after, posted }: Unrounded): number => posted + nearestWhole(minus(after, before));

export const roundings: readonly Rounding[] = [
  { word: "running-totals", aliases: [], label: "Running totals", accumulated: total, goesOnRounded: false },
  {
    word: "each-period",
    aliases: [],
    label: "Each period, the last takes the rest",
    accumulated: (charge) => (charge.endsLife ? total(charge) : alone(charge)),
    goesOnRounded: false,
  },
  {
    word: "remaining-book",
    aliases: [],
    label: "Each on the rounded book value",
    accumulated: alone,
    goesOnRounded: true,
  },
  {
    word: "year-rest",
    aliases: [],
    label: "Each period, the last of a fiscal year takes the year's rest",
    accumulated: (charge) => (charge.endsYear || charge.endsLife ? total(charge) : alone(charge)),
    goesOnRounded: false,
  },
  {
    word: "daily-amount",
    aliases: ["unit-amount"],
    label: "The amount of a day or a month first, the last period of a fiscal year takes the year's rest",
    accumulated: (charge) => (charge.endsYear || charge.endsLife ? total(charge) : byTheUnit(charge)),
    goesOnRounded: false,
  },
  {
    word: "seven-decimals",
    aliases: [],
    label: "Running totals of amounts to 7 decimals",
    accumulated: ({ after, decimals }) => nearestWhole(toPlaces(after, 7 - decimals)),
    goesOnRounded: false,
  },
];

function byTheUnit(charge: Unrounded): number {
  const { before, after, posted, units } = charge;
  if (units.top === 0n) return alone(charge);
  const ofUnit = nearestWhole(lowest(dividedBy(minus(after, before), units)));
  return posted + nearestWhole(times(whole(ofUnit), units));
}

function toPlaces(amount: Ratio, places: number): Ratio {
  const parts = 10 ** places;
  return ratio(halfUp(times(amount, whole(parts))), BigInt(parts));
}
