// kill -9 of a ledger under load, and of the database's server: what was acknowledged is there, and nothing is half there.
// `npm run verify` does it ten times as often.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killWriters } from "./kill/run";
import { startPostgres } from "./postgres/start";

const kills = 5;
const seed = Math.floor(Math.random() * 2 ** 32);

test("killed five times in a folder, the ledger lost nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "depr-killed-"));
  const toll = await killWriters({ dataFolder: join(folder, "ledger") }, seed, kills);
  rmSync(folder, { recursive: true, force: true });
  expect({ seed, ...toll }).toMatchObject({ seed, kills, lost: [], torn: [] });
  expect(toll.acknowledged).toBeGreaterThan(kills * 20 - 1);
});

test("killed five times on PostgreSQL, the server with it every other time, the ledger lost nothing", async () => {
  const postgres = await startPostgres();
  const toll = await killWriters({ databaseUrl: postgres.url }, seed, kills, postgres.crash);
  await postgres.stop();
  expect({ seed, ...toll }).toMatchObject({ seed, kills, lost: [], torn: [] });
  expect(toll.acknowledged).toBeGreaterThan(kills * 20 - 1);
});
