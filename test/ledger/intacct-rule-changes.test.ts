// What Sage Intacct's "Asset depreciation rules" says of changing, deleting, failing and classifications (S27 to S35).
import { fresh, newLayerAsset, startConversation } from "./conversation";
import { expectFailure, newAsset, newRule, path, rule } from "./intacct-conversation";
import type { Conversation, Row } from "./conversation";
import type { Failed, Many, One } from "./intacct-conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

describe("update", () => {
  test("S27: PATCH answers 200 with the reference", async () => {
    const key = await newRule(ledger);
    const answer = await ledger.intacct<One>("PATCH", `${path}/${key}`, { body: { usefulLife: 6 } });
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        "ia::result": { key, id: key, href: `${path}/${key}` },
        "ia::meta": { totalCount: 1, totalSuccess: 1, totalError: 0 },
      },
    ]);
  });

  test("S28: what is not provided stays; null takes a rate away", async () => {
    const key = await newRule(ledger, { depreciationRate: "30.00", usefulLife: 7 });
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { usefulLife: 8 } });
    expect(await rule(ledger, key)).toMatchObject({
      usefulLife: 8,
      depreciationRate: "30.00",
      depreciationMethod: { id: "SL" },
      postingRule: { key: "1" },
    });
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { depreciationRate: null } });
    expect(await rule(ledger, key)).not.toHaveProperty("depreciationRate");
  });

  test("S29: the sample's body makes it a declining balance", async () => {
    const key = await newRule(ledger);
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { depreciationMethod: { id: "DB", key: "-2" } } });
    expect(await rule(ledger, key)).toMatchObject({
      depreciationMethod: { name: "Declining balance", id: "DB", key: "-2" },
      usefulLife: 5,
    });
  });

  test("a life that the new posting rule's unit does not allow is refused, and so is another asset", async () => {
    const key = await newRule(ledger, { postingRule: { key: "2" }, usefulLife: 120 });
    expectFailure(
      await ledger.intacct("PATCH", `${path}/${key}`, { body: { postingRule: { key: "1" } } }),
      "at most 100",
    );
    const asset = { id: await newAsset(ledger) };
    expectFailure(await ledger.intacct("PATCH", `${path}/${key}`, { body: { asset } }), "does not change");
  });

  test("a posting rule of a book in which the asset has a rule is refused", async () => {
    const id = await newAsset(ledger);
    await newRule(ledger, {}, id);
    const tax = await newRule(ledger, { postingRule: { key: "3" } }, id);
    expectFailure(
      await ledger.intacct("PATCH", `${path}/${tax}`, { body: { postingRule: { key: "1" } } }),
      "in the book GAAP",
    );
  });
});

describe("delete", () => {
  test("S30: DELETE answers 204 without a body, also where the request calls its nothing JSON", async () => {
    for (const headers of [{}, { "content-type": "application/json" }]) {
      const key = await newRule(ledger);
      const answer = await ledger.intacct("DELETE", `${path}/${key}`, { headers, asText: true });
      expect([answer.status, answer.body]).toEqual([204, ""]);
      expect((await ledger.intacct("GET", `${path}/${key}`)).status).toBe(400);
    }
  });
});

describe("failures", () => {
  test("S31: the error lies inside the result, and the meta counts it", async () => {
    const { body } = await ledger.intacct<Failed>("GET", `${path}/999`);
    const text = expect.stringMatching(/./) as string;
    expect(body).toEqual({
      "ia::result": {
        "ia::error": { code: text, message: text, errorId: text, additionalInfo: {}, supportId: text },
      },
      "ia::meta": { totalCount: 1, totalSuccess: 0, totalError: 1 },
    });
  });

  test("S32: an empty POST is answered with the sample's words", async () => {
    for (const sending of [{}, { bytes: "" }, { headers: { "content-type": "application/json" } }]) {
      const answer = await ledger.intacct<Failed>("POST", path, sending);
      expect(answer.status).toBe(400);
      expect(answer.body["ia::result"]["ia::error"]).toMatchObject({
        code: "invalidRequest",
        message: "A POST request requires a payload",
        errorId: "REST-1028",
      });
    }
    expectFailure(await ledger.intacct("PATCH", `${path}/1`), "A PATCH request requires a payload");
  });

  test("S33: the support id looks like the sample's, %7E and all", async () => {
    const { body } = await ledger.intacct<Failed>("GET", `${path}/999`);
    expect(body["ia::result"]["ia::error"].supportId).toMatch(/^[\w-]{5}%7E[\w-]{20,}$/);
  });

  test("what is no JSON, or no address, is told in the same shape", async () => {
    for (const bytes of ["{", "null", "[]", '"x"'])
      expect((await ledger.intacct<Failed>("POST", path, { bytes })).body["ia::result"]["ia::error"]).toBeDefined();
    expect(await ledger.intacct("GET", "/objects/nothing")).toMatchObject({
      status: 404,
      body: { "ia::meta": { totalError: 1 } },
    });
    expectFailure(
      await ledger.intacct("POST", path, { bytes: `{"x":"${"x".repeat(600_000)}"}` }),
      "body is too large",
      413,
    );
  });
});

describe("S34: a classification's rules are copied to the asset", () => {
  const classifications = "/objects/fixed-assets/asset-classification";

  async function newClassification(more: Row = {}): Promise<string> {
    const body = {
      id: fresh("VEHICLES"),
      name: "Vehicles",
      depreciationRules: [
        { postingRule: { key: "1" }, depreciationMethod: { id: "DB" }, usefulLife: 4, depreciationRate: "25.00" },
        { postingRule: { key: "4" }, depreciationMethod: { id: "SL" }, usefulLife: 36 },
      ],
      ...more,
    };
    const answer = await ledger.intacct<One>("POST", classifications, { body });
    expect(answer.status).toBe(201);
    return answer.body["ia::result"].key;
  }

  test("S34: on assignment, and can then be changed and deleted on the asset alone", async () => {
    const key = await newClassification();
    const [one, other] = [await newLayerAsset(ledger), await newLayerAsset(ledger)];
    for (const asset of [one, other]) {
      const answer = await ledger.intacct("PATCH", `/objects/fixed-assets/asset/${asset}`, {
        body: { classification: { key } },
      });
      expect(answer.status).toBe(200);
    }
    const rules = (await ledger.intacct<Many>("GET", path)).body["ia::result"];
    expect(rules).toHaveLength(4);
    const [first] = rules;
    expect(await rule(ledger, first?.key ?? "")).toMatchObject({
      asset: { key: one },
      depreciationMethod: { id: "DB" },
      usefulLife: 4,
      depreciationRate: "25.00",
    });
    await ledger.intacct("PATCH", `${path}/${first?.key ?? ""}`, { body: { usefulLife: 9 } });
    await ledger.intacct("DELETE", `${path}/${rules[1]?.key ?? ""}`);
    expect(await rule(ledger, rules[2]?.key ?? "")).toMatchObject({ asset: { key: other }, usefulLife: 4 });
    expect((await ledger.intacct<Many>("GET", path)).body["ia::result"]).toHaveLength(3);
  });

  test("a book in which the asset has a rule keeps that one, and two rules of a book are refused", async () => {
    const key = await newClassification();
    const id = await newAsset(ledger);
    const own = await newRule(ledger, { usefulLife: 11 }, id);
    const { asset } = (await rule(ledger, own)) as { asset: { key: string } };
    await ledger.intacct("PATCH", `/objects/fixed-assets/asset/${asset.key}`, { body: { classification: { key } } });
    expect(await rule(ledger, own)).toMatchObject({ usefulLife: 11 });
    expect((await ledger.intacct<Many>("GET", path)).body["ia::result"]).toHaveLength(2);
    const term = { postingRule: { key: "1" }, depreciationMethod: { id: "SL" }, usefulLife: 4 };
    expectFailure(
      await ledger.intacct("POST", classifications, { body: { id: "X", name: "X", depreciationRules: [term, term] } }),
      "two rules of one book",
    );
  });
});

test("S35: fields that the document does not name are let through, for the object may still change", async () => {
  const key = await newRule(ledger, { convention: { key: "7" }, "nsp::ours": "x" });
  expect(await rule(ledger, key)).not.toHaveProperty("convention");
});
