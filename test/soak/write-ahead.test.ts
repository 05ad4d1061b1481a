// Goal: T20 of the protocol, the check of the check. Where a ledger does not count a key once, only what was written before a
// request left keeps the next push from sending it again. Method: the same exhaustive deaths as T6 before a door through
// which the ledger forgets keys; with the write-ahead line all is well, and without it the very same worlds must not be.
import { type WorldsLedger, openWorldsLedger } from "./books-of-worlds";
import { type CrashGiven, crashAt } from "./crash";
import { carefulPostingDesk, runningDesk } from "./desks";
import type { Fate } from "./faults";
import { forgettingDoor } from "./forgetting-door";
import { sound } from "./sound";
import type { Verdict } from "./verdict";

let ledger: WorldsLedger;
beforeAll(async () => {
  ledger = await openWorldsLedger();
});
afterAll(() => ledger.close());

// Of Layer's requests the second is the first charge, of DayZero's the first two make the assets.
// Changes of value other than depreciation, for the ledger charges no month twice whatever the key.
const systems = [
  { desk: carefulPostingDesk, contents: { rows: 4, months: 1, otherEvery: 1 }, busy: [2] },
  { desk: runningDesk, contents: { rows: 2, months: 1, otherEvery: 0 }, busy: [1, 2] },
];

describe.each(systems)("T20: $desk.word, where the ledger forgets keys", ({ desk, contents, busy }) => {
  const given = (): CrashGiven => ({ ledger, desk, contents, orphans: "arrives late", before: forgettingDoor });

  test("with the journal written ahead, a death at any step costs nothing", async () => {
    const found = await everyDeath(given());
    expect(found.filter(({ duplicates, lost, complaints }) => duplicates + lost + complaints.length > 0)).toEqual([]);
  });

  test("the two minutes run from the sending, not from where the push began", async () => {
    const found = await everyDeath({ ...given(), befalls: (post) => (busy.includes(post) ? busyFor(100) : undefined) });
    expect(found.filter(({ complaints }) => complaints.length > 0)).toEqual([]);
  });

  test("without it, some death posts something twice or loses it", async () => {
    const found = await everyDeath({ ...given(), writesAhead: false });
    expect(found.reduce((sum, { duplicates, lost }) => sum + duplicates + lost, 0)).toBeGreaterThan(0);
  });
});

/** The ledger asks to wait: a push that began long ago sends its requests now. */
function busyFor(seconds: number): Fate {
  const headers = { "retry-after": String(seconds) };
  return { word: "429", arrivals: [], answer: { kind: "instead", after: 10, status: 429, headers } };
}

async function everyDeath(given: CrashGiven): Promise<readonly (Verdict & { readonly k: number })[]> {
  const { steps, verdict } = await crashAt(Infinity, given);
  expect(verdict).toEqual(sound);
  const found = [];
  for (let k = 1; k <= steps; k += 1) found.push({ k, ...(await crashAt(k, given)).verdict });
  return found;
}
