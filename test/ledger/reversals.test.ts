// A value update is taken back by an entry of its own. From: Layer, "Reverse Journal Entry": 201 with the new reversal, 200
// when the entry was reversed already, the reversal's reversal_of_id is the entry; what else is decided is in
// docs/LEDGER.md. Debit and credit exchanged is what a reversing entry is.
import {
  depreciationOf,
  entriesOf,
  newFixedAsset,
  newLayerAsset,
  startConversation,
  type Conversation,
  type Data,
  type Identified,
  type Row,
} from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

interface Entry extends Row {
  readonly id: string;
  readonly reversal_id: string | null;
}

async function post(assetId: string, more: Row = {}): Promise<string> {
  const answer = await ledger.layer<Data<Identified>>("POST", "/assets/value-updates", {
    body: depreciationOf(assetId, more),
  });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
}

async function entryOf(updateId: string): Promise<Entry> {
  const { body } = await ledger.layer<Data<readonly Entry[]>>("GET", `/ledger/entries?source_id=${updateId}`);
  const [entry, ...others] = body.data;
  expect(others).toEqual([]);
  if (entry === undefined) throw new Error(`There is no entry of ${updateId}.`);
  return entry;
}

const reverse = (entryId: string, body?: Row) =>
  ledger.layer<Data<Entry>>("POST", `/ledger/entries/${entryId}/reverse`, body === undefined ? {} : { body });

const balance = async () => (await ledger.plain("GET", "/trial-balance")).body["balance"];
const update = async (id: string) => (await ledger.layer<Data<Row>>("GET", `/assets/value-updates/${id}`)).body.data;

test("debit and credit are exchanged, the two name each other, and the update no longer counts", async () => {
  const asset = await newLayerAsset(ledger);
  const id = await post(asset);
  const entry = await entryOf(id);
  expect(entry).toMatchObject({ source: { type: "Asset_Value_Update", id }, reversal_id: null, reversal_of_id: null });
  const answer = await reverse(entry.id, { entry_at: "2024-03-31T00:00:00Z", memo: "Wrong life" });
  expect(answer.status).toBe(201);
  expect(answer.body.data).toMatchObject({
    entry_type: "REVERSAL",
    entry_at: "2024-03-31T00:00:00Z",
    memo: "Wrong life",
    reversal_of_id: entry.id,
    source: null,
  });
  expect(await entriesOf(ledger, asset)).toEqual(
    expect.arrayContaining([
      "DEPRECIATION_AMORTIZATION 2024-02-29: debit 1666 DEPRECIATION, credit 1666 ACCUMULATED_DEPRECIATION",
      "REVERSAL 2024-03-31: debit 1666 ACCUMULATED_DEPRECIATION, credit 1666 DEPRECIATION",
    ]),
  );
  expect((await entryOf(id)).reversal_id).toBe(answer.body.data.id);
  expect((await update(id))["archived_at"]).not.toBeNull();
  expect(await balance()).toBe(0);
});

test("without a body, as Layer shows it, the reversal has the day and the memo of the entry", async () => {
  const entry = await entryOf(await post(await newLayerAsset(ledger), { memo: "February" }));
  const answer = await reverse(entry.id);
  expect([answer.status, answer.body.data["entry_at"], answer.body.data["memo"]]).toEqual([
    201,
    "2024-02-29T00:00:00Z",
    "February",
  ]);
});

test("an entry is reversed once: asked again, and by two at once, the first reversal is the answer", async () => {
  const asset = await newLayerAsset(ledger);
  const entry = await entryOf(await post(asset));
  const both = await Promise.all([reverse(entry.id), reverse(entry.id, { entry_at: "2024-12-31T00:00:00Z" })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 201]);
  const again = await reverse(entry.id);
  expect(again.status).toBe(200);
  expect(new Set([...both, again].map(({ body }) => body.data.id)).size).toBe(1);
  expect((await entriesOf(ledger, asset)).filter((line) => line.startsWith("REVERSAL"))).toHaveLength(1);
});

test("the month can be charged again under another key, not under the old one", async () => {
  const asset = await newLayerAsset(ledger);
  const old = { external_id: "jan.r0" };
  await reverse((await entryOf(await post(asset, old))).id);
  await post(asset, { external_id: "jan.r1", amount: 1700 });
  const replay = await ledger.layer<Data<Row>>("POST", "/assets/value-updates", { body: depreciationOf(asset, old) });
  expect([replay.status, replay.headers.get("idempotency-hit")]).toEqual([201, "true"]);
  expect(replay.body.data["archived_at"]).not.toBeNull();
  const trial = await ledger.plain<{ accounts: readonly Row[] }>("GET", "/trial-balance");
  expect(trial.body.accounts.find(({ account }) => account === "DEPRECIATION")).toMatchObject({ balance: 1700 });
});

test("what a run wrote is reversed as well, and the next run of the month writes it again", async () => {
  const asset = await newFixedAsset(ledger);
  const run = () => ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } });
  expect((await run()).body["entries_created"]).toBe(1);
  const held = await ledger.layer<Data<readonly Identified[]>>("GET", `/assets/${asset}/value-updates`);
  for (const { id } of held.body.data) await reverse((await entryOf(id)).id);
  expect((await ledger.dayzero("GET", `/${asset}`)).body).toMatchObject({ accumulated_depreciation: 0 });
  expect((await run()).body["entries_created"]).toBe(1);
  // 6,000.00 over five years.
  expect((await ledger.dayzero("GET", `/${asset}`)).body).toMatchObject({ accumulated_depreciation: 10_000 });
  expect(await balance()).toBe(0);
});

describe("is refused", () => {
  const enumOf = ({ body }: { body: unknown }) => (body as { errors: readonly Row[] }).errors[0]?.["error_enum"];

  test("of an entry that is not there, not of this business, or no id", async () => {
    const entry = await entryOf(await post(await newLayerAsset(ledger)));
    await ledger.moveToNewBusiness();
    for (const id of [entry.id, "00000000-0000-4000-8000-000000000000", "x"]) {
      const answer = await reverse(id);
      expect([answer.status, enumOf(answer)]).toEqual([404, "SpecifiedIdNotFound"]);
    }
  });

  test("of an entry of no value update: an acquisition, a reversal", async () => {
    const asset = await newLayerAsset(ledger);
    const reversal = (await reverse((await entryOf(await post(asset))).id)).body.data;
    const all = await ledger.layer<Data<readonly Entry[]>>("GET", "/ledger/entries");
    const acquisition = all.body.data.find((entry) => entry["entry_type"] === "ACQUISITION");
    for (const entry of [acquisition, reversal]) {
      const answer = await reverse(entry?.id ?? "");
      expect([answer.status, enumOf(answer)]).toEqual([409, "EntryNotReversible"]);
    }
  });

  test("before the entry's own day", async () => {
    const entry = await entryOf(await post(await newLayerAsset(ledger)));
    const answer = await reverse(entry.id, { entry_at: "2024-02-28T00:00:00Z" });
    expect([answer.status, enumOf(answer)]).toEqual([400, "SpecifiedBadRequest"]);
  });

  test("of an improvement that later charges rest on: the book value would be below zero", async () => {
    const asset = await newLayerAsset(ledger, { original_value: 1_000, salvage_value: 0 });
    const entry = await entryOf(
      await post(asset, { update_type: "IMPROVEMENT", counter_account: "CASH", amount: 500 }),
    );
    await post(asset, { amount: 1_400 });
    const answer = await reverse(entry.id);
    expect([answer.status, enumOf(answer)]).toEqual([400, "AmountAboveBookValue"]);
    expect((await entryOf(entry["source"] === null ? "" : (entry["source"] as Identified).id)).reversal_id).toBeNull();
  });

  test("of an impairment that a later improvement rests on: the cost would be more than is kept exactly", async () => {
    const asset = await newLayerAsset(ledger, { original_value: Number.MAX_SAFE_INTEGER });
    const shared = { counter_account: "CASH", amount: 1_000 };
    const entry = await entryOf(await post(asset, { update_type: "IMPAIRMENT", ...shared }));
    await post(asset, { update_type: "IMPROVEMENT", ...shared });
    const answer = await reverse(entry.id);
    expect([answer.status, enumOf(answer)]).toEqual([400, "AmountOutOfRange"]);
  });

  test("of an asset that is disposed of", async () => {
    const asset = await newFixedAsset(ledger);
    const id = await post(asset, { date: "2026-01-31T00:00:00Z" });
    const body = { disposal_date: "2026-02-28", disposal_method: "sold", disposal_amount: 1 };
    expect((await ledger.dayzero("POST", `/${asset}/dispose`, { body })).status).toBe(201);
    const answer = await reverse((await entryOf(id)).id);
    expect([answer.status, enumOf(answer)]).toEqual([409, "AssetDisposed"]);
  });
});
