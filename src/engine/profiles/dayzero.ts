import { fullMonth } from "../conventions/full-month";
import type { Profile } from "./profile";

/** One charge a calendar month, in whole cents. */
export const dayzero: Profile = {
  word: "dayzero",
  aliases: [],
  label: "DayZero",
  convention: fullMonth,
  wholeYears: false,
  source: {
    document: "DayZero API, Run depreciation",
    address: "https://www.ondayzero.com/docs/reference/fixed-assets/run-depreciation",
  },
  pinned: {},
  exceptions: [],
};
