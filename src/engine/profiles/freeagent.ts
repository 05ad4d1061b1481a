import { fullMonth } from "../conventions/full-month";
import { calendars } from "../time/calendar";
import { entryOf } from "./entry";
import { roundings } from "../policy/rounding";
import type { Profile } from "./profile";

/** Years and months from the day of purchase; the first posting is on that day, then one a month or a year. */
export const freeagent: Profile = {
  word: "freeagent",
  aliases: [],
  label: "FreeAgent",
  convention: fullMonth,
  wholeYears: true,
  limits: { lifeYears: { least: 2, most: 25 }, ratePercent: { least: 1, most: 99 } },
  policy: {
    calendar: entryOf(calendars, "anniversary"),
    posting: "advance",
    rounding: entryOf(roundings, "seven-decimals"),
  },
  source: {
    document: "FreeAgent API, Depreciation Profiles",
    address: "https://dev.freeagent.com/docs/depreciation_profiles",
  },
  pinned: {},
  exceptions: [],
};
