import { actualDays } from "../conventions/actual-days";
import { disposals } from "../policy/disposal";
import { roundings } from "../policy/rounding";
import { dayCounts } from "../time/day-count";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/**
 * The first year has its days, the first month of it what the whole months after it leave; a year's cents are made good in
 * its last month. A switch goes over to the original straight line. By days: day count "life", rounding "each-period".
 */
export const oca: Profile = {
  word: "oca",
  aliases: ["account-asset-management"],
  label: "OCA account_asset_management",
  convention: actualDays,
  wholeYears: false,
  policy: {
    dayCount: entryOf(dayCounts, "year-less-months"),
    rounding: entryOf(roundings, "year-rest"),
    end: "rest-last",
    switchTarget: "original-amount",
    disposal: entryOf(disposals, "days-between-postings"),
  },
  source: {
    document: "OCA, account_asset_management 16.0, test suite",
    address:
      "https://github.com/OCA/account-financial-tools/blob/16.0/account_asset_management/tests/test_account_asset_management.py",
  },
  pinned: {
    convention: ["oca-prorata-month-nonleap"],
    dayCount: ["oca-prorata-month-nonleap"],
    rounding: ["oca-month-rounding"],
    switchTarget: ["oca-degr-linear-40-year"],
    disposal: ["oca-early-removal"],
  },
  exceptions: [
    {
      law: "frequency-neutral",
      why: "Months and quarters are rounded alone until the year's end, so that a quarter is not the sum of its months.",
    },
  ],
};
