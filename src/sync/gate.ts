import type { Clock } from "./clock";

/** One gate for the whole queue: a ledger that asks to wait asks it of all rows, not of the one that it answered. */
export interface Gate {
  /** Resolves when nobody has asked to wait any more, or when the signal is raised; true when it took a wait. */
  pass(signal: AbortSignal): Promise<boolean>;
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
      const isShut = clock.now() < shutUntil;
      while (clock.now() < shutUntil && !signal.aborted) await clock.wait(shutUntil - clock.now(), signal);
      return isShut;
    },
  };
}
