import { wholeMonthsFrom, type Convention } from "./convention";

/** The in-service month counts half (IRS, Publication 946, mid-month convention). */
export const midMonth: Convention = {
  word: "mid-month",
  aliases: ["MM"],
  label: "Mid-month",
  firstYear: (monthsToYearEnd) => wholeMonthsFrom(1, monthsToYearEnd),
  monthsBeforeDisposal: (month) => month + 0.5,
};
