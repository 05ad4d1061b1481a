/** What one cell takes: the charge of a year, and the schedule of five years by month. */
import { chargeOfYear, schedule, yearTerms } from "../src/engine";
import { methodOf, termsOf, value } from "./measure/drawn-assets";
import { figure, nanosecondsOf, type Measurement, type Subject } from "./measure/measurement";

const rounds = 15;
const scheduleGoal = { most: 30 };

export async function run(): Promise<readonly Measurement[]> {
  const years = ["SL", "DB", "SYD"].flatMap((word) => [5, 1_200].map((life) => yearCell(word, life)));
  const schedules = ["SL", "DB", "SYD", "RB"].flatMap((word) => [scheduleCell(word, false), scheduleCell(word, true)]);
  const times = await nanosecondsOf([...years, ...schedules], rounds);
  return [...years, ...schedules].map(({ name }, index) => {
    const time = times[index] ?? NaN;
    return index < years.length ? figure(name, time, "ns") : figure(name, time / 1_000, "µs", scheduleGoal);
  });
}

function yearCell(word: string, lifeYears: number): Subject {
  const method = methodOf(word);
  const calls = 2_000;
  const work = (): number => {
    for (let call = 0; call < calls; call += 1) {
      const terms = value(yearTerms({ cost: 10_000 + call, salvage: 1_000, lifeYears }));
      value(chargeOfYear(method, terms, 1 + (call % lifeYears)));
    }
    return calls;
  };
  return { name: `cell: DEPR.${word}, one year of ${lifeYears.toLocaleString("en")}`, work };
}

function scheduleCell(word: string, isDated: boolean): Subject {
  const assets = Array.from({ length: 200 }, (_none, row) => {
    const { dated, ...terms } = termsOf(methodOf(word), row);
    return { ...terms, lifeMonths: 60, ...(isDated && dated !== undefined ? { dated } : {}) };
  });
  const work = (): number => {
    for (const terms of assets) value(schedule(terms));
    return assets.length;
  };
  return { name: `cell: schedule of 60 months, ${word}${isDated ? " with dates" : ""}`, work };
}
