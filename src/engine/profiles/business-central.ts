import { actualDays } from "../conventions/actual-days";
import { effects } from "../policy/effect";
import { roundings } from "../policy/rounding";
import { dayCounts } from "../time/day-count";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/**
 * Years of 360 days; each posting is worked out of the rounded book value and the days that are left. DB1 is the declining
 * balance, DB2 the one that is compounded inside the year, and both are the straight line where the switch is on.
 */
export const businessCentral: Profile = {
  word: "business-central",
  aliases: ["dynamics-365-business-central"],
  label: "Business Central",
  convention: actualDays,
  wholeYears: false,
  policy: {
    dayCount: entryOf(dayCounts, "30/360"),
    rounding: entryOf(roundings, "remaining-book"),
    addition: "catch-up",
    effect: entryOf(effects, "next-day"),
  },
  source: {
    document: "Microsoft, Business Central, Depreciation methods for fixed assets",
    address:
      "https://github.com/MicrosoftDocs/dynamics365smb-docs/blob/main/business-central/fa-depreciation-methods.md",
  },
  pinned: {
    addition: ["bc-midlife-addition-480-without-until-date"],
    effect: ["bc-midlife-addition-480-without-until-date"],
  },
  exceptions: [
    {
      law: "frequency-neutral",
      why: "Each posting is rounded and the next one goes on from the rounded book value, so that months drift from years.",
    },
  ],
};
