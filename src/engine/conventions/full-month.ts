import { wholeMonthsFrom, type Convention } from "./convention";

/** Every month counts whole, the in-service month included. */
export const fullMonth: Convention = {
  word: "full-month",
  aliases: ["whole-month"],
  label: "Full month",
  firstYear: (monthsToYearEnd) => wholeMonthsFrom(2, monthsToYearEnd),
};
