// Updates that are posted at once share a commit, but not a fate: one that cannot be written must not keep the others from
// being written, and none may be written twice on the way to that. The embedded database, really, in memory.
import { postQueue } from "../../ledger/books/post-queue";
import { defaultBook, updateTypes } from "../../ledger/books/update-types";
import { openMemory } from "../../ledger/store/embedded";
import { migrate } from "../../ledger/store/migrate";
import { conversationAt, depreciationOf, layerAsset } from "./conversation";
import { emptyDatabase } from "./empty-database";
import { newBusiness, serveStore } from "./start";
import type { Post } from "../../ledger/books/post-queue";
import type { ValueUpdate } from "../../ledger/books/post-updates";
import type { Store } from "../../ledger";
import type { Data, Identified, Row } from "./conversation";

const urn = "urn:uuid:7d3f2c1a-9b4e-4f60-8a15-2c3d4e5f6a7b";

let store: Store;
let server: Awaited<ReturnType<typeof serveStore>>;
let business: Awaited<ReturnType<typeof newBusiness>>;

beforeAll(async () => {
  store = await openMemory(await emptyDatabase());
  await migrate(store);
  server = await serveStore(store);
});
beforeEach(async () => {
  business = await newBusiness(store);
});
afterAll(async () => {
  await server.close();
  await store.close();
});

const ask = () => conversationAt(server.baseUrl, () => business);

async function newAsset(): Promise<string> {
  const { body } = await ask().layer<Data<Identified>>("POST", "/assets", { body: layerAsset() });
  return body.data.id;
}

function impairmentOf(assetId: string, cents: number): ValueUpdate {
  const type = updateTypes.find(({ word }) => word === "IMPAIRMENT");
  if (type === undefined) throw new Error("There is no such type.");
  const shared = { type, date: "2024-02-29", book: defaultBook, counter: { stableName: "IMPAIRMENT" } };
  return { ...shared, assetId, cents, door: "layer", journaled: true };
}

async function written(): Promise<readonly number[]> {
  const rows = await store.query<{ amount: number }>(
    "select amount from value_updates where business_id = $1 order by amount",
    [business.businessId],
  );
  return rows.map(({ amount }) => amount);
}

/** What became of each, in words. */
async function outcomesOf(post: Post, updates: readonly ValueUpdate[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(updates.map((update) => post(business.businessId, update)));
  return settled.map((each) => (each.status === "fulfilled" ? each.value.kind : "failed"));
}

test("an id in another form than the database reads is refused with a sentence, and its company is written", async () => {
  const asset = await newAsset();
  const bodies: readonly Row[] = [
    depreciationOf(asset, { date: "2024-01-31T00:00:00Z" }),
    depreciationOf(urn, { date: "2024-02-29T00:00:00Z" }),
    depreciationOf(asset, { date: "2024-03-31T00:00:00Z" }),
  ];
  const answers = await Promise.all(bodies.map((body) => ask().layer("POST", "/assets/value-updates", { body })));
  expect(answers.map(({ status }) => status)).toEqual([201, 400, 201]);
  expect(JSON.stringify(answers[1]?.body)).toContain(`asset_id is \\"${urn}\\", but must be a UUID such as`);
});

test("so it is in the address", async () => {
  expect([
    (await ask().plain("GET", `/journal?asset_id=${urn}`)).status,
    (await ask().layer("GET", `/ledger/entries?source_id=${urn}`)).status,
  ]).toEqual([400, 400]);
});

test("so it is as an account's id", async () => {
  const account = { type: "AccountId", id: urn };
  const update = depreciationOf(await newAsset(), { counter_account: account });
  const asset = layerAsset({ parent_account: account });
  expect([
    (await ask().layer("POST", "/assets/value-updates", { body: update })).status,
    (await ask().layer("POST", "/assets", { body: asset })).status,
  ]).toEqual([400, 400]);
});

test("data that the database cannot read fails alone, however it came through", async () => {
  const asset = await newAsset();
  const updates = [impairmentOf(asset, 1), impairmentOf(urn, 2), impairmentOf(asset, 3)];
  expect(await outcomesOf(postQueue(store), updates)).toEqual(["posted", "failed", "posted"]);
  expect(await written()).toEqual([1, 3]);
});

test("what a first try has written is not written again when a later try fails", async () => {
  const asset = await newAsset();
  await store.query("create sequence tries");
  // The update of 2 loses the first try, as to a rival, and breaks in the second.
  await store.query(`create function lose() returns trigger language plpgsql as $$ begin
    if new.amount <> 2 then return new; end if;
    if nextval('tries') = 1 then return null; end if;
    raise exception 'unreadable' using errcode = '22000';
  end $$`);
  await store.query("create trigger lose before insert on value_updates for each row execute function lose()");
  const updates = [impairmentOf(asset, 1), impairmentOf(asset, 2), impairmentOf(asset, 3)];
  const outcomes = await outcomesOf(postQueue(store), updates);
  await store.query("drop trigger lose on value_updates");
  expect(outcomes).toEqual(["posted", "failed", "posted"]);
  expect(await written()).toEqual([1, 3]);
});
