import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import Fastify from "fastify";
import type { FastifyInstance } from "fastify";
import { demoBusiness, openStore, registerLedger } from "../ledger";
import type { Store } from "../ledger";
import { gateway, registerWorkbench } from "../workbench/server";
import { requestLog } from "./request-log";
import { certificate } from "./certificate";
import type { Certificate } from "./certificate";

export interface ServeOptions {
  /** The project's folder, which holds dist and build. */
  readonly root: string;
  /** The port on localhost; 0 takes a free one. */
  readonly port: number;
  readonly dataFolder: string;
  /** Forget the ledger, the token and the workbook first. */
  readonly fresh: boolean;
}

export interface Serving {
  readonly address: string;
  close(): Promise<void>;
}

/** Opens the store, mounts ledger and workbench on one https server, and listens only when both are ready. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const dataFolder = options.dataFolder;
  if (options.fresh) forget(dataFolder);
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  const shown = await certificate(dataFolder);
  const store = await openStoreOrExplain(dataFolder);
  const token = demoToken(dataFolder);
  const businessId = await demoBusiness(store, token);
  const app = Fastify({ https: { key: shown.key, cert: shown.cert }, bodyLimit: 32 * 1024 * 1024, logger: false });
  await registerLedger(app, store, requestLog(dataFolder));
  await app.register(gateway(process.env));
  await registerWorkbench(app, {
    distFolder: join(options.root, "dist"),
    workbenchFolder: join(options.root, "build", "workbench"),
    dataFolder,
  });
  const serving = await listen(app, store, options.port);
  announce(serving.address, businessId, token, shown);
  return serving;
}

function forget(dataFolder: string): void {
  for (const name of ["ledger", "workbook.json", "demo-token"])
    rmSync(join(dataFolder, name), { recursive: true, force: true });
}

async function openStoreOrExplain(dataFolder: string): Promise<Store> {
  const databaseUrl = process.env["DATABASE_URL"];
  return openStore(databaseUrl === undefined ? { dataFolder: join(dataFolder, "ledger") } : { databaseUrl });
}

// The database keeps only the token's hash; this file, readable by its owner alone, is how the token can be shown again.
function demoToken(dataFolder: string): string {
  const file = join(dataFolder, "demo-token");
  if (!existsSync(file)) writeFileSync(file, `demo_${randomBytes(24).toString("base64url")}`, { mode: 0o600 });
  return readFileSync(file, "utf8");
}

async function listen(app: FastifyInstance, store: Store, port: number): Promise<Serving> {
  await app.listen({ host: "localhost", port }).catch((error: unknown) => {
    throw isBusy(error)
      ? new Error(`Port ${String(port)} is in use by another program. Choose another: PORT=3001 npm start`)
      : error;
  });
  const bound = app.server.address();
  const number = typeof bound === "object" && bound !== null ? bound.port : port;
  const close = once(async () => {
    await app.close();
    await store.close();
  });
  endOnSignal(close);
  return { address: `https://localhost:${String(number)}/`, close };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

function endOnSignal(close: () => Promise<void>): void {
  const end = (): void => {
    console.log("\nStopping …");
    void close().then(() => process.exit(0));
  };
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
}

function announce(address: string, businessId: string, token: string, shown: Certificate): void {
  const assets = `${address}layer/v1/businesses/${businessId}/assets`;
  console.log(`
Workbench      ${address}
Demo business  ${businessId}
Token          ${token}
Certificate    ${shown.origin}
Try the ledger curl --cacert '${shown.authorityFile}' -H 'Authorization: Bearer ${token}' '${assets}'

Ctrl+C stops it; the ledger and the workbook are kept.`);
}
