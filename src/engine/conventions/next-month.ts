import { wholeMonthsFrom, type Convention } from "./convention";

/** The month after the in-service month is the first that counts. */
export const nextMonth: Convention = {
  word: "next-month",
  aliases: ["following-month"],
  label: "Next month",
  firstYear: (monthsToYearEnd) => wholeMonthsFrom(0, monthsToYearEnd),
};
