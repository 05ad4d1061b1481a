// Statements that PostgreSQL asks to repeat: 40001, serialization_failure, and 40P01, deadlock_detected (PostgreSQL's manual,
// "Serialization Failure Handling"). A real server, really conflicting transactions; its default isolation is serializable,
// as it is on engines that spread over several machines.
import { EventEmitter, once } from "node:events";
import { openStore } from "../../ledger";
import { conversationAt, depreciationOf, fresh, layerAsset } from "./conversation";
import { startPostgres } from "./postgres/start";
import { newBusiness, serveStore } from "./start";
import type { Session, Store } from "../../ledger";
import type { Data, Identified, Row } from "./conversation";
import type { OwnPostgres } from "./postgres/start";

let postgres: OwnPostgres;
let store: Store;

beforeAll(async () => {
  postgres = await startPostgres(["default_transaction_isolation=serializable", "deadlock_timeout=50ms"]);
  store = await openStore({ databaseUrl: postgres.url });
});
afterAll(async () => {
  await store.close();
  await postgres.stop();
});

/** Runs both, each stopping at the meeting in its first try until the other is there too; gives how often they tried. */
async function meeting(
  works: readonly ((session: Session, meet: () => Promise<void>) => Promise<unknown>)[],
): Promise<number> {
  const door = new EventEmitter();
  let [arrived, tries] = [0, 0];
  const meet = async (): Promise<void> => {
    arrived += 1;
    if (arrived > works.length) return;
    if (arrived === works.length) door.emit("open");
    else await once(door, "open");
  };
  await Promise.all(
    works.map((work) =>
      store.transaction((session) => {
        tries += 1;
        return work(session, meet);
      }),
    ),
  );
  return tries;
}

test("a serialization failure is tried again, and both transactions count", async () => {
  await store.query("create table tallies (name text primary key, amount integer not null)");
  const addAll =
    (name: string) =>
    async (session: Session, meet: () => Promise<void>): Promise<void> => {
      const [row] = await session.query<{ sum: number }>(
        "select coalesce(sum(amount), 0)::integer as sum from tallies",
      );
      await meet();
      await session.query("insert into tallies values ($1, $2)", [name, (row?.sum ?? 0) + 1]);
    };
  expect(await meeting([addAll("one"), addAll("two")])).toBeGreaterThan(2);
  expect(await store.query("select amount from tallies order by amount")).toEqual([{ amount: 1 }, { amount: 2 }]);
});

test("a deadlock is tried again, and both transactions count", async () => {
  await store.query("create table pairs (name text primary key, amount integer not null)");
  await store.query("insert into pairs values ('a', 0), ('b', 0)");
  const add = "update pairs set amount = amount + 1 where name = $1";
  const addTo =
    (first: string, second: string) =>
    async (session: Session, meet: () => Promise<void>): Promise<void> => {
      await session.query(add, [first]);
      await meet();
      await session.query(add, [second]);
    };
  expect(await meeting([addTo("a", "b"), addTo("b", "a")])).toBeGreaterThan(2);
  expect(await store.query("select amount from pairs")).toEqual([{ amount: 2 }, { amount: 2 }]);
});

test("many writers on the same assets through every door: each answer is true, and no failure of the ledger's own", async () => {
  const business = await newBusiness(store);
  const server = await serveStore(store);
  const { layer, dayzero, plain } = conversationAt(server.baseUrl, () => business);
  const created = await layer<Data<Identified>>("POST", "/assets", { body: layerAsset({ original_value: 9_000_000 }) });
  const assetId = created.body.data.id;
  const update = (more: Row, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number }> =>
    layer("POST", "/assets/value-updates", {
      body: depreciationOf(assetId, { update_type: "IMPAIRMENT", amount: 1, external_id: fresh("key"), ...more }),
      headers,
    });
  const writes = Array.from({ length: 40 }, (_each, index) => [
    update({}),
    update({}, { "idempotency-key": fresh("key") }),
    update({ metadata: { book: `BOOK ${index % 3}` } }, { "idempotency-key": fresh("key") }),
    layer("POST", "/assets", { body: layerAsset() }),
    dayzero("POST", "", { body: { name: "Laptop", purchase_date: "2026-01-01", original_cost: 100 } }),
    dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } }),
    plain("PUT", "/closed-through", { body: { date: index % 2 === 0 ? "2020-01-31" : null } }),
  ]).flat();
  const statuses = (await Promise.all(writes)).map(({ status }) => status);
  // 503 is said when a write was given up after many tries: nothing of it is there, and trying later is right.
  expect([...new Set(statuses)].filter((status) => ![200, 201, 503].includes(status))).toEqual([]);
  const updates = statuses.filter((status, index) => index % 7 < 3 && status === 201).length;
  const [count] = await store.query<{ total: number }>(
    "select count(*) as total from value_updates where business_id = $1",
    [business.businessId],
  );
  expect(count?.total).toBe(updates);
  expect((await plain("GET", "/trial-balance")).body["balance"]).toBe(0);
  await server.close();
});
