import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { openBusiness, openStore, registerLedger } from "../ledger";
import { figure } from "./measure/measurement";
import type { Measurement } from "./measure/measurement";
import type { Store } from "../ledger";
import type { AddressInfo } from "node:net";

const connections = 16;
const assetCount = 200;
const rowCount = 100_000;
// The cost of a row at the beginning and at the end is that of so many rows.
const stretch = 10_000;
const token = randomUUID();

/**
 * Durable posts of Layer value updates, one row each, over HTTP on this machine with 16 connections, each answered after its
 * commit has reached the disk: on the embedded database, and on the PostgreSQL of DATABASE_URL where it is set.
 */
export async function run(): Promise<readonly Measurement[]> {
  const folder = mkdtempSync(join(tmpdir(), "depr-bench-"));
  try {
    const databaseUrl = process.env["DATABASE_URL"];
    return [
      ...(await measureIn("PGlite", { dataFolder: folder })),
      ...(databaseUrl === undefined ? [] : await measureIn("PostgreSQL", { databaseUrl })),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureIn(name: string, where: Parameters<typeof openStore>[0]): Promise<readonly Measurement[]> {
  const begun = performance.now();
  const store = await openStore(where);
  const openedMs = performance.now() - begun;
  const { times, ends, seconds } = await postAll(store);
  await store.close();
  const [first, last] = [lasted(ends, 0, stretch), lasted(ends, rowCount - stretch, rowCount)];
  return [
    figure(`ledger on ${name}: opened`, openedMs, "ms"),
    figure(`ledger on ${name}: durable posts, ${rowCount} rows`, rowCount / seconds, "posts/s"),
    figure(`ledger on ${name}: post, median`, quantile(times, 0.5), "ms"),
    figure(`ledger on ${name}: post, 99 of 100`, quantile(times, 0.99), "ms"),
    figure(`ledger on ${name}: a row of the first ${stretch}`, first / stretch, "ms"),
    figure(`ledger on ${name}: a row of the last ${stretch}, against those`, last / first, "times", { most: 1.25 }),
  ];
}

interface Posts {
  /** Of each post, in milliseconds. */
  readonly times: readonly number[];
  /** When each was answered, in order. */
  readonly ends: readonly number[];
  readonly seconds: number;
}

async function postAll(store: Store): Promise<Posts> {
  const businessId = randomUUID();
  await openBusiness(store, { id: businessId, name: "Bench", token });
  const app = Fastify();
  await registerLedger(app, store);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const send: Send = (path, body) => post({ port, agent, path: `/layer/v1/businesses/${businessId}${path}` }, body);
  const assets = await createAssets(send);
  const [times, ends]: [number[], number[]] = [[], []];
  const begun = performance.now();
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let row = next++; row < rowCount; row = next++) {
      const started = performance.now();
      await send("/assets/value-updates", charge(assets, row));
      const ended = performance.now();
      times.push(ended - started);
      ends.push(ended - begun);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const seconds = (performance.now() - begun) / 1000;
  agent.destroy();
  await app.close();
  return { times, ends, seconds };
}

function lasted(ends: readonly number[], from: number, to: number): number {
  return (ends[to - 1] ?? NaN) - (from === 0 ? 0 : (ends[from - 1] ?? NaN));
}

type Send = (path: string, body: object) => Promise<string>;

async function createAssets(send: Send): Promise<readonly string[]> {
  const asset = {
    name: "Asset",
    asset_type: "EQUIPMENT",
    original_value: 9_000_000_000_000,
    accumulated_depreciation_account: { type: "StableName", stable_name: "ACCUMULATED_DEPRECIATION" },
  };
  const created = Array.from({ length: assetCount }, async () => {
    const answer = await send("/assets", asset);
    return (JSON.parse(answer) as { data: { id: string } }).data.id;
  });
  return Promise.all(created);
}

/** Month after month, one charge an asset. */
function charge(assets: readonly string[], row: number): object {
  const month = Math.floor(row / assets.length);
  const date = `${2026 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-28`;
  return {
    asset_id: assets[row % assets.length],
    external_id: randomUUID(),
    amount: 1666,
    update_type: "DEPRECIATION_AMORTIZATION",
    counter_account: { type: "StableName", stable_name: "DEPRECIATION" },
    date: `${date}T00:00:00Z`,
  };
}

interface Where {
  readonly port: number;
  readonly agent: Agent;
  readonly path: string;
}

function post(where: Where, body: object): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  return new Promise((resolve, reject) => {
    const sent = request({ ...where, headers, method: "POST" }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (part: string) => (text += part));
      answer.on("end", () => {
        if (answer.statusCode === 201) resolve(text);
        else reject(new Error(`${answer.statusCode ?? 0}: ${text}`));
      });
    });
    sent.on("error", reject);
    sent.end(JSON.stringify(body));
  });
}

function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
