import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { openStore } from "../../../ledger";
import { chanceFrom } from "../fuzz/chance";
import type { Store, StoreOptions } from "../../../ledger";
import type { Orders } from "./writer";

/** What a run of kills left: how many rows had been acknowledged, how many of those are gone, and entries that are torn. */
export interface Toll {
  readonly kills: number;
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly torn: readonly string[];
}

const fewest = 20;
const upTo = 200;

/**
 * Kills a process that posts, again and again, each time after a number of rows that the seed determines, with `crash` also
 * the database's machine every other time; then looks what is there.
 */
export async function killWriters(
  options: StoreOptions,
  seed: number,
  kills: number,
  crash?: () => Promise<void>,
): Promise<Toll> {
  const chance = chanceFrom(seed);
  const [businessId, token] = [randomUUID(), `kill_${randomUUID()}`];
  const acknowledged: string[] = [];
  for (let kill = 0; kill < kills; kill += 1) {
    const orders = { store: options, businessId, token, prefix: `k${kill}` };
    const after = fewest + chance.whole(upTo - fewest);
    acknowledged.push(...(await killed(orders, after, kill % 2 === 1 ? crash : undefined)));
  }
  const store = await openStore(options);
  const toll = await countIn(store, businessId, acknowledged);
  await store.close();
  return { kills, ...toll };
}

/** Lets a writer work until it has told of so many rows, kills it, and gives all that it told. */
async function killed(orders: Orders, after: number, crash?: () => Promise<void>): Promise<readonly string[]> {
  const script = join(process.cwd(), "build", "server", "test", "ledger", "kill", "writer.js");
  if (!existsSync(script)) throw new Error(`${script} is not built. Run npm run build.`);
  const writer = spawn(process.execPath, [script, JSON.stringify(orders)], { stdio: ["ignore", "pipe", "pipe"] });
  let [told, complaint] = ["", ""];
  writer.stderr.on("data", (part: Buffer) => (complaint += part.toString()));
  const ended = once(writer, "close");
  writer.stdout.on("data", (part: Buffer) => {
    told += part.toString();
    if (writer.killed || told.split("\n").length <= after) return;
    writer.kill("SIGKILL");
  });
  await ended;
  if (!writer.killed) throw new Error(`The writer ended by itself: ${complaint}`);
  await crash?.();
  // A line that was cut short was not told.
  return told.split("\n").slice(0, -1);
}

async function countIn(
  store: Store,
  businessId: string,
  acknowledged: readonly string[],
): Promise<Omit<Toll, "kills">> {
  const rows = await store.query<{ external_id: string }>(
    "select external_id from value_updates where business_id = $1",
    [businessId],
  );
  const there = new Set(rows.map((row) => row.external_id));
  const torn = await store.query<{ what: string }>(tornSql, [businessId]);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((id) => !there.has(id)),
    torn: torn.map(({ what }) => what),
  };
}

// An update without its entry or posting, a posting's entry without its update, a key without its answer, and a position
// that is not the sum of its updates.
const tornSql = `
  select 'update ' || u.id as what from value_updates u
  where u.business_id = $1 and not exists (
    select 1 from journal_entries e join postings p on p.entry_id = e.id
    where e.id = u.journal_entry_id and p.amount = u.amount)
  union all
  select 'entry ' || e.id from journal_entries e
  where e.business_id = $1 and e.kind = 'IMPROVEMENT'
    and not exists (select 1 from value_updates u where u.journal_entry_id = e.id)
  union all
  select 'key ' || k.key from idempotency_keys k
  where k.business_id = $1 and (k.answer is null or not exists (
    select 1 from value_updates u where u.business_id = $1 and u.external_id = k.key))
  union all
  select 'position ' || s.book from positions s join assets a on a.id = s.asset_id
  where a.business_id = $1 and s.adjustments <> (
    select coalesce(sum(u.change), 0) from value_updates u where u.asset_id = a.id and u.book = s.book)`;
