import { fullMonth } from "../conventions/full-month";
import { midMonth } from "../conventions/mid-month";
import { nearestMonth } from "../conventions/nearest-month";
import type { Profile } from "./profile";

/** Reducing balances take 150, 175 or 200 % of cost less salvage and go over to the straight line. */
export const d365: Profile = {
  word: "d365",
  aliases: ["dynamics-365-finance"],
  label: "Dynamics 365 Finance",
  convention: fullMonth,
  wholeYears: false,
  policy: { base: "cost-less-salvage", end: "switch" },
  source: {
    document: "Microsoft, Dynamics 365 Finance, Depreciation methods and conventions",
    address:
      "https://github.com/MicrosoftDocs/dynamics-365-unified-operations-public/blob/main/articles/finance/fixed-assets/175-percent-reducing-balance-depreciation.md",
  },
  pinned: { base: ["d365-rb175"] },
  exceptions: [],
  conventionWords: [
    {
      word: "mid month 1st",
      aliases: ["mid month (1st of month)"],
      label: "Mid month (1st of month)",
      convention: nearestMonth,
    },
    {
      word: "mid month 15th",
      aliases: ["mid month (15th of month)"],
      label: "Mid month (15th of month)",
      convention: midMonth,
    },
  ],
};
