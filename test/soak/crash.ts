import { Chance } from "../engine/reference/chance";
import type { WorldsLedger } from "./books-of-worlds";
import { contentsOf } from "./contents";
import { isDone, type Verdict } from "./verdict";
import type { Door, Orphan } from "./network";
import type { Desk, Person } from "./person";
import { World } from "./world";
import type { WorldTime } from "./world-time";

export interface CrashGiven {
  readonly ledger: WorldsLedger;
  readonly desk: Desk;
  readonly orphans: Orphan;
  /** Every so many rows are changes of value other than depreciation. */
  readonly otherEvery: number;
  readonly before?: (door: Door) => Door;
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
  const { ledger, desk, orphans, otherEvery, before, writesAhead = true } = given;
  const world = new World({
    ledger,
    chance,
    desk,
    people: 1,
    dateSystem: "1900",
    contents: contentsOf(chance, { rows: 5, months: 2, otherEvery }),
    ...(before === undefined ? {} : { before }),
  });
  let steps = 0;
  const verdict = await world.live(async ({ people, network, time }) => {
    for (const person of people) {
      person.disk.writesAhead = writesAhead;
      network.orphans = orphans;
      steps = (await person.press({ lastStep })).steps;
      await world.weigh();
      person.leave();
      await pressUntilTold(person, time);
      await world.weigh();
    }
  });
  return { verdict, steps };
}

/** Presses until every row has its word, at least twice, and at most so often. */
export async function pressUntilTold(person: Person, time: WorldTime, most = 8): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await person.press();
    if (count > 0 && person.workbook.shown().every(isDone)) return;
    await time.clock().wait(count === 0 ? 0 : 130_000);
  }
}
