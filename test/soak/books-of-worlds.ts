import { randomUUID } from "node:crypto";
import Fastify from "fastify";
import { openBusiness, registerLedger } from "../../ledger";
import { shownKey } from "./forgetting-door";
import { openTestStore } from "../ledger/start";
import type { FastifyInstance } from "fastify";
import type { Store } from "../../ledger";

/** The reference ledger, whole, on its own database. Requests are handed to it without a socket: nothing else is left out. */
export interface WorldsLedger {
  readonly app: FastifyInstance;
  readonly store: Store;
  close(): Promise<void>;
}

export async function openWorldsLedger(): Promise<WorldsLedger> {
  const store = await openTestStore();
  const app = Fastify({ logger: false });
  await registerLedger(app, store);
  await app.ready();
  return {
    app,
    store,
    close: async () => {
      await app.close();
      await store.close();
    },
  };
}

/** A business of its own for a world, with a token for each of its people. */
export async function businessOf(store: Store, tokens: readonly string[]): Promise<string> {
  const id = randomUUID();
  for (const token of tokens) await openBusiness(store, { id, name: "A business of a world", token });
  return id;
}

/** A posting as the database holds it, read past every door. */
export interface Entry {
  readonly asset: string;
  readonly key: string | null;
  readonly type: string;
  readonly cents: number;
  /** yyyy-mm-dd */
  readonly date: string;
}

export interface Books {
  readonly entries: readonly Entry[];
  /** The names of the assets, each as often as it is there. */
  readonly assets: readonly string[];
  /** Debit less credit over all accounts, by the trial balance. */
  readonly balance: number;
}

export async function booksOf({ app, store }: WorldsLedger, businessId: string, token: string): Promise<Books> {
  const entries = await store.query<Entry>(
    `select a.asset_key as asset, u.external_id as key, u.update_type as type, u.amount as cents, u.update_date as date
     from value_updates u join assets a on a.id = u.asset_id
     where u.business_id = $1 and u.archived_at is null order by u.created_at, u.id`,
    [businessId],
  );
  const shown = entries.map((entry) => ({ ...entry, asset: shownKey(entry.asset) }));
  const assets = await store.query<{ readonly asset: string }>(
    "select asset_key as asset from assets where business_id = $1",
    [businessId],
  );
  return { entries: shown, assets: assets.map(({ asset }) => shownKey(asset)), balance: await balanceOf(app, token) };
}

export async function balanceOf(app: FastifyInstance, token: string): Promise<number> {
  const answer = await app.inject({ url: "/trial-balance", headers: { authorization: `Bearer ${token}` } });
  return answer.json<{ readonly balance: number }>().balance;
}
