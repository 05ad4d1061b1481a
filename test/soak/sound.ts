import type { Verdict } from "./verdict";

/** The verdict on a world in which nothing is wrong. */
export const sound: Verdict = {
  duplicates: 0,
  lost: 0,
  lies: 0,
  unknown: 0,
  strays: 0,
  imbalance: 0,
  complaints: [],
};
