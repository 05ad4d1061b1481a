// What Sage Intacct's "Query asset depreciation rules" says of the request and its answer (S36 to S38, S44 to S50). Where the
// document is silent, the name says what this ledger decided; docs/LEDGER.md has the reasons.
import { newLayerAsset, startConversation } from "./conversation";
import { found, keepFourRules, object, query, refused, rows } from "./intacct-queries";
import { newBusiness } from "./start";
import type { Conversation, Row } from "./conversation";
import type { Found } from "./intacct-queries";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
  await keepFourRules(ledger);
});
afterAll(() => ledger.close());

describe("what is asked", () => {
  test("S36: POST answers 200, and 400 what is no query", async () => {
    expect((await query(ledger, {})).status).toBe(200);
    expect((await ledger.intacct("POST", "/services/core/query", { body: {} })).status).toBe(400);
    expect(await ledger.intacct("POST", "/services/core/query")).toMatchObject({
      status: 400,
      body: { "ia::result": { "ia::error": { errorId: "REST-1028" } } },
    });
  });

  test("S37: the object is named by application and object; one that is not kept is refused", async () => {
    expect(await rows(ledger, { object: "fixed-assets/depreciation-method" })).toHaveLength(2);
    expect(await rows(ledger, { object: "fixed-assets/asset" })).toHaveLength(4);
    for (const name of ["asset-depreciation-rule", "accounts-payable/vendor", "platform-apps/nsp::ours", "__proto__"])
      expect(await refused(ledger, { object: name })).toContain(`object is "${name}", but must be one of`);
  });

  test("S38: plain, related and computed fields", async () => {
    const filters = [{ $eq: { "asset.id": "A-2" } }];
    expect(await rows(ledger, { fields: ["id", "asset.name", "depreciationMethod.id"], filters })).toEqual([
      { id: "2", "asset.name": "acme desk", "depreciationMethod.id": "DB" },
    ]);
    expect(
      await rows(ledger, {
        fields: [
          ...["count:id", "sum:usefulLife", "avg:usefulLife", "min:asset.acquisitionDate", "max:asset.acquisitionDate"],
          ...["sum:depreciationRate", "avg:depreciationRate", "min:depreciationRate", "count:depreciationRate"],
        ],
      }),
    ).toEqual([
      {
        "count:id": 4,
        "sum:usefulLife": 5 + 3 + 60 + 24,
        "avg:usefulLife": 23,
        "min:asset.acquisitionDate": "2021-12-31",
        "max:asset.acquisitionDate": "2022-04-01",
        "sum:depreciationRate": "39.50",
        "avg:depreciationRate": "19.75",
        "min:depreciationRate": "9.50",
        "count:depreciationRate": 2,
      },
    ]);
  });

  test("S38 (decided): beside plain fields a function counts what is alike in them; of nothing there is no figure", async () => {
    const fields = ["depreciationMethod.id", "max:usefulLife"];
    expect(await rows(ledger, { fields, orderBy: [{ "max:usefulLife": "desc" }] })).toEqual([
      { "depreciationMethod.id": "DB", "max:usefulLife": 60 },
      { "depreciationMethod.id": "SL", "max:usefulLife": 24 },
    ]);
    const filters = [{ $eq: { id: "99" } }];
    expect(await rows(ledger, { fields: ["count:id", "sum:usefulLife", "avg:usefulLife", "max:id"], filters })).toEqual(
      [{ "count:id": 0, "sum:usefulLife": 0, "avg:usefulLife": null, "max:id": null }],
    );
  });

  test("S38: a field or function that is not there is refused, and so is the sum of names", async () => {
    expect(await refused(ledger, { fields: ["vendor.id"] })).toContain('has no field "vendor.id"');
    expect(await refused(ledger, { fields: ["asset"] })).toContain('has no field "asset"');
    expect(await refused(ledger, { fields: ["toString"] })).toContain('has no field "toString"');
    expect(await refused(ledger, { fields: ["median:usefulLife"] })).toContain('no function "median"');
    expect(await refused(ledger, { fields: ["sum:asset.name"] })).toContain("needs a field of numbers");
  });
});

describe("filter parameters", () => {
  test("S44 (decided): hierarchies may be asked for; no object here has one", async () => {
    const fields = ["id", "href"];
    expect(await rows(ledger, { fields, filterParameters: { includeHierarchyFields: true } })).toEqual(
      await rows(ledger, { fields }),
    );
  });

  test("S45: a comparison minds capitals unless it is told not to", async () => {
    const filters = [{ $startsWith: { "asset.name": "ACME" } }];
    expect(await found(ledger, filters)).toBe("");
    expect(await found(ledger, filters, { filterParameters: { caseSensitiveComparison: true } })).toBe("");
    expect(await found(ledger, filters, { filterParameters: { caseSensitiveComparison: false } })).toBe("12");
    const order = { orderBy: [{ "asset.name": "asc" }] };
    expect(await found(ledger, [], order)).toBe("1432");
    expect(await found(ledger, [], { ...order, filterParameters: { caseSensitiveComparison: false } })).toBe("2143");
  });

  test("S46 (decided): private entities may be asked for; there are none, and never another business's", async () => {
    expect(await rows(ledger, { filterParameters: { includePrivate: true } })).toHaveLength(4);
    const theirs = await newBusiness(ledger.store);
    const answer = await ledger.intacct<Found>("POST", "/services/core/query", {
      body: { object, filterParameters: { includePrivate: true } },
      headers: { authorization: `Bearer ${theirs.token}` },
    });
    expect(answer.body["ia::result"]).toEqual([]);
  });

  test("a parameter that is misspelt, or stands outside, is refused rather than forgotten", async () => {
    expect(await refused(ledger, { filter: [] })).toContain('A query has "filter"');
    expect(await refused(ledger, { caseSensitiveComparison: false })).toContain('has "caseSensitiveComparison"');
    expect(await refused(ledger, { filterParameters: { caseSensitive: false } })).toContain('has "caseSensitive"');
  });
});

describe("the answer", () => {
  test("S47: in the order that is asked for, one after another; what holds nothing comes last", async () => {
    expect(await found(ledger, [], { orderBy: [{ usefulLife: "desc" }] })).toBe("3412");
    expect(await found(ledger, [], { orderBy: [{ "depreciationMethod.id": "asc" }, { usefulLife: "desc" }] })).toBe(
      "3241",
    );
    expect(await found(ledger, [], { orderBy: [{ depreciationRate: "asc" }] })).toBe("3214");
    expect(await found(ledger, [], { orderBy: [{ depreciationRate: "desc" }] })).toBe("2314");
    for (const orderBy of [[{ id: "up" }], [{ id: "asc", key: "asc" }], ["id"]])
      expect(await refused(ledger, { orderBy })).toContain("orderBy holds");
  });

  test("S48: from a record on, so many of them; a hundred where it is not said", async () => {
    expect(await found(ledger, [], { start: 2, size: 2, orderBy: [{ "asset.id": "asc" }] })).toBe("23");
    expect(await found(ledger, [], { start: 5 })).toBe("");
    expect((await query(ledger, {})).body["ia::meta"]).toMatchObject({ start: 1, pageSize: 100 });
    expect(await refused(ledger, { start: 0 })).toContain("start is 0");
    expect(await refused(ledger, { size: 4_001 })).toContain("size is 4001");
    expect(await refused(ledger, { size: "10" })).toContain("size is");
  });

  test("S49: a row holds just what was asked, the href among it", async () => {
    expect(await rows(ledger, { fields: ["href"], filters: [{ $eq: { id: 1 } }] })).toEqual([
      { href: `/objects/${object}/1` },
    ]);
    expect(await rows(ledger, { filters: [{ $eq: { id: 1 } }] })).toEqual([
      { key: "1", id: "1", href: `/objects/${object}/1` },
    ]);
  });

  test("S50: the meta of the document, with the neighbours of a page and null where there are none", async () => {
    const meta = async (body: Row): Promise<Row> => (await query(ledger, body)).body["ia::meta"];
    expect(await meta({})).toEqual({ totalCount: 4, start: 1, pageSize: 100, next: null, previous: null });
    expect(await meta({ size: 2 })).toEqual({ totalCount: 4, start: 1, pageSize: 2, next: 3, previous: null });
    expect(await meta({ start: 3, size: 2 })).toEqual({
      totalCount: 4,
      start: 3,
      pageSize: 2,
      next: null,
      previous: 1,
    });
    expect(await meta({ start: 2, size: 2 })).toMatchObject({ next: 4, previous: 1 });
  });

  // Last, for it goes on in a business of its own.
  test("S47: keys are counted, so ten comes after nine", async () => {
    await ledger.moveToNewBusiness();
    for (let count = 0; count < 10; count += 1)
      await ledger.intacct("POST", `/objects/${object}`, {
        body: {
          asset: { key: await newLayerAsset(ledger) },
          postingRule: { key: "1" },
          depreciationMethod: { id: "SL" },
          usefulLife: 5,
        },
      });
    const keys = (await rows(ledger, { fields: ["key"], orderBy: [{ key: "desc" }], size: 2 })).map(
      (row) => row["key"],
    );
    expect(keys).toEqual(["10", "9"]);
  });
});
