import { isDay, lastDay, lastMonth } from "../day";
import { fillByWeight, type Weights } from "./by-weight";
import { FirstYears, type FirstYear } from "./first-years";
import type { Kernel } from "./kernel";

const latest = lastDay(lastMonth);

/** Every month of life weighs the same; with dates in the ticks of the first fiscal year. */
export const straightLineOfMany: Kernel = {
  undated: (assets) =>
    fillByWeight(assets, (weights, lifeMonths) => {
      weights.addEvenly(lifeMonths, assets.frequency.months, 1);
      return true;
    }),
  dated: (assets, { inService, yearEnd, convention }) => {
    const { months } = assets.frequency;
    const firstYears = new FirstYears(assets.frequency);
    return fillByWeight(assets, (weights, lifeMonths, row) => {
      const [day, end, by] = [inService[row] ?? NaN, yearEnd[row] ?? NaN, convention[row]];
      const isMonth = Number.isInteger(end) && end >= 1 && end <= 12;
      if (!isMonth || !isDay(day) || by?.firstYear === undefined) return false;
      // Near the end of the calendar the schedule is to say what is wrong; a life ends less than two years late.
      if (day + 31 * (lifeMonths + 24) > latest) return false;
      addDated(weights, firstYears.of(by, day, end, lifeMonths), lifeMonths, months);
      return true;
    });
  },
};

// The first fiscal year as the convention has it, as far as the life goes, then whole months.
function addDated(weights: Weights, first: FirstYear, lifeMonths: number, period: number): void {
  const all = lifeMonths * first.ticksPerMonth;
  let left = all - first.ticks;
  if (left < 0) left = addCut(weights, first, all);
  else for (const { ticks, count } of first.runs) weights.add(ticks, count);
  weights.addEvenly(left, period * first.ticksPerMonth, 1);
}

// A life that is over in its first fiscal year.
function addCut(weights: Weights, { runs }: FirstYear, lifeTicks: number): number {
  let left = lifeTicks;
  for (const { ticks, count } of runs) {
    for (let period = 0; period < count; period += 1) {
      weights.add(Math.min(ticks, left), 1);
      left -= Math.min(ticks, left);
    }
  }
  return left;
}
