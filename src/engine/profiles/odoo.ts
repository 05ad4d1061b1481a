import { actualDays } from "../conventions/actual-days";
import { dayCounts } from "../time/day-count";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/** Constant periods from the day of the proration date on, months of 30 days; the last period takes what is left. */
export const odoo: Profile = {
  word: "odoo",
  aliases: [],
  label: "Odoo",
  convention: actualDays,
  wholeYears: false,
  policy: { dayCount: entryOf(dayCounts, "30/360"), end: "rest-last" },
  source: {
    document: "Odoo, Accounting, Non-current assets and fixed assets",
    address: "https://www.odoo.com/documentation/16.0/applications/finance/accounting/vendor_bills/assets.html",
  },
  pinned: {},
  exceptions: [],
};
