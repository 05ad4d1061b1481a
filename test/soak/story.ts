import { misfortune, smooth } from "./faults";
import type { Person } from "./person";
import { pressUntilTold } from "./press-until-told";
import type { Workbook } from "./workbook";
import type { World } from "./world";

/** How much trouble a world has. Every figure is a share of 1. */
interface Weather {
  readonly faults: number;
  readonly crashes: number;
  readonly changes: boolean;
}

/** Troubled hours, and then a quiet one in which everybody presses until every row has its word. */
export async function troubledStory(world: World): Promise<void> {
  const { chance, network, time, people } = world;
  const weather: Weather = {
    faults: chance.pick([0, 0.05, 0.2, 0.45]),
    crashes: chance.pick([0, 0.3, 0.8]),
    changes: chance.once(2),
  };
  network.befalls = () => (chance.part() < weather.faults ? misfortune(chance, time.now) : smooth(chance));
  await Promise.all(people.map((person) => troubledHours(person, weather, world)));
  network.befalls = () => smooth(chance);
  // The last changes that people made have reached the others' views.
  await time.clock().wait(60_000);
  for (const person of people) {
    person.leave();
    person.disk.isFull = false;
  }
  world.settleViews();
  // Each knows what the other has done only by pressing again.
  for (const person of [...people, ...people]) {
    await pressUntilTold(person, time);
    await world.weigh();
  }
}

async function troubledHours(person: Person, weather: Weather, world: World): Promise<void> {
  const { chance, time, network } = world;
  const presses = chance.whole(1, 4);
  for (let count = 0; count < presses; count += 1) {
    await time.clock().wait(chance.whole(0, 200) * 100);
    person.disk.isFull = chance.once(25);
    person.disk.isLazy = chance.once(3);
    network.orphans = chance.pick(["arrives as it would", "arrives late", "is lost"]);
    if (weather.changes) planChanges(person, world);
    if (chance.once(20)) time.after(chance.whole(0, 100) * 100, () => void person.disk.wipe());
    await person.press({
      ...(chance.part() < weather.crashes ? { lastStep: chance.whole(1, 40 + 4 * world.rows) } : {}),
      ...(chance.once(5) ? { cancelAfterMs: chance.whole(0, 400) * 10 } : {}),
      thinkMs: chance.once(2) ? 0 : chance.whole(0, 30_000),
    });
    await world.weigh();
    if (chance.once(3)) person.leave();
    if (chance.once(8)) await person.disk.wipe();
  }
}

/** People go on working on the sheet while the ledger is being posted to. */
function planChanges(person: Person, world: World): void {
  const { chance, time } = world;
  for (let count = chance.whole(0, 3); count > 0; count -= 1)
    time.after(chance.whole(0, 300) * 100, () => world.change(person, changeOf(person.workbook, world)));
}

/** One change, told by what the rows are and not by where they stand, for the others' rows may stand elsewhere. */
function changeOf(workbook: Workbook, { chance, mayBeEdited }: World): (workbook: Workbook) => void {
  const rows = workbook.shown();
  const row = chance.pick(rows);
  // Less than it was: more could be more than the asset is worth, which a ledger rightly refuses.
  const fewer = Math.max(1, row.cents - chance.whole(1, 5));
  const edits = [
    (each: Workbook) => each.edit(row.name, fewer),
    ...(rows.length > 1 ? [(each: Workbook) => each.remove(row.name)] : []),
  ];
  const changes = [
    () => workbook.sort(chance),
    (each: Workbook) => each.insertBlank(chance),
    (each: Workbook) => each.undo(),
    ...(mayBeEdited ? edits : []),
  ];
  return chance.pick(changes);
}
