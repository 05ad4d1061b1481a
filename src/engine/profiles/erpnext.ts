import { actualDays } from "../conventions/actual-days";
import { disposals } from "../policy/disposal";
import { effects } from "../policy/effect";
import { roundings } from "../policy/rounding";
import { calendars } from "../time/calendar";
import { dayCounts } from "../time/day-count";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/**
 * Postings at a first date and so many months on, each a whole instalment but the first and the last, which take their
 * days of one. With daily proration every row goes by its days: day count "actual", or "life" for all days alike.
 */
export const erpnext: Profile = {
  word: "erpnext",
  aliases: [],
  label: "ERPNext",
  convention: actualDays,
  wholeYears: false,
  policy: {
    calendar: entryOf(calendars, "posting-dates"),
    dayCount: entryOf(dayCounts, "posting-period"),
    rounding: entryOf(roundings, "each-period"),
    rate: "factor-or-salvage",
    rateRounding: "three-decimals-of-percent",
    end: "rest-last",
    effect: entryOf(effects, "period"),
    disposal: entryOf(disposals, "day-counted"),
    opening: "keep-instalment",
  },
  source: {
    document: "ERPNext, test suite of assets and of asset depreciation schedules",
    address: "https://github.com/frappe/erpnext/blob/develop/erpnext/assets/doctype/asset/test_asset.py",
  },
  pinned: {
    convention: ["erp-sl-prorated-30jan"],
    calendar: ["erp-wdv40-halfyearly-daily"],
    dayCount: ["erp-sl-prorated-30jan", "erp-midlife-sale", "erp-wdv-monthly"],
    rounding: ["erp-sl-1000-12m-rounding", "erp-sl-quarterly-existing"],
    rateRounding: ["erp-ddb-3y"],
    end: ["erp-wdv40-halfyearly-daily"],
    effect: ["erp-wdv-sale", "erp-midlife-value-down"],
    disposal: ["erp-midlife-sale", "erp-wdv-sale"],
    rate: ["erp-wdv-50", "erp-ddb-3y"],
  },
  exceptions: [
    {
      law: "frequency-neutral",
      why: "Each posting is rounded alone and the last takes the rest, and a first part-instalment is a part of its own row.",
    },
  ],
};
