// A value update that is sent again: the same content under one external id counts once, other content is a conflict.
import { depreciationOf, entriesOf, fresh, newLayerAsset, startConversation } from "./conversation";
import type { Conversation } from "./conversation";
import { valueUpdatesOf, without } from "./value-updates";

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

describe("a value update that is sent again", () => {
  test("the same content under a known external id is the first answer, marked as a hit", async () => {
    const body = depreciationOf(assetId, { external_id: fresh("key"), metadata: { a: { b: 1, c: 2 } } });
    const first = await post(body);
    const again = await post({ ...body, metadata: { a: { c: 2, b: 1 } } });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
    expect([first.headers.get("idempotency-hit"), again.headers.get("idempotency-hit")]).toEqual([null, "true"]);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
  });

  test("the same content in other words is the same: asset by external id, account as object, a time of day", async () => {
    const key = fresh("asset");
    const id = await newLayerAsset(ledger, { external_id: key });
    const body = depreciationOf(id, { external_id: fresh("key") });
    await post(body);
    const again = await post({
      ...without(body, "asset_id"),
      asset_external_id: key,
      counter_account: { type: "StableName", stable_name: "DEPRECIATION" },
      date: "2024-02-29T12:00:00Z",
    });
    expect([again.status, again.headers.get("idempotency-hit")]).toEqual([201, "true"]);
  });

  test.each([
    ["amount", 1667],
    ["update_type", "IMPAIRMENT"],
    ["counter_account", "CASH"],
    ["date", "2024-03-31T00:00:00Z"],
    ["memo", "other"],
    ["reference_number", "other"],
    ["metadata", { other: 1 }],
  ])("another %s under a known external id is a conflict that names it", async (field, value) => {
    const body = depreciationOf(assetId, { external_id: fresh("key") });
    await post(body);
    const sentence = await refused({ ...body, [field]: value }, 409, "ExternalIdAlreadyUsed");
    expect(sentence).toContain(field);
    expect(await entriesOf(ledger, assetId)).toHaveLength(2);
  });

  test("another asset under a known external id is a conflict", async () => {
    const body = depreciationOf(assetId, { external_id: fresh("key") });
    await post(body);
    await refused({ ...body, asset_id: await newLayerAsset(ledger) }, 409, "ExternalIdAlreadyUsed");
  });

  test("sent by twenty at once it is written once", async () => {
    const body = depreciationOf(assetId, { external_id: fresh("key") });
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
    expect(new Set(answers.map((answer) => answer.body.data.id)).size).toBe(1);
    expect(answers.filter((answer) => answer.headers.get("idempotency-hit") === null)).toHaveLength(1);
  });

  test("of many at once, the wrong ones are refused and the right ones written", async () => {
    const months = ["01", "02", "03", "04", "05", "06"];
    const answers = await Promise.all(
      months.map((month, index) =>
        post(depreciationOf(assetId, { date: `2024-${month}-28T00:00:00Z`, amount: index === 2 ? 2_000_000 : 100 })),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 400, 201, 201, 201]);
    expect(await entriesOf(ledger, assetId)).toHaveLength(6);
  });
});
