import { spread, type Convention } from "./convention";

/** The first fiscal year counts as six months, spread evenly from the in-service month to the year's end. */
export const halfYear: Convention = {
  word: "half-year",
  aliases: ["HY"],
  label: "Half year",
  firstYear: (monthsToYearEnd, _inService, lifeMonths) => spread(12, monthsToYearEnd, lifeMonths),
  monthsBeforeDisposal: () => 6,
};
