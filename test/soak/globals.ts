import type { Chance } from "../engine/reference/chance";
import type { WorldTime } from "./world-time";

/**
 * Puts what a page takes from its browser into the simulator's hands: timers, the network and chance. The code under test
 * is untouched and knows nothing of it. Gives the function that puts everything back.
 */
export function takeOver(time: WorldTime, chance: Chance, fetchOfWorld: typeof fetch): () => void {
  const ours = {
    setTimeout: (happen: () => void, milliseconds = 0) => time.after(milliseconds, happen),
    clearTimeout: (moment: { isOff: boolean } | undefined) => {
      if (moment !== undefined) moment.isOff = true;
    },
    fetch: fetchOfWorld,
  };
  const { setTimeout, clearTimeout, fetch } = globalThis;
  const { random } = Math;
  // Digests are made by other threads; time stands until they are done.
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  Object.assign(globalThis, ours);
  Math.random = () => chance.part();
  crypto.subtle.digest = (...given: Parameters<typeof digest>) => time.during(digest(...given));
  return () => {
    Object.assign(globalThis, { setTimeout, clearTimeout, fetch });
    Math.random = random;
    crypto.subtle.digest = digest;
  };
}
