import { fullMonth } from "../conventions/full-month";
import type { Profile } from "./profile";

/** Without dates as Excel's own SLN, DDB, SYD and VDB; with dates our defaults. */
export const excel: Profile = {
  word: "excel",
  aliases: [],
  label: "Excel",
  convention: fullMonth,
  wholeYears: false,
  source: {
    document: "Microsoft, Excel functions SLN, SYD, DDB and VDB",
    address: "https://support.microsoft.com/en-us/excel/ddb-function",
  },
  pinned: { base: ["excel-ddb", "excel-vdb"] },
  exceptions: [],
};
