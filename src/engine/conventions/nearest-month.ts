import { dayOfMonth } from "../day";
import { wholeMonthsFrom, type Convention } from "./convention";

/** In service up to the 15th, the month counts whole; later, it does not count. */
export const nearestMonth: Convention = {
  word: "nearest-month",
  aliases: [],
  label: "Nearest month",
  firstYear: (monthsToYearEnd, inService) => wholeMonthsFrom(dayOfMonth(inService) <= 15 ? 2 : 0, monthsToYearEnd),
};
