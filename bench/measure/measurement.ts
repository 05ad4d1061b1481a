/** One figure of the machine that measures. */
export interface Measurement {
  readonly name: string;
  readonly value: string;
  readonly unit: string;
  /** What the figure is to be: at most this, or at least. */
  readonly goal?: { readonly most: number } | { readonly least: number };
}

/** Something to measure; it returns how many rows it made. */
export interface Subject {
  readonly name: string;
  readonly work: () => number;
}

/**
 * Median nanoseconds a row of each subject, in their order. The rounds go through all subjects in turn, so that whatever
 * else the machine does falls on all of them alike, and ratios mean more than figures.
 */
export async function nanosecondsOf(subjects: readonly Subject[], rounds: number): Promise<readonly number[]> {
  for (let warm = 0; warm < 2; warm += 1) for (const { work } of subjects) work();
  const times = subjects.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    subjects.forEach(({ work }, index) => times[index]?.push(timed(work)));
    // Lets the garbage of one round be cleared before the next.
    await Promise.resolve();
  }
  return times.map(median);
}

/** A figure with a limit that it is held to. */
export function figure(name: string, value: number, unit: string, goal?: Measurement["goal"]): Measurement {
  const shown = value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
  return { name, value: shown, unit, ...(goal === undefined ? {} : { goal }) };
}

function timed(work: () => number): number {
  const start = process.hrtime.bigint();
  const rows = work();
  return Number(process.hrtime.bigint() - start) / rows;
}

function median(times: readonly number[]): number {
  return [...times].sort((left, right) => left - right)[Math.floor(times.length / 2)] ?? NaN;
}
