import type { Person } from "./person";
import { isDone } from "./verdict";
import type { WorldTime } from "./world-time";

/** Presses until every row has its word, at most so often; between two presses anything under way has arrived. */
export async function pressUntilTold(person: Person, time: WorldTime, most = 8): Promise<void> {
  for (let count = 0; count < most; count += 1) {
    await person.press();
    if (person.workbook.shown().every(isDone)) return;
    await time.clock().wait(130_000);
  }
}
