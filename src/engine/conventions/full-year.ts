import { spread, type Convention } from "./convention";

/** The first fiscal year counts as twelve months, spread evenly from the in-service month to the year's end. */
export const fullYear: Convention = {
  word: "full-year",
  aliases: ["whole-year"],
  label: "Full year",
  firstYear: (monthsToYearEnd, _inService, lifeMonths) => spread(24, monthsToYearEnd, lifeMonths),
};
