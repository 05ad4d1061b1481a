import { nearestWhole, minus, type Ratio } from "../ratio";
import type { Named } from "../words";

/** A charge to be posted: what is gone before and after it, and what of that was posted; minor units. */
export interface Unrounded {
  readonly before: Ratio;
  readonly after: Ratio;
  readonly posted: number;
  /** The days it is for; undefined without dates. */
  readonly days: number | undefined;
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
    aliases: [],
    label: "The amount of a day first, the last period of a fiscal year takes the year's rest",
    accumulated: (charge) => (charge.endsYear || charge.endsLife ? total(charge) : byTheDay(charge)),
    goesOnRounded: false,
  },
];

function byTheDay(charge: Unrounded): number {
  const { before, after, posted, days } = charge;
  if (days === undefined) return alone(charge);
  const ofDays = minus(after, before);
  return posted + days * nearestWhole({ top: ofDays.top, bottom: ofDays.bottom * BigInt(days) });
}
