// What an asset that is changed in place, by POST /assets with a known external_id, does to its other books and to the months
// that are charged. Decided in docs/LEDGER.md; the figures are a change in estimate (IAS 16.51, IAS 8.36): what is left of
// the book value over what is left of the life.
import { depreciationOf, layerAsset, startConversation } from "./conversation";
import type { Conversation, Data, Identified, Row } from "./conversation";
import type { Failure } from "./value-updates";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

async function post(body: Row): Promise<string> {
  const answer = await ledger.layer<Data<Identified>>("POST", "/assets", { body });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
}

async function refused(body: Row, status: number, word: string): Promise<string> {
  const answer = await ledger.layer<Failure>("POST", "/assets", { body });
  expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([status, word]);
  return answer.body.errors[0]?.description ?? "";
}

async function update(assetId: string, more: Row): Promise<void> {
  const answer = await ledger.layer("POST", "/assets/value-updates", { body: depreciationOf(assetId, more) });
  expect(answer.status).toBe(201);
}

test("a cost beside which the improvements would be more than is kept exactly is refused as that", async () => {
  const sent = layerAsset();
  await update(await post(sent), { update_type: "IMPROVEMENT", counter_account: "CASH" });
  await refused({ ...sent, original_value: Number.MAX_SAFE_INTEGER }, 400, "AmountOutOfRange");
});

test("the account that the depreciation of another book is posted to stays", async () => {
  const sent = layerAsset();
  await update(await post(sent), { metadata: { book: "TAX" } });
  const sentence = await refused({ ...sent, accumulated_depreciation_account: null }, 409, "AlreadyPosted");
  expect(sentence).toContain("1666 in book TAX is posted there");
});
