// Goal: wherever a process dies, the next push finishes its work, and nothing is posted twice. Method: one press whose steps
// (journal, request, answer, status) are numbered; for each number a world in which the page dies there, in each way that
// the requests under way can go on without it. All steps, none by chance: T6 of the protocol.
import { type WorldsLedger, openWorldsLedger } from "./books-of-worlds";
import { type CrashGiven, crashAt } from "./crash";
import { postingDesk, runningDesk } from "./desks";
import type { Orphan } from "./network";
import { sound } from "./sound";

let ledger: WorldsLedger;
beforeAll(async () => {
  ledger = await openWorldsLedger();
});
afterAll(() => ledger.close());

const ways: readonly Orphan[] = ["arrives as it would", "arrives late", "is lost"];

const systems = [
  { desk: postingDesk, contents: { rows: 5, months: 2, otherEvery: 3 } },
  { desk: runningDesk, contents: { rows: 2, months: 1, otherEvery: 0 } },
];

describe.each(systems)("T6: $desk.word", ({ desk, contents }) => {
  test.each(ways)("a page that dies at any step, and what is under way %s", async (orphans) => {
    const given: CrashGiven = { ledger, desk, orphans, contents };
    const { steps, verdict } = await crashAt(Infinity, given);
    expect(verdict).toEqual(sound);
    expect(steps).toBeGreaterThan(30);
    for (let k = 1; k <= steps; k += 1) {
      const died = await crashAt(k, given);
      const at = `${k}, ${died.lastSeen ?? "nothing"}`;
      expect({ at, ...died.verdict }).toEqual({ at, ...sound });
      expect(died.steps).toBe(k);
    }
  });
});
