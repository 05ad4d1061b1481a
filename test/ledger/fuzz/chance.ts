/** Numbers that a seed determines: the same seed, the same run. */
export interface Chance {
  /** A whole number from 0 up to, but not, `below`. */
  whole(below: number): number;
  /** True in one of `times` cases. */
  oneIn(times: number): boolean;
  of<T>(choices: readonly T[]): T;
}

/** The generator "mulberry32": small, fast, and good enough to wander about. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const whole = (below: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
  return {
    whole,
    oneIn: (times) => whole(times) === 0,
    of: <T>(choices: readonly T[]): T => {
      if (choices.length === 0) throw new Error("There is nothing to choose from.");
      return choices[whole(choices.length)] as T;
    },
  };
}
