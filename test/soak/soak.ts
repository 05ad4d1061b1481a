import { Chance } from "../engine/reference/chance";
import type { WorldsLedger } from "./books-of-worlds";
import { contentsOf } from "./contents";
import { postingDesk, runningDesk } from "./desks";
import { troubledStory } from "./story";
import type { Verdict } from "./verdict";
import { World } from "./world";

/** Where a world is computed: its dates must come out the same (T18). */
export const zones: readonly string[] = ["UTC", "Pacific/Auckland", "America/Los_Angeles"];

/** The seed of one world, by which it alone can be repeated. */
export function worldSeed(seed: string, number: number): string {
  return `${seed}.${number}`;
}

/** A verdict, and by how many moments and at which time the world came to it: a world that is repeated has the same. */
export interface SoakedWorld {
  readonly verdict: Verdict;
  readonly moments: number;
  readonly endedAt: number;
}

/** One world of the soak: everything in it, and all that befalls it, comes from its seed and its number of rows. */
export async function soakWorld(ledger: WorldsLedger, seed: string, rows: number): Promise<SoakedWorld> {
  const chance = new Chance(seed);
  const desk = chance.once(10) ? runningDesk : postingDesk;
  const people = chance.once(2) ? 2 : 1;
  const isTied = chance.once(2);
  const contents = contentsOf(chance, {
    rows,
    months: chance.whole(4, 12),
    haveTotals: isTied,
    otherEvery: desk.takesAmounts ? chance.pick([0, 3, 10]) : 0,
  });
  const world = new World({
    ledger,
    chance,
    contents,
    mayBeEdited: desk.takesAmounts && !isTied,
    desk,
    people,
    areCopies: chance.once(2),
    dateSystem: chance.pick(["1900", "1904"]),
  });
  const verdict = await world.live(troubledStory);
  return { verdict, moments: world.time.moment, endedAt: world.time.now };
}
