import type { Convention } from "./convention";

/** The first fiscal year counts as six months, spread evenly from the in-service month to the year's end. */
export const halfYear: Convention = {
  word: "half-year",
  aliases: [],
  label: "Half year",
  firstYear: (monthsToYearEnd, _inService, lifeMonths) => ({
    halfMonths: Math.min(12, 2 * lifeMonths),
    weights: Array<number>(monthsToYearEnd).fill(1),
  }),
};
