import { randomBytes, randomUUID } from "node:crypto";
import Fastify from "fastify";
import { openBusiness, openStore, registerLedger } from "../../ledger";
import { emptyDatabase } from "./empty-database";
import type { Store } from "../../ledger";
import type { AddressInfo } from "node:net";

/** The ledger on a real server of this machine, with a business of its own and that business's token. */
export interface StartedLedger {
  /** Such as http://127.0.0.1:41234, without a slash behind it; below it lie /layer, /dayzero, /oanor and /journal. */
  readonly baseUrl: string;
  readonly businessId: string;
  readonly token: string;
  readonly store: Store;
  close(): Promise<void>;
}

/** Starts the ledger on a free port, in memory, or in the PostgreSQL server that DATABASE_URL names. */
export async function startLedger(): Promise<StartedLedger> {
  const store = await openTestStore();
  const business = await newBusiness(store);
  const server = await serveStore(store);
  return {
    ...business,
    baseUrl: server.baseUrl,
    store,
    close: async () => {
      await server.close();
      await store.close();
    },
  };
}

/** A server of the ledger on a store that somebody else opened and will close. */
export async function serveStore(
  store: Store,
  log?: (line: string) => void,
): Promise<Pick<StartedLedger, "baseUrl" | "close">> {
  const app = Fastify({ logger: false, forceCloseConnections: true });
  await registerLedger(app, store, log);
  await app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = app.server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, close: () => app.close() };
}

/** The database that the ledger's tests run on: PostgreSQL when DATABASE_URL names one, else one in memory. */
export async function openTestStore(): Promise<Store> {
  const databaseUrl = process.env["DATABASE_URL"];
  return openStore(databaseUrl === undefined ? { memory: true, image: await emptyDatabase() } : { databaseUrl });
}

/** A business that no other test uses, so that tests can share a database. */
export async function newBusiness(store: Store): Promise<{ readonly businessId: string; readonly token: string }> {
  const token = `test_${randomBytes(16).toString("base64url")}`;
  const businessId = randomUUID();
  await openBusiness(store, { id: businessId, name: "A business of the tests", token });
  return { businessId, token };
}
