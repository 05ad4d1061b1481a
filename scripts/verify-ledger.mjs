// The ledger's part of `npm run verify`: every endpoint asked whatever a seed brings up, and kills under load. Each part
// prints one line with its figures; `seed` and the line's words repeat it.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, seconds } from "./setup.mjs";

const built = createRequire(join(root, "build", "server", "test", "ledger", "here.js"));

/** Runs all parts and gives how many of them found something wrong. */
export async function verifyLedger(seed) {
  const parts = [() => fuzzed(seed, 100_000), () => killedInFolder(seed, 50), () => killedOnPostgres(seed, 50)];
  let wrong = 0;
  for (const part of parts) {
    const started = Date.now();
    const { line, complaints } = await part().catch((error) => ({ line: "not run", complaints: [error.message] }));
    console.log(`${line}, in ${seconds(started)} s (seed ${seed}).`);
    for (const complaint of complaints.slice(0, 5)) console.log(`  ${complaint}`);
    if (complaints.length > 0) wrong += 1;
  }
  return wrong;
}

async function fuzzed(seed, requests) {
  const { openStore } = built("../../ledger/index.js");
  const { fuzz } = built("./fuzz/run.js");
  const store = await openStore({ memory: true });
  const { routes, statuses, complaints } = await fuzz(store, seed, requests);
  await store.close();
  const answers = Object.entries(statuses).map(([status, count]) => `${count} x ${status}`);
  return { line: `${requests} requests to ${routes} endpoints: ${answers.join(", ")}`, complaints };
}

async function killedInFolder(seed, kills) {
  const folder = mkdtempSync(join(tmpdir(), "depr-killed-"));
  const toll = await built("./kill/run.js").killWriters({ dataFolder: join(folder, "ledger") }, seed, kills);
  rmSync(folder, { recursive: true, force: true });
  return told("PGlite", toll);
}

async function killedOnPostgres(seed, kills) {
  const postgres = await built("./postgres/start.js").startPostgres();
  const toll = await built("./kill/run.js").killWriters({ databaseUrl: postgres.url }, seed, kills, postgres.crash);
  await postgres.stop();
  return told("PostgreSQL", toll);
}

function told(where, { kills, acknowledged, lost, torn }) {
  const line = `${kills} kills on ${where}: ${acknowledged} rows acknowledged, ${lost.length} lost, ${torn.length} torn`;
  return { line, complaints: [...lost.map((id) => `${id} is lost`), ...torn.map((what) => `${what} is torn`)] };
}
