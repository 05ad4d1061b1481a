import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Fastify from "fastify";
import { openBusiness, openStore, registerLedger } from "../ledger";
import type { Store } from "../ledger";
import type { AddressInfo } from "node:net";

const measuredMs = 3_000;
const connections = 16;
const assetCount = 200;
const token = "bench";
const businessId = "b0000000-0000-4000-8000-000000000001";

/**
 * Durable posts of Layer value updates a second, each request answered after its own commit has reached the disk, over
 * HTTP on this machine with 16 connections; embedded database, or DATABASE_URL.
 */
export async function run(): Promise<
  readonly { readonly name: string; readonly value: string; readonly unit: string }[]
> {
  const folder = mkdtempSync(join(tmpdir(), "depr-bench-"));
  const databaseUrl = process.env["DATABASE_URL"];
  const begun = performance.now();
  const store = await openStore(databaseUrl === undefined ? { dataFolder: folder } : { databaseUrl });
  const openedMs = performance.now() - begun;
  try {
    const times = await measure(store);
    return [
      { name: "ledger: new database opened", value: openedMs.toFixed(0), unit: "ms" },
      { name: "ledger: durable posts", value: (times.length / (measuredMs / 1000)).toFixed(0), unit: "posts/s" },
      { name: "ledger: post, median", value: quantile(times, 0.5).toFixed(1), unit: "ms" },
      { name: "ledger: post, 99 of 100", value: quantile(times, 0.99).toFixed(1), unit: "ms" },
    ];
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(store: Store): Promise<readonly number[]> {
  await openBusiness(store, { id: businessId, name: "Bench", token });
  const app = Fastify();
  await registerLedger(app, store);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const assets = await createAssets(port, agent);
  const times: number[] = [];
  const end = performance.now() + measuredMs;
  await Promise.all(Array.from({ length: connections }, () => postUntil(end, port, agent, assets, times)));
  agent.destroy();
  await app.close();
  return times;
}

async function createAssets(port: number, agent: Agent): Promise<readonly string[]> {
  const created = Array.from({ length: assetCount }, async () => {
    const asset = { name: "Asset", asset_type: "EQUIPMENT", original_value: 9_000_000_000_000 };
    const answer = await post(port, agent, "/assets", asset);
    return (JSON.parse(answer) as { data: { id: string } }).data.id;
  });
  return Promise.all(created);
}

async function postUntil(
  end: number,
  port: number,
  agent: Agent,
  assets: readonly string[],
  times: number[],
): Promise<void> {
  while (performance.now() < end) {
    const update = {
      asset_id: assets[times.length % assets.length],
      external_id: randomUUID(),
      amount: 1666,
      update_type: "IMPROVEMENT",
      counter_account: { type: "StableName", stable_name: "CASH" },
      date: "2026-01-31T00:00:00Z",
    };
    const begun = performance.now();
    await post(port, agent, "/assets/value-updates", update);
    times.push(performance.now() - begun);
  }
}

function post(port: number, agent: Agent, path: string, body: object): Promise<string> {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const options = { port, agent, headers, method: "POST", path: `/layer/v1/businesses/${businessId}${path}` };
  return new Promise((resolve, reject) => {
    const sent = request(options, (answer) => {
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
