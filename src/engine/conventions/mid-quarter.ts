import { spread, type Convention } from "./convention";

/**
 * In service in the middle of the fiscal quarter: 10.5, 7.5, 4.5 or 1.5 months in the first fiscal year, spread evenly
 * from the in-service month to the year's end (IRS, Publication 946, mid-quarter convention).
 */
export const midQuarter: Convention = {
  word: "mid-quarter",
  aliases: ["MQ"],
  label: "Mid-quarter",
  firstYear: (monthsToYearEnd, _inService, lifeMonths) => {
    const quartersToYearEnd = Math.ceil(monthsToYearEnd / 3);
    return spread(6 * quartersToYearEnd - 3, monthsToYearEnd, lifeMonths);
  },
  monthsBeforeDisposal: (month) => 3 * Math.floor(month / 3) + 1.5,
};
