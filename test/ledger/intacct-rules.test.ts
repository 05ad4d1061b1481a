// What Sage Intacct's "Asset depreciation rules" says of listing, creating and showing (S1 to S26). Where the document is
// silent, the name says what this ledger decided; docs/LEDGER.md has the reasons. S8's roles are the real system's.
import { newLayerAsset, startConversation } from "./conversation";
import { expectFailure, newAsset, newRule, path, post, rule, straightLine } from "./intacct-conversation";
import { newBusiness } from "./start";
import type { Conversation, Row } from "./conversation";
import type { Failed, Many, One } from "./intacct-conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

describe("list", () => {
  test("S1: GET answers 200, an empty business with an empty list", async () => {
    const answer = await ledger.intacct<Many>("GET", path);
    expect([answer.status, answer.body["ia::result"]]).toEqual([200, []]);
  });

  test("S2: at most a hundred references, the first that were made", async () => {
    for (let count = 0; count < 101; count += 1) await newRule(ledger);
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"].map(({ key }) => Number(key))).toEqual(Array.from({ length: 100 }, (_, n) => n + 1));
  });

  test("S3: each is id, key and href, key and id as text", async () => {
    const key = await newRule(ledger);
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"]).toEqual([{ id: key, key, href: expect.any(String) as string }]);
    expect(typeof key).toBe("string");
  });

  test("S4: the href is the path with the key behind it", async () => {
    const key = await newRule(ledger);
    const { body } = await ledger.intacct<Many>("GET", path);
    expect(body["ia::result"][0]?.href).toBe(`/objects/fixed-assets/asset-depreciation-rule/${key}`);
  });

  test("S5: the meta counts what is answered", async () => {
    await newRule(ledger);
    await newRule(ledger);
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
    expect((await post(ledger, {})).status).toBe(400);
  });

  test("S7: a bearer token is needed, and told so in their shape", async () => {
    const answer = await ledger.intacct<Failed>("GET", path, { headers: { authorization: undefined } });
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(answer.body["ia::result"]["ia::error"]).toMatchObject({ code: "unauthorized" });
  });

  test("S8 (decided): a token may read and write, there are no roles; another business's rules are not there", async () => {
    const key = await newRule(ledger);
    const asset = await newAsset(ledger);
    const theirs = await newBusiness(ledger.store);
    const headers = { authorization: `Bearer ${theirs.token}` };
    expect((await ledger.intacct("GET", `${path}/${key}`, { headers })).status).toBe(400);
    expect((await ledger.intacct("PATCH", `${path}/${key}`, { headers, body: { usefulLife: 4 } })).status).toBe(400);
    expect((await ledger.intacct("DELETE", `${path}/${key}`, { headers })).status).toBe(400);
    expectFailure(await ledger.intacct("POST", path, { headers, body: straightLine(asset) }), "no such asset");
    expect((await ledger.intacct<Many>("GET", path, { headers })).body["ia::result"]).toEqual([]);
    expect(await rule(ledger, key)).toMatchObject({ usefulLife: 5 });
  });
});

describe("create", () => {
  test("S9: POST answers 201", async () => {
    expect((await post(ledger, straightLine(await newAsset(ledger)))).status).toBe(201);
  });

  test("S10: with key, id and href, and a meta of one", async () => {
    const { body } = await post(ledger, straightLine(await newAsset(ledger)));
    expect(body).toEqual({
      "ia::result": { key: "1", id: "1", href: `${path}/1` },
      "ia::meta": { totalCount: 1, totalSuccess: 1, totalError: 0 },
    });
  });

  test("S11: the key is the system's, never one that was there before; the sample's key 2 is not looked at", async () => {
    const first = await newRule(ledger);
    expect(first).not.toBe("2");
    await ledger.intacct("DELETE", `${path}/${first}`);
    expect(await newRule(ledger)).not.toBe(first);
  });

  test.each([5.5, "5", 0, -1, null])("S12: a useful life of %j is no whole number of months or years", async (life) => {
    expectFailure(await post(ledger, straightLine(await newAsset(ledger), { usefulLife: life })), "usefulLife is");
  });

  test("S13: months are at most 500", async () => {
    const inMonths = { postingRule: { key: "2" } };
    expectFailure(
      await post(ledger, straightLine(await newAsset(ledger), { ...inMonths, usefulLife: 501 })),
      "from 1 to 500",
    );
    expect(await rule(ledger, await newRule(ledger, { ...inMonths, usefulLife: 500 }))).toMatchObject({
      usefulLife: 500,
    });
  });

  test("S14: years are at most 100", async () => {
    expectFailure(await post(ledger, straightLine(await newAsset(ledger), { usefulLife: 101 })), "at most 100");
    expect(await rule(ledger, await newRule(ledger, { usefulLife: 100 }))).toMatchObject({ usefulLife: 100 });
  });

  test("S15: the unit is the posting rule's", async () => {
    const units = async (key: string): Promise<unknown> =>
      (await ledger.intacct<One>("GET", `/objects/fixed-assets/posting-rule/${key}`)).body["ia::result"][
        "usefulLifeUnits"
      ];
    expect([await units("1"), await units("2")]).toEqual(["years", "months"]);
    const id = await newAsset(ledger);
    await newRule(ledger, { postingRule: { key: "2" }, usefulLife: 30 }, id);
    const { body } = await ledger.dayzero<{ assets: readonly Row[] }>("GET", "");
    expect(body.assets).toMatchObject([{ asset_number: id, useful_life_months: 30 }]);
  });

  test("S16: the posting rule is named by key, by id or by both, which must agree", async () => {
    for (const postingRule of [{ key: "1" }, { id: "1" }, { key: "1", id: "1" }])
      expect(await rule(ledger, await newRule(ledger, { postingRule }))).toMatchObject({
        postingRule: { key: "1", id: "1" },
      });
    for (const postingRule of [{ key: "1", id: "2" }, { key: "77" }, {}, "1"])
      expectFailure(await post(ledger, straightLine(await newAsset(ledger), { postingRule })), "postingRule");
  });

  test("S17: the asset is the ledger's own, by key or by the id that the sheet has for it", async () => {
    const id = await newAsset(ledger);
    const key = await newRule(ledger, {}, id);
    const { asset } = (await rule(ledger, key)) as { asset: { key: string } };
    expect(asset).toMatchObject({ id });
    const other = await newLayerAsset(ledger);
    const byKey = await rule(ledger, await newRule(ledger, { asset: { key: other } }));
    expect(byKey["asset"]).toMatchObject({ key: other });
    expectFailure(await post(ledger, straightLine(id, { asset: { key: asset.key, id: "another" } })), "no such asset");
  });

  test("S18: SL is -1 and DB is -2; a name beside them is not looked at", async () => {
    const { body } = await ledger.intacct<Many>("GET", "/objects/fixed-assets/depreciation-method");
    expect(body["ia::result"].map(({ id, key }) => [id, key])).toEqual([
      ["SL", "-1"],
      ["DB", "-2"],
    ]);
    const key = await newRule(ledger, { depreciationMethod: { key: "-2", name: "What you like" } });
    expect(await rule(ledger, key)).toMatchObject({ depreciationMethod: { id: "DB", key: "-2" } });
  });

  test("S19: the rate is text", async () => {
    expectFailure(
      await post(ledger, straightLine(await newAsset(ledger), { depreciationRate: 30 })),
      "depreciationRate is 30",
    );
    expect(await rule(ledger, await newRule(ledger, { depreciationRate: "30.00" }))).toMatchObject({
      depreciationRate: "30.00",
    });
  });

  test("S20: from 1.00 to 100.00", async () => {
    for (const depreciationRate of ["0.99", "100.01", "0", "-5.00", "1e1", "30.001", ""])
      expectFailure(await post(ledger, straightLine(await newAsset(ledger), { depreciationRate })), "depreciationRate");
    for (const [given, kept] of [
      ["1.00", "1.00"],
      ["100.00", "100.00"],
      ["7.5", "7.50"],
    ])
      expect(await rule(ledger, await newRule(ledger, { depreciationRate: given }))).toMatchObject({
        depreciationRate: kept,
      });
  });

  test("S21: 30.00 is thirty percent of the book value a year", async () => {
    // 600,000 cents x 30 % / 12 = 15,000.
    const created = await ledger.dayzero<{ id: string }>("POST", "", {
      body: { name: "Press", purchase_date: "2026-01-01", original_cost: 600_000, asset_number: "PRESS" },
    });
    await ledger.dayzero("POST", `/${created.body.id}/place-in-service`, { body: { service_date: "2026-01-01" } });
    await newRule(ledger, { depreciationMethod: { id: "DB" }, depreciationRate: "30.00" }, "PRESS");
    const run = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } });
    expect(run.body).toMatchObject({ total_depreciation: 15_000 });
  });

  test("one rule for an asset and book: a second is refused, and the sentence says what to do", async () => {
    const id = await newAsset(ledger);
    await newRule(ledger, {}, id);
    expectFailure(await post(ledger, straightLine(id)), "has a depreciation rule in the book GAAP");
    await newRule(ledger, { postingRule: { key: "3" } }, id);
  });
});

describe("get", () => {
  test("S22: GET of a key answers 200 with a meta of one", async () => {
    const answer = await ledger.intacct<One>("GET", `${path}/${await newRule(ledger)}`);
    expect([answer.status, answer.body["ia::meta"]]).toEqual([200, { totalCount: 1, totalSuccess: 1, totalError: 0 }]);
  });

  test("S23: the fields of the document, and no others", async () => {
    const text = expect.stringMatching(/./) as string;
    const key = await newRule(ledger);
    expect(await rule(ledger, key)).toEqual({
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
    const audit = (await rule(ledger, await newRule(ledger)))["audit"] as Record<string, string>;
    for (const time of [audit["createdDateTime"], audit["modifiedDateTime"]])
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const [row] = await ledger.store.query<Row>(
      "select created_at <= modified_at as right_order from depreciation_rules order by created_at desc limit 1",
    );
    expect(row).toEqual({ right_order: true });
  });

  test("S25: without a rate there is no field for one", async () => {
    expect(await rule(ledger, await newRule(ledger))).not.toHaveProperty("depreciationRate");
  });

  test("S26: the sample's name of an asset comes back as it is", async () => {
    const name = "Asset Name _~!@#$%^*()_+=-`1682315965";
    const id = await newAsset(ledger, { name });
    expect(await rule(ledger, await newRule(ledger, {}, id))).toMatchObject({ asset: { name } });
  });
});
