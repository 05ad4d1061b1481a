import { type Journal, openJournal, scopeOf } from "../../src/sync";
import { settlingsOf } from "../../src/sync/settlings";
import { emptyBrowser } from "./browser-database";
import { sentRecord } from "./sent-record";
import { heldClock } from "./time";

/** The real journal, and how many records each of its settlings had. */
async function watchedJournal(): Promise<{ readonly journal: Journal; readonly settled: number[] }> {
  emptyBrowser();
  const real = await openJournal(scopeOf({ system: "layer", baseUrl: "https://localhost:3000", businessId: "B-1" }));
  const settled: number[] = [];
  const settle: Journal["settle"] = async (...records) => {
    settled.push(records.length);
    await real.settle(...records);
  };
  return { journal: { ...real, settle }, settled };
}

const posted = (number: number) => [sentRecord(`k${number}`, "POSTED")];

test("what many rows became is told at once, and at the end nothing is left out", async () => {
  const { journal, settled } = await watchedJournal();
  const settlings = settlingsOf(journal, 50, heldClock());
  for (let number = 0; number < 120; number += 1) settlings.add(posted(number));
  await settlings.end();
  expect(settled).toEqual([50, 50, 20]);
  expect((await journal.records()).size).toBe(120);
});

test("a slow ledger's rows do not wait for each other", async () => {
  const { journal, settled } = await watchedJournal();
  const clock = heldClock();
  const settlings = settlingsOf(journal, 50, clock);
  for (let number = 0; number < 6; number += 1) {
    settlings.add(posted(number));
    clock.forward(100);
  }
  expect(settled).toEqual([4]);
  await settlings.end();
  expect(settled).toEqual([4, 2]);
});

test("where one row at a time is journaled, each is told at once", async () => {
  const { journal, settled } = await watchedJournal();
  const settlings = settlingsOf(journal, 1, heldClock());
  for (const number of [1, 2]) settlings.add(posted(number));
  expect(settled).toEqual([1, 1]);
  await settlings.end();
});
