import { fullMonth } from "../conventions/full-month";
import { roundings } from "../policy/rounding";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/**
 * The amount of a month, or under actual days that of a day, is rounded first; the last month makes the year right. A
 * diminishing value is that of cost less residual.
 */
export const xero: Profile = {
  word: "xero",
  aliases: [],
  label: "Xero",
  convention: fullMonth,
  wholeYears: false,
  policy: { base: "cost-less-salvage", rounding: entryOf(roundings, "daily-amount") },
  source: {
    document: "Xero, help on fixed assets, straight-line and diminishing value depreciation",
    address: "https://help.xero.com/nz/FixedAssets-CalculateSLDepreciation-NZ",
  },
  pinned: { base: ["xero-dv-rate20"] },
  exceptions: [
    {
      law: "frequency-neutral",
      why: "The amount of a month is rounded before it counts, so that a quarter in which it changes is not the sum of its months.",
    },
  ],
};
