// What each door says when the ledger itself cannot answer: a database that is away is to be tried again later, and a
// failure of our own tells nothing of the inside.
import { openServer } from "../../ledger/store/server";
import { conversationAt } from "./conversation";
import { newBusiness, openTestStore, serveStore } from "./start";

const rules = "/objects/fixed-assets/asset-depreciation-rule";
const text = expect.any(String) as string;

function intacctFailure(code: string, message: string): object {
  return {
    "ia::result": { "ia::error": { code, message, errorId: text, additionalInfo: {}, supportId: text } },
    "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
  };
}

const business = { businessId: "11111111-2222-4333-8444-555555555555", token: "any" };

test("a database that does not answer is 503 in each system's shape", async () => {
  // Nothing listens on port 1, so every query is refused as a server that is down refuses it.
  const store = openServer("postgres://nobody@127.0.0.1:1/nothing");
  const server = await serveStore(store);
  const { layer, dayzero, intacct, freeagent, plain } = conversationAt(server.baseUrl, () => business);
  const sentence = "The ledger's database is not reachable now. Try again later.";
  const answers = [
    await layer("GET", "/assets"),
    await dayzero("GET", ""),
    await intacct("GET", rules),
    await freeagent("GET", "/expenses"),
    await plain("GET", "/trial-balance"),
  ];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [503, { errors: [{ type: "Unavailable", description: sentence }] }],
    [503, { detail: sentence }],
    [503, intacctFailure("serviceUnavailable", sentence)],
    [503, { errors: { error: { message: sentence } } }],
    [503, { error: { code: "away", message: sentence } }],
  ]);
  expect((await plain("GET", "/oanor/v1/straight-line?cost=1&life=1")).status).toBe(200);
  await server.close();
  await store.close();
});

test("a failure of our own is 500 in each system's shape, without a word of the inside", async () => {
  const store = await openTestStore();
  const mine = await newBusiness(store);
  const server = await serveStore(store);
  await store.close();
  const { layer, dayzero, intacct, freeagent, plain } = conversationAt(server.baseUrl, () => mine);
  const sentence = "The ledger failed. Look whether the request was carried out before sending it again.";
  const answers = [
    await layer("GET", "/assets"),
    await dayzero("GET", ""),
    await intacct("GET", rules),
    await freeagent("GET", "/expenses"),
    await plain("GET", "/journal"),
  ];
  expect(answers.map(({ status, body }) => [status, body])).toEqual([
    [500, { errors: [{ type: "Internal", description: sentence }] }],
    [500, { detail: sentence }],
    [500, intacctFailure("internalError", sentence)],
    [500, { errors: { error: { message: sentence } } }],
    [500, { error: { code: "failed", message: sentence } }],
  ]);
  await server.close();
});
