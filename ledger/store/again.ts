import { sqlState } from "./failures";

const attempts = 6;
const firstWaitMs = 5;

// 40001 is a serialization failure and 40P01 a deadlock; of both the standard says: nothing was done, try again.
const tryAgain: ReadonlySet<string> = new Set(["40001", "40P01"]);

/** Thrown by work that finds itself overtaken by another transaction: nothing of it is kept, and it is run again. */
export class Overtaken extends Error {
  readonly code = "40001";
}

/** Runs `work`, again after a growing, uneven wait as long as the database asks to try again. */
export async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt === attempts || !tryAgain.has(sqlState(error) ?? "")) throw error;
      await wait(firstWaitMs * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
