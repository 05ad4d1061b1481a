import type { Convention } from "./convention";

/**
 * By days, the in-service day counted: a full fiscal year takes the whole yearly charge, the first one its days, the
 * last one the rest. How a day becomes a part of a year is the day count's to say.
 */
export const actualDays: Convention = {
  word: "actual-days",
  aliases: ["daily", "by-days"],
  label: "Actual days",
};
