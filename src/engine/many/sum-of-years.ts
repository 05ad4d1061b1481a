import { fillByWeight, type Weights } from "./by-weight";
import type { Kernel } from "./kernel";

/** The months of a year of life weigh as much as months were left at its start, those of a part of a year as much as 12. */
export const sumOfYearsOfMany: Kernel = {
  undated: (assets) =>
    fillByWeight(assets, (weights, lifeMonths) => {
      addDigits(weights, lifeMonths, assets.frequency.months);
      return true;
    }),
};

function addDigits(weights: Weights, lifeMonths: number, period: number): void {
  // A longer life than this has more weight than can be spread.
  for (let left = Math.min(lifeMonths, 12_000); left > 0; left -= 12) {
    if (left >= 12) weights.add(left * period, 12 / period);
    else weights.addEvenly(left, period, 12);
  }
}
