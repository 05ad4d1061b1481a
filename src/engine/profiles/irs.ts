import { halfYear } from "../conventions/half-year";
import { disposals } from "../policy/disposal";
import { entryOf } from "./entry";
import type { Profile } from "./profile";

/** Half-year, and in mid-life by the convention; a declining balance goes over to the straight line. */
export const irs: Profile = {
  word: "irs",
  aliases: ["publication-946"],
  label: "IRS Publication 946",
  convention: halfYear,
  wholeYears: false,
  policy: { end: "switch", disposal: entryOf(disposals, "convention") },
  source: {
    document: "Internal Revenue Service, Publication 946, How To Depreciate Property",
    address: "https://www.irs.gov/publications/p946",
  },
  pinned: { convention: ["irs-a1-5"] },
  exceptions: [],
};
