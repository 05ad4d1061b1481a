import { fullMonth } from "../conventions/full-month";
import type { Profile } from "./profile";

/** A declining balance (CDB) leaves its rest when the asset goes; CDBT, which takes it last, is the end "rest-last". */
export const intacct: Profile = {
  word: "intacct",
  aliases: ["sage-intacct"],
  label: "Sage Intacct",
  convention: fullMonth,
  wholeYears: false,
  policy: { end: "stop" },
  source: {
    document: "Sage Intacct, Fixed Assets Management, Custom declining balance without true-up",
    address: "https://www.intacct.com/ia/docs/en_US/help_action/FixedAssets/DepreciationMethods/fa-depr-method-CDB.htm",
  },
  pinned: {},
  exceptions: [],
};
