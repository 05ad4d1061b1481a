import type { Clock } from "./clock";

/** One gate for the whole queue: a ledger that asks to wait asks it of all rows, not of the one that it answered. */
export interface Gate {
  /** Resolves when nobody has asked to wait any more, or when the signal is raised. */
  pass(signal: AbortSignal): Promise<void>;
  /** Shuts the gate for so long from now; a longer wait asked for earlier stands. */
  shut(milliseconds: number): void;
}

export function gateBy(clock: Clock): Gate {
  let shutUntil = 0;
  return {
    shut: (milliseconds) => {
      shutUntil = Math.max(shutUntil, clock.now() + milliseconds);
    },
    pass: async (signal) => {
      while (clock.now() < shutUntil && !signal.aborted) await clock.wait(shutUntil - clock.now(), signal);
    },
  };
}
