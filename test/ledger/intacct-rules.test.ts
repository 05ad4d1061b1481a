// What Sage Intacct's "Asset depreciation rules" says, statement by statement (S1 to S35). Where the document is silent, the
// name says what this ledger decided; docs/LEDGER.md has the reasons. S8's roles and permissions are the real system's.
import { fresh, newLayerAsset, startConversation } from "./conversation";
import { newBusiness } from "./start";
import type { Answer, Conversation, Row } from "./conversation";

const path = "/objects/fixed-assets/asset-depreciation-rule";

interface One {
  readonly "ia::result": { readonly key: string; readonly id: string; readonly href: string } & Row;
  readonly "ia::meta": Row;
}

interface Many {
  readonly "ia::result": readonly { readonly key: string; readonly id: string; readonly href: string }[];
  readonly "ia::meta": Row;
}

interface Failed {
  readonly "ia::result": { readonly "ia::error": { readonly message: string; readonly supportId: string } & Row };
  readonly "ia::meta": Row;
}

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

/** The document's own request: five years, straight line. */
function straightLine(assetId: string, more: Row = {}): Row {
  return {
    key: "2",
    id: "2",
    depreciationMethod: { name: "Straight line", id: "SL", key: "-1" },
    postingRule: { key: "1", id: "1" },
    asset: { id: assetId },
    usefulLife: 5,
    ...more,
  };
}

async function post<B = One>(body: Row): Promise<Answer<B>> {
  return ledger.intacct<B>("POST", path, { body });
}

async function newRule(more: Row = {}, assetId?: string): Promise<string> {
  const answer = await post(straightLine(assetId ?? (await newAsset()), more));
  expect(answer.status).toBe(201);
  return answer.body["ia::result"].key;
}

async function newAsset(more: Row = {}): Promise<string> {
  const id = fresh("CE_ASSET");
  await newLayerAsset(ledger, { external_id: id, ...more });
  return id;
}

async function rule(key: string): Promise<Row> {
  const answer = await ledger.intacct<One>("GET", `${path}/${key}`);
  expect(answer.status).toBe(200);
  return answer.body["ia::result"];
}

function expectFailure(answer: Answer, sentence: string, status = 400): void {
  expect([answer.status, (answer.body as Failed)["ia::result"]["ia::error"].message]).toEqual([
    status,
    expect.stringContaining(sentence),
  ]);
}

describe("list", () => {
  test("S1: GET answers 200, an empty business with an empty list", async () => {
    const answer = await ledger.intacct<Many>("GET", path);
    expect([answer.status, answer.body["ia::result"]]).toEqual([200, []]);
  });

  test("S2: at most a hundred references, the first that were made", async () => {
    for (let count = 0; count < 101; count += 1) await newRule();
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"].map(({ key }) => Number(key))).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  test("S3: each is id, key and href, key and id as text", async () => {
    const key = await newRule();
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"]).toEqual([{ id: key, key, href: expect.any(String) as string }]);
    expect(typeof key).toBe("string");
  });

  test("S4: the href is the path with the key behind it", async () => {
    const key = await newRule();
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"][0]?.href).toBe(`/objects/fixed-assets/asset-depreciation-rule/${key}`);
  });

  test("S5: the meta counts what is answered", async () => {
    await newRule();
    await newRule();
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::meta"]).toEqual({ totalCount: 2, totalSuccess: 2, totalError: 0 });
  });
});

describe("who may ask", () => {
  test("S6: every operation on one rule answers 400 where there is none", async () => {
    for (const key of ["999", "0", "-1", "x", "1e3", "99999999999999999999"]) {
      expect((await ledger.intacct("GET", `${path}/${key}`)).status).toBe(400);
      expect((await ledger.intacct("PATCH", `${path}/${key}`, { body: { usefulLife: 4 } })).status).toBe(400);
      expect((await ledger.intacct("DELETE", `${path}/${key}`)).status).toBe(400);
    }
    expect((await post({})).status).toBe(400);
  });

  test("S7: a bearer token is needed, and told so in their shape", async () => {
    const answer = await ledger.intacct<Failed>("GET", path, { headers: { authorization: undefined } });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(answer.body["ia::result"]["ia::error"]).toMatchObject({ code: "unauthorized" });
  });

  test("S8 (decided): a token may read and write, there are no roles; another business's rules are not there", async () => {
    const key = await newRule();
    const asset = await newAsset();
    const theirs = await newBusiness(ledger.store);
    const headers = { authorization: `Bearer ${theirs.token}` };
    expect((await ledger.intacct("GET", `${path}/${key}`, { headers })).status).toBe(400);
    expect((await ledger.intacct("PATCH", `${path}/${key}`, { headers, body: { usefulLife: 4 } })).status).toBe(400);
    expect((await ledger.intacct("DELETE", `${path}/${key}`, { headers })).status).toBe(400);
    expectFailure(await ledger.intacct("POST", path, { headers, body: straightLine(asset) }), "no such asset");
    expect((await ledger.intacct<Many>("GET", path, { headers })).body["ia::result"]).toEqual([]);
    expect(await rule(key)).toMatchObject({ usefulLife: 5 });
  });
});

describe("create", () => {
  test("S9: POST answers 201", async () => {
    expect((await post(straightLine(await newAsset()))).status).toBe(201);
  });

  test("S10: with key, id and href, and a meta of one", async () => {
    const { body } = await post(straightLine(await newAsset()));
    expect(body).toEqual({
      "ia::result": { key: "1", id: "1", href: `${path}/1` },
      "ia::meta": { totalCount: 1, totalSuccess: 1, totalError: 0 },
    });
  });

  test("S11: the key is the system's, never one that was there before; the sample's key 2 is not looked at", async () => {
    const first = await newRule();
    expect(first).not.toBe("2");
    await ledger.intacct("DELETE", `${path}/${first}`);
    expect(await newRule()).not.toBe(first);
  });

  test.each([5.5, "5", 0, -1, null])("S12: a useful life of %j is no whole number of months or years", async (life) => {
    expectFailure(await post(straightLine(await newAsset(), { usefulLife: life })), "usefulLife is");
  });

  test("S13: months are at most 500", async () => {
    const inMonths = { postingRule: { key: "2" } };
    expectFailure(await post(straightLine(await newAsset(), { ...inMonths, usefulLife: 501 })), "from 1 to 500");
    expect(await rule(await newRule({ ...inMonths, usefulLife: 500 }))).toMatchObject({ usefulLife: 500 });
  });

  test("S14: years are at most 100", async () => {
    expectFailure(await post(straightLine(await newAsset(), { usefulLife: 101 })), "at most 100");
    expect(await rule(await newRule({ usefulLife: 100 }))).toMatchObject({ usefulLife: 100 });
  });

  test("S15: the unit is the posting rule's", async () => {
    const units = async (key: string): Promise<unknown> =>
      (await ledger.intacct<One>("GET", `/objects/fixed-assets/posting-rule/${key}`)).body["ia::result"][
        "usefulLifeUnits"
      ];
    expect([await units("1"), await units("2")]).toEqual(["years", "months"]);
    const id = await newAsset();
    await newRule({ postingRule: { key: "2" }, usefulLife: 30 }, id);
    const { body } = await ledger.dayzero<{ assets: readonly Row[] }>("GET", "");
    expect(body.assets).toMatchObject([{ asset_number: id, useful_life_months: 30 }]);
  });

  test("S16: the posting rule is named by key, by id or by both, which must agree", async () => {
    for (const postingRule of [{ key: "1" }, { id: "1" }, { key: "1", id: "1" }])
      expect(await rule(await newRule({ postingRule }))).toMatchObject({ postingRule: { key: "1", id: "1" } });
    for (const postingRule of [{ key: "1", id: "2" }, { key: "77" }, {}, "1"])
      expectFailure(await post(straightLine(await newAsset(), { postingRule })), "postingRule");
  });

  test("S17: the asset is the ledger's own, by key or by the id that the sheet has for it", async () => {
    const id = await newAsset();
    const key = await newRule({}, id);
    const { asset } = (await rule(key)) as { asset: { key: string } };
    expect(asset).toMatchObject({ id });
    const other = await newLayerAsset(ledger);
    const byKey = await rule(await newRule({ asset: { key: other } }));
    expect(byKey["asset"]).toMatchObject({ key: other });
    expectFailure(await post(straightLine(id, { asset: { key: asset.key, id: "another" } })), "no such asset");
  });

  test("S18: SL is -1 and DB is -2; a name beside them is not looked at", async () => {
    const { body } = await ledger.intacct<Many>("GET", "/objects/fixed-assets/depreciation-method");
    expect(body["ia::result"].map(({ id, key }) => [id, key])).toEqual([
      ["SL", "-1"],
      ["DB", "-2"],
    ]);
    const key = await newRule({ depreciationMethod: { key: "-2", name: "What you like" } });
    expect(await rule(key)).toMatchObject({ depreciationMethod: { id: "DB", key: "-2" } });
  });

  test("S19: the rate is text", async () => {
    expectFailure(await post(straightLine(await newAsset(), { depreciationRate: 30 })), "depreciationRate is 30");
    expect(await rule(await newRule({ depreciationRate: "30.00" }))).toMatchObject({ depreciationRate: "30.00" });
  });

  test("S20: from 1.00 to 100.00", async () => {
    for (const depreciationRate of ["0.99", "100.01", "0", "-5.00", "1e1", "30.001", ""])
      expectFailure(await post(straightLine(await newAsset(), { depreciationRate })), "depreciationRate");
    for (const [given, kept] of [
      ["1.00", "1.00"],
      ["100.00", "100.00"],
      ["7.5", "7.50"],
    ])
      expect(await rule(await newRule({ depreciationRate: given }))).toMatchObject({ depreciationRate: kept });
  });

  test("S21: 30.00 is thirty percent of the book value a year", async () => {
    // 600,000 cents x 30 % / 12 = 15,000.
    const created = await ledger.dayzero<{ id: string }>("POST", "", {
      body: { name: "Press", purchase_date: "2026-01-01", original_cost: 600_000, asset_number: "PRESS" },
    });
    await ledger.dayzero("POST", `/${created.body.id}/place-in-service`, { body: { service_date: "2026-01-01" } });
    await newRule({ depreciationMethod: { id: "DB" }, depreciationRate: "30.00" }, "PRESS");
    const run = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } });
    expect(run.body).toMatchObject({ total_depreciation: 15_000 });
  });

  test("one rule for an asset and book: a second is refused, and the sentence says what to do", async () => {
    const id = await newAsset();
    await newRule({}, id);
    expectFailure(await post(straightLine(id)), "has a depreciation rule in the book GAAP");
    await newRule({ postingRule: { key: "3" } }, id);
  });
});

describe("get", () => {
  test("S22: GET of a key answers 200 with a meta of one", async () => {
    const answer = await ledger.intacct<One>("GET", `${path}/${await newRule()}`);
    expect([answer.status, answer.body["ia::meta"]]).toEqual([200, { totalCount: 1, totalSuccess: 1, totalError: 0 }]);
  });

  test("S23: the fields of the document, and no others", async () => {
    const text = expect.stringMatching(/./) as string;
    const key = await newRule();
    expect(await rule(key)).toEqual({
      depreciationMethod: { name: "Straight line", id: "SL", key: "-1" },
      asset: { name: "Delivery van", id: text, key: text },
      depreciationSchedule: { key: text },
      postingRule: { name: text, id: "1", key: "1" },
      audit: { createdBy: "1", createdDateTime: text, modifiedBy: "1", modifiedDateTime: text },
      id: key,
      key,
      usefulLife: 5,
    });
  });

  test("S24: times end with the second and Z; a change moves the second of them", async () => {
    const audit = (await rule(await newRule()))["audit"] as Record<string, string>;
    for (const time of [audit["createdDateTime"], audit["modifiedDateTime"]])
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const [row] = await ledger.store.query<Row>(
      "select created_at <= modified_at as right_order from depreciation_rules order by created_at desc limit 1",
    );
    expect(row).toEqual({ right_order: true });
  });

  test("S25: without a rate there is no field for one", async () => {
    expect(await rule(await newRule())).not.toHaveProperty("depreciationRate");
  });

  test("S26: the sample's name of an asset comes back as it is", async () => {
    const name = "Asset Name _~!@#$%^*()_+=-`1682315965";
    const id = await newAsset({ name });
    expect(await rule(await newRule({}, id))).toMatchObject({ asset: { name } });
  });
});

describe("update", () => {
  test("S27: PATCH answers 200 with the reference", async () => {
    const key = await newRule();
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
    const key = await newRule({ depreciationRate: "30.00", usefulLife: 7 });
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { usefulLife: 8 } });
    expect(await rule(key)).toMatchObject({
      usefulLife: 8,
      depreciationRate: "30.00",
      depreciationMethod: { id: "SL" },
      postingRule: { key: "1" },
    });
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { depreciationRate: null } });
    expect(await rule(key)).not.toHaveProperty("depreciationRate");
  });

  test("S29: the sample's body makes it a declining balance", async () => {
    const key = await newRule();
    await ledger.intacct("PATCH", `${path}/${key}`, { body: { depreciationMethod: { id: "DB", key: "-2" } } });
    expect(await rule(key)).toMatchObject({
      depreciationMethod: { name: "Declining balance", id: "DB", key: "-2" },
      usefulLife: 5,
    });
  });

  test("a life that the new posting rule's unit does not allow is refused, and so is another asset", async () => {
    const key = await newRule({ postingRule: { key: "2" }, usefulLife: 120 });
    expectFailure(
      await ledger.intacct("PATCH", `${path}/${key}`, { body: { postingRule: { key: "1" } } }),
      "at most 100",
    );
    const asset = { id: await newAsset() };
    expectFailure(await ledger.intacct("PATCH", `${path}/${key}`, { body: { asset } }), "does not change");
  });

  test("a posting rule of a book in which the asset has a rule is refused", async () => {
    const id = await newAsset();
    await newRule({}, id);
    const tax = await newRule({ postingRule: { key: "3" } }, id);
    expectFailure(
      await ledger.intacct("PATCH", `${path}/${tax}`, { body: { postingRule: { key: "1" } } }),
      "in the book GAAP",
    );
  });
});

describe("delete", () => {
  test("S30: DELETE answers 204 without a body, also where the request calls its nothing JSON", async () => {
    for (const headers of [{}, { "content-type": "application/json" }]) {
      const key = await newRule();
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
    expect(await rule(first?.key ?? "")).toMatchObject({
      asset: { key: one },
      depreciationMethod: { id: "DB" },
      usefulLife: 4,
      depreciationRate: "25.00",
    });
    await ledger.intacct("PATCH", `${path}/${first?.key ?? ""}`, { body: { usefulLife: 9 } });
    await ledger.intacct("DELETE", `${path}/${rules[1]?.key ?? ""}`);
    expect(await rule(rules[2]?.key ?? "")).toMatchObject({ asset: { key: other }, usefulLife: 4 });
    expect((await ledger.intacct<Many>("GET", path)).body["ia::result"]).toHaveLength(3);
  });

  test("a book in which the asset has a rule keeps that one, and two rules of a book are refused", async () => {
    const key = await newClassification();
    const id = await newAsset();
    const own = await newRule({ usefulLife: 11 }, id);
    const { asset } = (await rule(own)) as { asset: { key: string } };
    await ledger.intacct("PATCH", `/objects/fixed-assets/asset/${asset.key}`, { body: { classification: { key } } });
    expect(await rule(own)).toMatchObject({ usefulLife: 11 });
    expect((await ledger.intacct<Many>("GET", path)).body["ia::result"]).toHaveLength(2);
    const term = { postingRule: { key: "1" }, depreciationMethod: { id: "SL" }, usefulLife: 4 };
    expectFailure(
      await ledger.intacct("POST", classifications, { body: { id: "X", name: "X", depreciationRules: [term, term] } }),
      "two rules of one book",
    );
  });
});

test("S35: fields that the document does not name are let through, for the object may still change", async () => {
  const key = await newRule({ convention: { key: "7" }, "nsp::ours": "x" });
  expect(await rule(key)).not.toHaveProperty("convention");
});
