// Goal: in any troubled world every row is posted once and the sheet says so. Method: worlds of one seed, each with its own
// clock, network, processes and storage; the run itself is `npm run soak`, which is started here as a user starts it.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { type WorldsLedger, openWorldsLedger } from "./books-of-worlds";
import { soakWorld, worldSeed } from "./soak";
import { sound } from "./sound";

jest.setTimeout(240_000);

let ledger: WorldsLedger;
beforeAll(async () => {
  ledger = await openWorldsLedger();
});
afterAll(() => ledger.close());

test.each(Array.from({ length: 24 }, (_none, number) => worldSeed("jest", number)))(
  "world %s is sound",
  async (seed) => {
    expect(await soakWorld(ledger, seed, 20)).toEqual(sound);
  },
);
