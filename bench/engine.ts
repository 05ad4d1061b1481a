/** What a row of a schedule costs, against storing one number: the machine's own speed drops out of the ratio. */
import { methods, schedule } from "../src/engine";
import type { Method } from "../src/engine";
import { termsOf, value } from "./measure/drawn-assets";
import { nanosecondsOf, type Measurement, type Subject } from "./measure/measurement";

const assets = 1_000;
const months = 60;
const rounds = 7;
const store = new Float64Array(assets * months);

/** Every method that needs no terms of its own, dated by month, one row an amount of money in and a row object out. */
export async function run(): Promise<readonly Measurement[]> {
  const usual = methods.filter(({ course }) => course !== undefined);
  const subjects = [{ name: "store a constant", work: storeConstant }, ...usual.map(subject)];
  const times = await nanosecondsOf(subjects, rounds);
  const limit = times[0] ?? NaN;
  return subjects.map(({ name }, index) => {
    const cost = times[index] ?? NaN;
    return { name: `engine: ${name}`, value: `${cost.toFixed(1)} (${(cost / limit).toFixed(0)}x)`, unit: "ns a row" };
  });
}

function subject(method: Method): Subject {
  const terms = Array.from({ length: assets }, (_none, row) => ({ ...termsOf(method, row), lifeMonths: months }));
  return {
    name: `schedule by ${method.word}`,
    work: () => terms.reduce((rows, asset) => rows + value(schedule(asset)).length, 0),
  };
}

function storeConstant(): number {
  for (let index = 0; index < store.length; index += 1) store[index] = 83.33;
  return store.length;
}
