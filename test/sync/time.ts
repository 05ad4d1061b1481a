import type { Clock } from "../../src/sync";

export interface HeldClock extends Clock {
  /** Every wait that was asked for, in milliseconds. */
  readonly waits: number[];
  forward(milliseconds: number): void;
}

/** A clock that stands still but for what is waited for: a wait ends at once, and the time has passed. */
export function heldClock(start = Date.UTC(2026, 0, 31)): HeldClock {
  let now = start;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    forward: (milliseconds) => {
      now += milliseconds;
    },
    wait: async (milliseconds) => {
      waits.push(milliseconds);
      const until = now + milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
      now = Math.max(now, until);
    },
  };
}

/** The clock of a process that has died: whatever waits on it never goes on. */
export const stoppedClock: Clock = { now: () => Date.UTC(2026, 0, 31), wait: () => new Promise(() => undefined) };
