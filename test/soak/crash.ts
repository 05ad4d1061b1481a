import { Chance } from "../engine/reference/chance";
import type { WorldsLedger } from "./books-of-worlds";
import { type ContentsWanted, contentsOf } from "./contents";
import { type Fate, smooth } from "./faults";
import type { Door, Orphan } from "./network";
import type { Desk } from "./person";
import { pressUntilTold } from "./press-until-told";
import type { Verdict } from "./verdict";
import { World } from "./world";

export interface CrashGiven {
  readonly ledger: WorldsLedger;
  readonly desk: Desk;
  readonly orphans: Orphan;
  readonly contents: ContentsWanted;
  readonly before?: (door: Door) => Door;
  /** What befalls the requests of the page that is to die, by their number from 1; nothing, where it is left out. */
  readonly befalls?: (post: number) => Fate | undefined;
  /** False takes out the line that writes before a request leaves. */
  readonly writesAhead?: boolean;
}

/** What a life that ends at a step led to, and how many steps a whole life has. */
export interface Crashed {
  readonly verdict: Verdict;
  readonly steps: number;
}

/** A few rows, one press whose page dies at the step, and then presses until every row has its word. */
export async function crashAt(lastStep: number, given: CrashGiven): Promise<Crashed> {
  const chance = new Chance("crash");
  const { ledger, desk, orphans, contents, before, writesAhead = true, befalls = () => undefined } = given;
  const world = new World({
    ledger,
    chance,
    desk,
    people: 1,
    dateSystem: "1900",
    contents: contentsOf(chance, contents),
    ...(before === undefined ? {} : { before }),
  });
  let steps = 0;
  const verdict = await world.live(async ({ people, network, time }) => {
    for (const person of people) {
      person.disk.writesAhead = writesAhead;
      network.orphans = orphans;
      let posts = 0;
      network.befalls = ({ method }) => {
        if (method === "POST") posts += 1;
        return (method === "POST" ? befalls(posts) : undefined) ?? smooth(chance);
      };
      steps = (await person.press({ lastStep })).steps;
      await world.weigh();
      person.leave();
      network.befalls = () => smooth(chance);
      // At once and a little later, while what is under way may still arrive, and again when nothing is.
      for (const wait of [30_000, 100_000]) {
        await person.press();
        await time.clock().wait(wait);
      }
      await pressUntilTold(person, time);
      await world.weigh();
    }
  });
  return { verdict, steps };
}
