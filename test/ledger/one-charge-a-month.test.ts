// Goal: an asset is depreciated once a month and book, whichever door the charge comes through, and both doors see it.
import { depreciationOf, entriesOf, fresh, layerAsset, newFixedAsset, startConversation } from "./conversation";
import { conversationAt } from "./conversation";
import { serveStore } from "./start";
import type { Conversation, Data, Identified, Row } from "./conversation";

interface Failure {
  readonly errors: readonly { readonly description: string; readonly error_enum: string }[];
}

interface Run {
  readonly entries_created: number;
  readonly errors: readonly string[];
}

let ledger: Conversation;
let assetId: string;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  assetId = await newFixedAsset(ledger);
});

const january = { date: "2026-01-31T00:00:00Z", amount: 10_000 };

async function post(more: Row = {}) {
  return ledger.layer<Data<Identified> & Failure>("POST", "/assets/value-updates", {
    body: depreciationOf(assetId, { ...january, ...more }),
  });
}

async function run(): Promise<Run> {
  const body = { period_date: "2026-01-01", asset_ids: [assetId] };
  return (await ledger.dayzero<Run>("POST", "/run-depreciation", { body })).body;
}

async function months(): Promise<readonly Row[]> {
  return (await ledger.dayzero<{ entries: readonly Row[] }>("GET", `/${assetId}/depreciation-entries`)).body.entries;
}

test("a value update, then a run: the run makes no entry and names it", async () => {
  expect((await post()).status).toBe(201);
  expect(await run()).toMatchObject({
    entries_created: 0,
    errors: [`Asset ${assetId} "Laptop": is already depreciated for 2026-01.`],
  });
  expect(await months()).toEqual([expect.objectContaining({ depreciation_amount: 10_000, status: "posted" })]);
});

test("a run, then a value update: the update is refused by a name of its own, whatever its day of the month", async () => {
  await run();
  const late = await post({ external_id: fresh("key"), date: "2026-01-05T00:00:00Z" });
  expect([late.status, late.body.errors[0]?.error_enum]).toEqual([409, "DepreciationAlreadyRecorded"]);
  expect(late.body.errors[0]?.description).toContain("through dayzero");
  expect(await months()).toHaveLength(1);
});

test("two value updates under two external ids: the second is refused and names the first", async () => {
  const key = fresh("key");
  await post({ external_id: key });
  const second = await post({ external_id: fresh("key") });
  expect([second.status, second.body.errors[0]?.error_enum]).toEqual([409, "DepreciationAlreadyRecorded"]);
  expect(second.body.errors[0]?.description).toContain(key);
});

test("two value updates without an external id: the second is refused", async () => {
  await post();
  expect((await post()).status).toBe(409);
});

test("runs and value updates at once: one charge", async () => {
  const [answers, runs] = await Promise.all([
    Promise.all([1, 2, 3, 4].map((each) => post({ external_id: fresh(`key-${each}`) }))),
    Promise.all([1, 2, 3, 4].map(() => run())),
  ]);
  const written = answers.filter(({ status }) => status === 201).length;
  expect(written + runs.reduce((sum, { entries_created }) => sum + entries_created, 0)).toBe(1);
  expect(await months()).toHaveLength(1);
  expect(await entriesOf(ledger, assetId)).toHaveLength(2);
});

test("two servers on one database: one charge, and each key once", async () => {
  const second = await serveStore(ledger.store);
  const { layer: other } = conversationAt(second.baseUrl, () => ledger);
  const body = depreciationOf(assetId, january);
  const key = fresh("key");
  const send = (ask: Conversation["layer"], external_id: string) =>
    ask<Data<Identified>>("POST", "/assets/value-updates", { body: { ...body, external_id } });
  const same = await Promise.all([1, 2, 3, 4, 5].flatMap(() => [send(ledger.layer, key), send(other, key)]));
  expect(new Set(same.map((answer) => answer.body.data.id)).size).toBe(1);
  expect(same.filter(({ headers }) => headers.get("idempotency-hit") === null)).toHaveLength(1);
  const rivals = await Promise.all([send(ledger.layer, fresh("key")), send(other, fresh("key"))]);
  expect(rivals.map(({ status }) => status)).toEqual([409, 409]);
  await second.close();
});

test("what else changes the value may come as often as it does in a month", async () => {
  const improvement = { update_type: "IMPROVEMENT", counter_account: "CASH" };
  expect([(await post(improvement)).status, (await post(improvement)).status]).toEqual([201, 201]);
});

test("a correction stands beside the charge of its month, as one that says so, and counts as depreciation", async () => {
  const change = { change: "ERROR" };
  expect((await post()).status).toBe(201);
  expect((await post({ amount: 500, metadata: { ...change, period_start: "2026-01-01" } })).status).toBe(409);
  expect((await post({ amount: 500, metadata: change })).status).toBe(201);
  const seen = await ledger.dayzero<{ readonly accumulated_depreciation: number }>("GET", `/${assetId}`);
  expect(seen.body.accumulated_depreciation).toBe(10_500);
});

test("a second book has charges of its own, in a journal and a trial balance of its own", async () => {
  expect((await post()).status).toBe(201);
  expect((await post({ amount: 25_000, metadata: { book: "TAX" } })).status).toBe(201);
  expect((await post({ amount: 25_000, metadata: { book: "TAX" }, memo: "again" })).status).toBe(409);
  const line = (amount: number): string =>
    `DEPRECIATION_AMORTIZATION 2026-01-31: debit ${amount} DEPRECIATION, credit ${amount} ACCUMULATED_DEPRECIATION`;
  const cost = "ACQUISITION 2026-01-01: debit 600000 FIXED_ASSETS, credit 600000 ASSET_CLEARING";
  expect(await entriesOf(ledger, assetId)).toEqual([cost, line(10_000)]);
  expect(await entriesOf(ledger, assetId, "&book=TAX")).toEqual([cost, line(25_000)]);
});

test("the book value of one book does not limit the other", async () => {
  expect((await post({ amount: 600_000 })).status).toBe(201);
  expect((await post({ amount: 600_000, metadata: { book: "TAX" } })).status).toBe(201);
  expect((await post({ amount: 1, metadata: { book: "TAX" }, date: "2026-02-28T00:00:00Z" })).status).toBe(400);
});

test("an asset is one asset at both doors: Layer's external id is DayZero's asset number", async () => {
  const key = fresh("asset");
  const created = await ledger.layer<Data<Identified>>("POST", "/assets", { body: layerAsset({ external_id: key }) });
  const seen = await ledger.dayzero("GET", `/${created.body.data.id}`);
  expect(seen.body).toMatchObject({ asset_number: key, original_cost: 1_000_000, status: "draft" });
  const again = await ledger.dayzero("POST", "", {
    body: { name: "Van", purchase_date: "2026-01-01", original_cost: 1, asset_number: key },
  });
  expect(again.status).toBe(409);
});

test("a Layer asset without an accumulated account gets the usual one when DayZero places it in service", async () => {
  const body = layerAsset({ accumulated_depreciation_account: null });
  const { id } = (await ledger.layer<Data<Identified>>("POST", "/assets", { body })).body.data;
  await ledger.dayzero("POST", `/${id}/place-in-service`, { body: { service_date: "2026-01-01" } });
  assetId = id;
  expect(await run()).toMatchObject({ entries_created: 1, errors: [] });
  const updates = await ledger.layer<Data<readonly Row[]>>("GET", `/assets/${id}/value-updates`);
  expect(updates.body.data).toEqual([expect.objectContaining({ amount: 15_000, date: "2026-01-31T00:00:00Z" })]);
});

test("a correction counts in the running totals from its own day on, as in the asset", async () => {
  await post();
  await post({ date: "2026-02-15T00:00:00Z", amount: 500, metadata: { change: "catch-up" } });
  await post({ date: "2026-02-28T00:00:00Z" });
  const totals = (await months()).map((month) => [month["accumulated_depreciation"], month["book_value"]]);
  expect(totals).toEqual([
    [10_000, 590_000],
    [20_500, 579_500],
  ]);
  expect((await ledger.dayzero("GET", `/${assetId}`)).body).toMatchObject({
    accumulated_depreciation: 20_500,
    book_value: 579_500,
  });
});
