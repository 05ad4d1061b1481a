// A disk that is full: the write is refused with a sentence, nothing of it is there, what was written can be read, and the
// ledger goes on when there is space. The database's real files, whose writes fail as the system says it: ENOSPC.
import fs, { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore } from "../../ledger";
import { conversationAt, depreciationOf, fresh, layerAsset } from "./conversation";
import { newBusiness, serveStore } from "./start";
import type { Answer, Conversation, Data, Identified } from "./conversation";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "depr-full-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

/** From here on the database cannot write its log, at which PostgreSQL stops as it stands. */
function breakLog(): void {
  const write = fs.writeSync.bind(fs) as (file: number, bytes: Uint8Array, ...rest: number[]) => number;
  const broken = (file: number, bytes: Uint8Array, ...rest: number[]): number => {
    const isLog = file > 2 && fs.fstatSync(file).size === logSegment;
    if (!isLog) return write(file, bytes, ...rest);
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  jest.spyOn(fs, "writeSync").mockImplementation(broken as typeof fs.writeSync);
}

// Of PostgreSQL's files, only those of its log have this size from the start.
const logSegment = 16 * 1024 * 1024;

/** From here on no file of the database can grow, as on a disk without a free block; what is there can be written over. */
function fillDisk(): void {
  const write = fs.writeSync.bind(fs) as (file: number, bytes: Uint8Array, ...rest: number[]) => number;
  const grown = (file: number, bytes: Uint8Array, ...rest: number[]): number => {
    const end = (rest[2] ?? 0) + (rest[1] ?? bytes.length);
    if (file <= 2 || !fs.fstatSync(file).isFile() || end <= fs.fstatSync(file).size) return write(file, bytes, ...rest);
    throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
  };
  jest.spyOn(fs, "writeSync").mockImplementation(grown as typeof fs.writeSync);
}

type Ask = Pick<Conversation, "layer" | "dayzero" | "plain">;

const long = "x".repeat(9_000);
const sentence = "The ledger's disk is full. Nothing of this was written; send it again when there is space.";

/** A ledger in the folder, with one asset. */
async function ledgerOnDisk() {
  const store = await openStore({ dataFolder: join(folder, "ledger") });
  const business = await newBusiness(store);
  const server = await serveStore(store);
  const ask = conversationAt(server.baseUrl, () => business);
  const created = await ask.layer<Data<Identified>>("POST", "/assets", { body: layerAsset() });
  const assetId = created.body.data.id;
  const close = async (): Promise<void> => {
    await server.close();
    await store.close();
  };
  return { ask, assetId, close };
}

async function untilFull(post: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 0; tries < 500; tries += 1) {
    const answer = await post();
    if (answer.status !== 201) return answer;
  }
  throw new Error("The disk took everything.");
}

async function updatesOf({ layer }: Ask, assetId: string): Promise<readonly Identified[]> {
  return (await layer<Data<readonly Identified[]>>("GET", `/assets/${assetId}/value-updates`)).body.data;
}

test("a full disk: 503 in each dialect, nothing half written, and the ledger goes on when there is space", async () => {
  const { ask, assetId, close } = await ledgerOnDisk();
  let posted = 0;
  const post = async (): Promise<Answer> => {
    const more = { update_type: "IMPAIRMENT", amount: 1, memo: noise(), external_id: fresh("key") };
    const answer = await ask.layer("POST", "/assets/value-updates", { body: depreciationOf(assetId, more) });
    if (answer.status === 201) posted += 1;
    return answer;
  };
  const acquire = (): Promise<Answer> =>
    ask.dayzero("POST", "", {
      body: { name: "Laptop", purchase_date: "2026-01-01", original_cost: 100, notes: noise() },
    });
  fillDisk();
  expect(await untilFull(post)).toMatchObject({
    status: 503,
    body: { errors: [{ type: "Unavailable", description: sentence }] },
  });
  expect(await untilFull(acquire)).toMatchObject({ status: 503, body: { detail: sentence } });
  expect(await updatesOf(ask, assetId)).toHaveLength(posted);
  expect((await ask.plain("GET", "/trial-balance")).body["balance"]).toBe(0);
  expect((await ask.plain("GET", "/health")).status).toBe(200);
  jest.restoreAllMocks();
  expect((await post()).status).toBe(201);
  expect((await acquire()).status).toBe(201);
  expect(await updatesOf(ask, assetId)).toHaveLength(posted);
  expect((await ask.plain("GET", "/trial-balance")).body["balance"]).toBe(0);
  await close();
});

test("a log that cannot be written: 503 until it can, then everything that was acknowledged is there", async () => {
  const { ask, assetId, close } = await ledgerOnDisk();
  const post = (headers: Readonly<Record<string, string>> = {}): Promise<Answer> => {
    const more = { update_type: "IMPAIRMENT", amount: 1, external_id: fresh("key") };
    return ask.layer("POST", "/assets/value-updates", { body: depreciationOf(assetId, more), headers });
  };
  expect((await post()).status).toBe(201);
  breakLog();
  const answers = [await post(), await post(), await post({ "idempotency-key": fresh("key") })];
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503]);
  expect(JSON.stringify(answers[0]?.body)).toContain("look whether this was carried out before sending it again");
  expect((await ask.plain("GET", "/health")).status).toBe(503);
  jest.restoreAllMocks();
  expect((await post()).status).toBe(201);
  expect((await ask.plain("GET", "/health")).status).toBe(200);
  expect(await updatesOf(ask, assetId)).toHaveLength(2);
  expect((await ask.plain("GET", "/trial-balance")).body["balance"]).toBe(0);
  await close();
});

/** Text that the database cannot make smaller, so that it needs room of its own. */
function noise(): string {
  return Array.from(long, () => String.fromCharCode(33 + Math.floor(Math.random() * 90))).join("");
}
