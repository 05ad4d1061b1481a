import type { Convention } from "./convention";

/** Every month counts whole, the in-service month included. */
export const fullMonth: Convention = {
  word: "full-month",
  aliases: ["whole-month"],
  label: "Full month",
  firstYear: (monthsToYearEnd) => ({
    halfMonths: 2 * monthsToYearEnd,
    weights: Array<number>(monthsToYearEnd).fill(1),
  }),
};
