/** What a row of a schedule costs, against storing one number: the machine's own speed drops out of the ratio. */
import { conventions, dayFromText, frequencyNamed, methods, schedule, wording } from "../src/engine";
import type { AssetTerms, Method, Result } from "../src/engine";

interface Measurement {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
}

const assets = 1_000;
const months = 60;
const rounds = 7;

/** Medians of interleaved rounds: every method dated by month, one row an amount of money in and a row object out. */
export async function run(): Promise<readonly Measurement[]> {
  const subjects = [{ name: "store a constant", work: storeConstant }, ...methods.map(subject)];
  for (const { work } of subjects) work();
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    subjects.forEach(({ work }, index) => times[index]?.push(nanosecondsPerRow(work)));
    await Promise.resolve();
  }
  const limit = median(times[0] ?? []);
  return subjects.map(({ name }, index) => {
    const cost = median(times[index] ?? []);
    return { name: `engine: ${name}`, value: `${cost.toFixed(1)} (${(cost / limit).toFixed(0)}x)`, unit: "ns a row" };
  });
}

function subject(method: Method): { readonly name: string; readonly work: () => number } {
  const terms = Array.from({ length: assets }, (_, index) => termsOf(method, index));
  return {
    name: `schedule by ${method.word}`,
    work: () => terms.reduce((rows, asset) => rows + value(schedule(asset)).length, 0),
  };
}

function termsOf(method: Method, index: number): AssetTerms {
  const [convention] = conventions;
  if (convention === undefined) throw new Error("there is a convention");
  const inService = value(dayFromText(`20${String(10 + (index % 20))}-0${String(1 + (index % 9))}-15`));
  return {
    method,
    cost: (100_000 + index * 7_919) / 100,
    salvage: index % 3 === 0 ? 0 : 100,
    decimals: 2,
    lifeMonths: months,
    rate: 0.3,
    frequency: value(frequencyNamed("month")),
    dated: { inService, yearEnd: 12, convention },
  };
}

const store = new Float64Array(assets * months);

function storeConstant(): number {
  for (let index = 0; index < store.length; index += 1) store[index] = 83.33;
  return store.length;
}

function nanosecondsPerRow(work: () => number): number {
  const start = process.hrtime.bigint();
  const rows = work();
  return Number(process.hrtime.bigint() - start) / rows;
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? NaN;
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(wording(result.problem));
  return result.value;
}
