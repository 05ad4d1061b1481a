// Every endpoint that the server has mounted, asked whatever a seed brings up. `npm run verify` asks ten times as much.
import { fuzz } from "./fuzz/run";
import { openTestStore } from "./start";

test("10,000 requests: no failure of the ledger's own, nothing told to strangers, every entry balances", async () => {
  const seed = Math.floor(Math.random() * 2 ** 32);
  const store = await openTestStore();
  const found = await fuzz(store, seed, 10_000);
  await store.close();
  expect({ seed, complaints: found.complaints }).toEqual({ seed, complaints: [] });
  // The requests got somewhere: a fuzzer whose every request is refused at the door tries nothing.
  const answered = (status: string): number => found.statuses[status] ?? 0;
  expect([answered("200") > 1_000, answered("201") > 300, answered("400") > 300]).toEqual([true, true, true]);
});
