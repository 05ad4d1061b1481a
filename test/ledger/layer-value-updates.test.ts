// What Layer's "Create an asset value update" says, statement by statement (L1 to L36). Where the document is silent, the
// name says what this ledger decided; docs/LEDGER.md has the reasons.
import { depreciationOf, entriesOf, fresh, layerAsset, newLayerAsset, startConversation } from "./conversation";
import type { Conversation, Data, Identified, Row } from "./conversation";
import { type Failure, path, valueUpdatesOf, without } from "./value-updates";

const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let ledger: Conversation;
let assetId: string;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(async () => {
  assetId = await newLayerAsset(ledger);
});

const { post, refused } = valueUpdatesOf(() => ledger);

describe("a value update that is right", () => {
  test("L1 L25 L35 L36: the document's sample is accepted with 201 and data", async () => {
    const answer = await post(depreciationOf(assetId));
    expect(answer.status).toBe(201);
    expect(Object.keys(answer.body)).toEqual(["data"]);
  });

  test("L26 L27 L31: data holds the required fields; ids are uuids, the business is the path's, tags are a list", async () => {
    const { data } = (await post(depreciationOf(assetId))).body;
    expect(data).toMatchObject({
      business_id: ledger.businessId,
      asset_id: assetId,
      amount: 1666,
      update_type: "DEPRECIATION_AMORTIZATION",
      date: "2024-02-29T00:00:00Z",
      transaction_tags: [],
    });
    expect(data.id).toMatch(uuidForm);
  });

  test("L7 L8 L28: the asset may be named by its external id, and asset_id is filled all the same", async () => {
    const asset = layerAsset();
    const created = await ledger.layer<Data<Identified>>("POST", "/assets", { body: asset });
    const body = { ...without(depreciationOf(""), "asset_id"), asset_external_id: asset["external_id"] };
    expect((await post(body)).body.data["asset_id"]).toBe(created.body.data.id);
  });

  test("L7 L8: null is the same as leaving it out", async () => {
    const answer = await post(depreciationOf(assetId, { asset_external_id: null, external_id: null, memo: null }));
    expect(answer.status).toBe(201);
  });

  test("L10 (decided): both names of one asset are accepted", async () => {
    const key = fresh("asset");
    const id = await newLayerAsset(ledger, { external_id: key });
    expect((await post(depreciationOf(id, { asset_external_id: key }))).status).toBe(201);
  });

  test("L11 L22 L24 L29: external id, memo, metadata and reference number come back as they were sent", async () => {
    const sent = {
      external_id: fresh("key"),
      memo: '=WEBSERVICE("https://example.com") \t "quoted" 減価償却 🏭',
      reference_number: "-1+2",
      metadata: { a: 1 },
    };
    expect((await post(depreciationOf(assetId, sent))).body.data).toMatchObject(sent);
  });

  test("L29 L30: what was not sent comes back as null, and archived_at is null", async () => {
    expect((await post(depreciationOf(assetId))).body.data).toMatchObject({
      external_id: null,
      memo: null,
      metadata: null,
      reference_number: null,
      archived_at: null,
    });
  });

  test.each([
    ["nothing", null],
    ["an empty object", {}],
    ["nested values", { a: { b: [1, -2.5, { c: null }] }, empty: [], yes: true, no: false }],
    ["strange text", { ключ: "\u0000 \ud83d\ude00 \ud800 =1+1", "": " " }],
    ["the largest whole number", { most: Number.MAX_SAFE_INTEGER, least: 5e-324 }],
    ["names with a meaning elsewhere", { constructor: 1, toString: "x", id: "y", book: ["not", "a", "book"] }],
  ])("L23: metadata comes back unchanged: %s", async (_what, metadata) => {
    const { data } = (await post(depreciationOf(assetId, { metadata }))).body;
    expect(data["metadata"]).toEqual(metadata);
    const read = await ledger.layer<Data<Row>>("GET", `${path}/${data.id}`);
    expect(read.body.data["metadata"]).toEqual(metadata);
  });

  test("L12: an amount up to 2^53-1 cents is kept to the cent", async () => {
    const id = await newLayerAsset(ledger, { original_value: Number.MAX_SAFE_INTEGER, salvage_value: 0 });
    const answer = await post(depreciationOf(id, { amount: Number.MAX_SAFE_INTEGER }));
    expect(answer.body.data["amount"]).toBe(9007199254740991);
  });

  test.each([
    ["midnight in UTC", "2024-02-29T00:00:00Z"],
    ["with milliseconds", "2024-02-29T00:00:00.000Z"],
    ["a time of day", "2024-02-29T17:45:10Z"],
    ["behind Greenwich", "2024-02-29T23:30:00-08:00"],
    ["ahead of Greenwich", "2024-02-29T01:00:00+13:00"],
  ])("L21 (decided): the day is the day as it is written: %s", async (_what, date) => {
    expect((await post(depreciationOf(assetId, { date }))).body.data["date"]).toBe("2024-02-29T00:00:00Z");
  });

  test("L33: the counter account is not echoed", async () => {
    const { data } = (await post(depreciationOf(assetId))).body;
    expect(Object.keys(data)).not.toContain("counter_account");
  });
});

describe("the journal entry of a value update", () => {
  const cases = [
    // Type, counter account, the entry's lines. From: Layer, "Create an asset value update": which types decrease.
    ["DEPRECIATION_AMORTIZATION", "DEPRECIATION", "debit 1666 DEPRECIATION, credit 1666 ACCUMULATED_DEPRECIATION"],
    ["IMPROVEMENT", "CASH", "debit 1666 FIXED_ASSETS, credit 1666 CASH"],
    ["IMPAIRMENT", "IMPAIRMENT", "debit 1666 IMPAIRMENT, credit 1666 FIXED_ASSETS"],
    ["REVALUATION_UP", "REVALUATION_SURPLUS", "debit 1666 FIXED_ASSETS, credit 1666 REVALUATION_SURPLUS"],
    ["REVALUATION_DOWN", "REVALUATION_SURPLUS", "debit 1666 REVALUATION_SURPLUS, credit 1666 FIXED_ASSETS"],
  ] as const;

  test.each(cases)("L13 L14 L15 L34: %s against %s: %s", async (type, account, lines) => {
    const answer = await post(depreciationOf(assetId, { update_type: type, counter_account: account }));
    expect(answer.status).toBe(201);
    expect(await entriesOf(ledger, assetId)).toContain(`${type} 2024-02-29: ${lines}`);
  });

  test("L18: the counter account by its id", async () => {
    const balance = await ledger.plain<{ accounts: { id: string; account: string }[] }>("GET", "/trial-balance");
    const id = balance.body.accounts.find(({ account }) => account === "DEPRECIATION")?.id;
    expect((await post(depreciationOf(assetId, { counter_account: { type: "AccountId", id } }))).status).toBe(201);
  });

  test("L19: the counter account by its stable name", async () => {
    const counter = { type: "StableName", stable_name: "DEPRECIATION" };
    expect((await post(depreciationOf(assetId, { counter_account: counter }))).status).toBe(201);
  });

  test("L20 (decided): the bare stable name of the document's own sample", async () => {
    expect((await post(depreciationOf(assetId, { counter_account: "DEPRECIATION" }))).status).toBe(201);
  });
});

describe("a value update that is not right", () => {
  test.each(["amount", "update_type", "counter_account", "date"])("L6: %s is required", async (field) => {
    const sentence = await refused(without(depreciationOf(assetId), field), 400, "SpecifiedBadRequest");
    expect(sentence).toMatch(new RegExp(`^${field} is missing; it must be `));
  });

  test("L5: a body is required", async () => {
    const answer = await ledger.layer<Failure>("POST", path);
    expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([400, "SpecifiedBadRequest"]);
  });

  test("L9 (decided): neither name of the asset is refused", async () => {
    await refused(without(depreciationOf(""), "asset_id"), 400, "SpecifiedBadRequest");
  });

  test("L10 (decided): names of two assets are refused", async () => {
    const key = fresh("asset");
    await newLayerAsset(ledger, { external_id: key });
    await refused(depreciationOf(assetId, { asset_external_id: key }), 404, "SpecifiedIdNotFound");
  });

  test.each([
    ["amount", "1666"],
    ["amount", 16.5],
    ["amount", 0],
    ["amount", -1],
    ["amount", 9007199254740992],
    ["amount", null],
    ["update_type", "DEPRECIATION"],
    ["update_type", null],
    ["date", "2024-02-29"],
    ["date", "2023-02-29T00:00:00Z"],
    ["date", "2024-02-29T24:00:00Z"],
    ["date", "0000-01-01T00:00:00Z"],
    ["date", 1709164800000],
    ["asset_id", "not-a-uuid"],
    ["external_id", ""],
    ["external_id", "x".repeat(256)],
    ["external_id", 7],
    ["memo", "zero \u0000 character"],
    ["memo", "half a pair \ud800"],
    ["metadata", "text"],
    ["metadata", [1]],
    ["counter_account", {}],
    ["counter_account", { type: "AccountId", id: "DEPRECIATION" }],
    ["counter_account", { type: "Other", stable_name: "DEPRECIATION" }],
    ["counter_account", null],
  ])("L6 L12 L13 L18 L21: %s cannot be %j", async (field, value) => {
    const sentence = await refused(depreciationOf(assetId, { [field]: value }), 400, "SpecifiedBadRequest");
    expect(sentence).toContain(field);
    expect(sentence).toContain(", but must be ");
  });

  test("every wrong field is named at once, each with its value", async () => {
    const answer = await ledger.layer<Failure>("POST", path, {
      body: depreciationOf(assetId, { amount: "1666", date: "soon", update_type: "SALE" }),
    });
    expect(answer.body.errors.map(({ description }) => description.split(", but")[0])).toEqual([
      'amount is "1666"',
      'update_type is "SALE"',
      'date is "soon"',
    ]);
  });

  test("metadata that is nested too deep to be given back is refused", async () => {
    const deep = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    const bytes = JSON.stringify(depreciationOf(assetId, { metadata: { deep: 0 } })).replace(
      '"deep":0',
      `"deep":${deep}`,
    );
    const answer = await ledger.layer<Failure>("POST", path, { bytes });
    expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([400, "SpecifiedBadRequest"]);
  });

  test("a number that JavaScript cannot hold is refused, not turned into null", async () => {
    const bytes = JSON.stringify(depreciationOf(assetId, { metadata: { n: 0 } })).replace('"n":0', '"n":1e999');
    expect((await ledger.layer<Failure>("POST", path, { bytes })).status).toBe(400);
  });

  test("L16 L17 (decided): depreciation needs the asset's accumulated depreciation account", async () => {
    const id = await newLayerAsset(ledger, { accumulated_depreciation_account: null });
    await refused(depreciationOf(id), 400, "AccumulatedDepreciationAccountMissing");
    const impairment = { update_type: "IMPAIRMENT", counter_account: "IMPAIRMENT" };
    expect((await post(depreciationOf(id, impairment))).status).toBe(201);
  });

  test("an unknown asset is not found", async () => {
    const nobody = "11111111-2222-4333-8444-555555555555";
    expect(await refused(depreciationOf(nobody), 404, "SpecifiedIdNotFound")).toContain(nobody);
  });

  test("an unknown counter account is not found", async () => {
    const body = depreciationOf(assetId, { counter_account: "NO_SUCH" });
    expect(await refused(body, 404, "SpecifiedIdNotFound")).toContain("NO_SUCH");
  });

  test("an entry from an account to itself is refused", async () => {
    await refused(depreciationOf(assetId, { counter_account: "ACCUMULATED_DEPRECIATION" }), 400, "SpecifiedBadRequest");
  });

  test("an amount above the book value is refused with both figures, and nothing is written", async () => {
    const sentence = await refused(depreciationOf(assetId, { amount: 1_000_001 }), 400, "AmountAboveBookValue");
    expect(sentence).toMatch(/1000001, .* 1000000\.$/);
    const read = await ledger.layer<Data<Row[]>>("GET", `/assets/${assetId}/value-updates`);
    expect(read.body.data).toEqual([]);
  });

  test("a cost beyond 2^53-1 cents is refused", async () => {
    const body = { update_type: "IMPROVEMENT", counter_account: "CASH", amount: Number.MAX_SAFE_INTEGER };
    await refused(depreciationOf(assetId, body), 400, "AmountOutOfRange");
  });
});
