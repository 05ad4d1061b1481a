// What Sage Intacct's "Query asset depreciation rules" says, statement by statement (S36 to S50). Where the document is
// silent, the name says what this ledger decided; docs/LEDGER.md has the reasons.
import { newLayerAsset, startConversation } from "./conversation";
import { newBusiness } from "./start";
import type { Answer, Conversation, Row } from "./conversation";

interface Found {
  readonly "ia::result": readonly Row[];
  readonly "ia::meta": Row;
}

interface Failed {
  readonly "ia::result": { readonly "ia::error": { readonly message: string } };
}

const object = "fixed-assets/asset-depreciation-rule";
const strange = "Asset Name _~!@#$%^*()_+=-`1682315965";

// id, name, bought, posting rule, method, life, rate
const kept = [
  ["A-1", "Acme van", "2022-03-31", "1", "SL", 5, undefined],
  ["A-2", "acme desk", "2022-03-01", "1", "DB", 3, "30.00"],
  ["B-3", "Binder", "2022-04-01", "2", "DB", 60, "9.50"],
  ["B-4", strange, "2021-12-31", "2", "SL", 24, undefined],
] as const;

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
  await ledger.moveToNewBusiness();
  for (const [id, name, purchase_date, postingRule, method, usefulLife, depreciationRate] of kept) {
    await newLayerAsset(ledger, { external_id: id, name, metadata: { purchase_date } });
    const answer = await ledger.intacct("POST", `/objects/${object}`, {
      body: {
        asset: { id },
        postingRule: { key: postingRule },
        depreciationMethod: { id: method },
        usefulLife,
        depreciationRate,
      },
    });
    expect(answer.status).toBe(201);
  }
});
afterAll(() => ledger.close());

async function query<B = Found>(body: Row): Promise<Answer<B>> {
  return ledger.intacct<B>("POST", "/services/core/query", { body: { object, ...body } });
}

async function rows(body: Row): Promise<readonly Row[]> {
  const answer = await query(body);
  expect(answer.status).toBe(200);
  return answer.body["ia::result"];
}

/** The assets whose rules are found, as the digits of their ids. */
async function found(filters: readonly unknown[], more: Row = {}): Promise<string> {
  const result = await rows({ fields: ["asset.id"], filters, ...more });
  return result.map((row) => String(row["asset.id"]).slice(-1)).join("");
}

async function refused(body: Row): Promise<string> {
  const answer = await query<Failed>(body);
  expect(answer.status).toBe(400);
  return answer.body["ia::result"]["ia::error"].message;
}

describe("what is asked", () => {
  test("S36: POST answers 200, and 400 what is no query", async () => {
    expect((await query({})).status).toBe(200);
    expect((await ledger.intacct("POST", "/services/core/query", { body: {} })).status).toBe(400);
    expect(await ledger.intacct("POST", "/services/core/query")).toMatchObject({
      status: 400,
      body: { "ia::result": { "ia::error": { errorId: "REST-1028" } } },
    });
  });

  test("S37: the object is named by application and object; one that is not kept is refused", async () => {
    expect(await rows({ object: "fixed-assets/depreciation-method" })).toHaveLength(2);
    expect(await rows({ object: "fixed-assets/asset" })).toHaveLength(4);
    for (const name of ["asset-depreciation-rule", "accounts-payable/vendor", "platform-apps/nsp::ours", "__proto__"])
      expect(await refused({ object: name })).toContain(`object is "${name}", but must be one of`);
  });

  test("S38: plain, related and computed fields", async () => {
    const filters = [{ $eq: { "asset.id": "A-2" } }];
    expect(await rows({ fields: ["id", "asset.name", "depreciationMethod.id"], filters })).toEqual([
      { id: "2", "asset.name": "acme desk", "depreciationMethod.id": "DB" },
    ]);
    expect(
      await rows({
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
    expect(await rows({ fields, orderBy: [{ "max:usefulLife": "desc" }] })).toEqual([
      { "depreciationMethod.id": "DB", "max:usefulLife": 60 },
      { "depreciationMethod.id": "SL", "max:usefulLife": 24 },
    ]);
    const filters = [{ $eq: { id: "99" } }];
    expect(await rows({ fields: ["count:id", "sum:usefulLife", "avg:usefulLife", "max:id"], filters })).toEqual([
      { "count:id": 0, "sum:usefulLife": 0, "avg:usefulLife": null, "max:id": null },
    ]);
  });

  test("S38: a field or function that is not there is refused, and so is the sum of names", async () => {
    expect(await refused({ fields: ["vendor.id"] })).toContain('has no field "vendor.id"');
    expect(await refused({ fields: ["asset"] })).toContain('has no field "asset"');
    expect(await refused({ fields: ["toString"] })).toContain('has no field "toString"');
    expect(await refused({ fields: ["median:usefulLife"] })).toContain('no function "median"');
    expect(await refused({ fields: ["sum:asset.name"] })).toContain("needs a field of numbers");
  });
});

describe("S39: filters", () => {
  test.each([
    [{ $eq: { "asset.id": "A-1" } }, "1"],
    [{ $ne: { "asset.id": "A-1" } }, "234"],
    [{ $lt: { usefulLife: 5 } }, "2"],
    [{ $lte: { usefulLife: 5 } }, "12"],
    [{ $gt: { usefulLife: 24 } }, "3"],
    [{ $gte: { usefulLife: "24" } }, "34"],
    [{ $in: { usefulLife: [3, 24] } }, "24"],
    [{ $notIn: { usefulLife: [3, 24] } }, "13"],
    [{ $between: { usefulLife: [5, 24] } }, "14"],
    [{ $notBetween: { usefulLife: [5, 24] } }, "23"],
    [{ $contains: { "asset.name": "me" } }, "124"],
    [{ $notContains: { "asset.name": "me" } }, "3"],
    [{ $startsWith: { "asset.name": "A" } }, "14"],
    [{ $notStartsWith: { "asset.name": "A" } }, "23"],
    [{ $endsWith: { "asset.name": "er" } }, "3"],
    [{ $notEndsWith: { "asset.name": "er" } }, "124"],
    [{ $eq: { "asset.name": strange } }, "4"],
    // Numbers are compared as numbers, whichever way they are written.
    [{ $gt: { depreciationRate: "9.50" } }, "2"],
    [{ $eq: { depreciationRate: 9.5 } }, "3"],
    [{ $lt: { depreciationRate: "10" } }, "3"],
    // What holds nothing is equal to nothing alone.
    [{ $eq: { depreciationRate: null } }, "14"],
    [{ $ne: { depreciationRate: null } }, "23"],
    [{ $ne: { depreciationRate: "30.00" } }, "134"],
    [{ $notBetween: { depreciationRate: ["1.00", "100.00"] } }, "14"],
    [{ $contains: { id: "3" } }, "3"],
    [{ $lt: { "asset.acquisitionDate": "2022-03-31" } }, "24"],
  ])("S39: %j", async (filter, digits) => {
    expect(await found([filter])).toBe(digits);
  });

  test("S40: the operator without its dollar sign, as one sentence of the document writes it", async () => {
    expect(await found([{ eq: { "asset.id": "B-3" } }])).toBe("3");
    expect(await found([{ startsWith: { "asset.id": "B" } }])).toBe("34");
  });

  test.each([
    [{ $like: { id: "1" } }, 'operator "$like"'],
    [{ $eq: {} }, "an object with one name"],
    [{ $eq: { id: "1", key: "1" } }, "an object with one name"],
    [{}, "an object with one name"],
    ["1", "an object with one name"],
    [{ $eq: { nothing: 1 } }, 'has no field "nothing"'],
    [{ $eq: { id: ["1"] } }, "takes one value"],
    [{ $in: { id: "1" } }, "takes a list of 1 to 1000 values"],
    [{ $in: { id: [] } }, "takes a list of 1 to 1000 values"],
    [{ $between: { id: [1] } }, "takes a list of two values"],
    [{ $gt: { usefulLife: "many" } }, "must ask for a number"],
    [{ $eq: { "asset.acquisitionDate": "01/31/2022" } }, "must ask for a date"],
  ])("%j is refused: %s", async (filter, sentence) => {
    expect(await refused({ filters: [filter] })).toContain(sentence);
  });
});

describe("dates", () => {
  // Bought: 1 on 2022-03-31 (a Thursday), 2 on 2022-03-01 (a Tuesday), 3 on 2022-04-01, 4 on 2021-12-31.
  test.each([
    ["today", "2022-04-01", "3"],
    ["yesterday", "2022-04-01", "1"],
    ["currentWeek", "2022-04-03", "13"],
    ["currentWeek", "2022-03-28", "13"],
    ["lastWeek", "2022-04-04", "13"],
    ["lastWeek", "2022-04-03", ""],
    ["currentMonth", "2022-03-15", "12"],
    ["priorMonth", "2022-01-31", "4"],
    ["currentQuarter", "2022-03-31", "12"],
    ["priorQuarter", "2022-06-30", "12"],
    ["priorQuarter", "2022-01-01", "4"],
    ["currentYear", "2022-12-31", "123"],
    ["priorYear", "2022-01-01", "4"],
  ])("S41: %s as of %s", async (macro, asOfDate, digits) => {
    expect(await found([{ $eq: { "asset.acquisitionDate": macro } }], { filterParameters: { asOfDate } })).toBe(digits);
  });

  test("S41 (decided): the other operators look at the ends of a macro's days", async () => {
    const filterParameters = { asOfDate: "2022-03-15" };
    const at = (operator: string, asked: unknown) =>
      found([{ [operator]: { "asset.acquisitionDate": asked } }], { filterParameters });
    expect(await at("$lt", "currentMonth")).toBe("4");
    expect(await at("$lte", "currentMonth")).toBe("124");
    expect(await at("$gt", "currentMonth")).toBe("3");
    expect(await at("$gte", "currentMonth")).toBe("123");
    expect(await at("$ne", "currentMonth")).toBe("34");
    expect(await at("$between", ["priorYear", "currentMonth"])).toBe("124");
    expect(await at("$in", ["priorYear", "2022-04-01"])).toBe("34");
  });

  test("S42: as of 2022-04-01 the prior month is March; without a date it is the current one", async () => {
    const filters = [{ $eq: { "asset.acquisitionDate": "priorMonth" } }];
    expect(await found(filters, { filterParameters: { asOfDate: "2022-04-01" } })).toBe("12");
    expect(await found(filters)).toBe("");
    // The rules themselves were made today, whichever day that is in UTC.
    expect(await found([{ $eq: { "audit.createdDateTime": "currentYear" } }])).toBe("1234");
    expect(await refused({ filterParameters: { asOfDate: "2022-02-30" } })).toContain("asOfDate");
  });
});

describe("S43: filter expressions", () => {
  const filters = [
    { $eq: { "depreciationMethod.id": "DB" } },
    { $lt: { usefulLife: 10 } },
    { $eq: { "asset.id": "B-4" } },
  ];

  test.each([
    ["(1 and 2) or 3", "24"],
    ["1 and (2 or 3)", "2"],
    ["3 or 1 and 2", "24"],
    ["1 or 2 or 3", "1234"],
    ["((1)and(2))OR 3", "24"],
    ["and", ""],
    [" or ", "1234"],
    ["1 and 2 and 3 or 2 and 3 or 1 and 2", "2"],
  ])("S43: %j", async (filterExpression, digits) => {
    expect(await found(filters, { filterExpression })).toBe(digits);
  });

  test("S43: left out, all must hold", async () => {
    expect(await found(filters.slice(0, 2))).toBe("2");
    expect(await found(filters)).toBe("");
  });

  test.each([
    ["1 and 2", "leaves out filter 3"],
    ["1 and 2 and 3 and 4", "there are filters 1 to 3 and no 4"],
    ["0 or 1 or 2 or 3", "no 0"],
    ["(1 and 2 or 3", "must be written as in"],
    ["1 2 3", "must be written as in"],
    ["1 and and 2 or 3", "must be written as in"],
    ["1 xor 2", "may hold only"],
    ["1 and 2 or 3; drop table assets", "may hold only"],
    ["(".repeat(2_000), "at most 1000 characters"],
    [`${"(".repeat(400)}1 and 2 and 3${")".repeat(399)}`, "must be written as in"],
    ["", "must be written as in"],
  ])("%j is refused: %s", async (filterExpression, sentence) => {
    expect(await refused({ filters, filterExpression })).toContain(sentence);
  });
});

describe("filter parameters", () => {
  test("S44 (decided): hierarchies may be asked for; no object here has one", async () => {
    const fields = ["id", "href"];
    expect(await rows({ fields, filterParameters: { includeHierarchyFields: true } })).toEqual(await rows({ fields }));
  });

  test("S45: a comparison minds capitals unless it is told not to", async () => {
    const filters = [{ $startsWith: { "asset.name": "ACME" } }];
    expect(await found(filters)).toBe("");
    expect(await found(filters, { filterParameters: { caseSensitiveComparison: true } })).toBe("");
    expect(await found(filters, { filterParameters: { caseSensitiveComparison: false } })).toBe("12");
    const order = { orderBy: [{ "asset.name": "asc" }] };
    expect(await found([], order)).toBe("1432");
    expect(await found([], { ...order, filterParameters: { caseSensitiveComparison: false } })).toBe("2143");
  });

  test("S46 (decided): private entities may be asked for; there are none, and never another business's", async () => {
    expect(await rows({ filterParameters: { includePrivate: true } })).toHaveLength(4);
    const theirs = await newBusiness(ledger.store);
    const answer = await ledger.intacct<Found>("POST", "/services/core/query", {
      body: { object, filterParameters: { includePrivate: true } },
      headers: { authorization: `Bearer ${theirs.token}` },
    });
    expect(answer.body["ia::result"]).toEqual([]);
  });

  test("a parameter that is misspelt, or stands outside, is refused rather than forgotten", async () => {
    expect(await refused({ filter: [] })).toContain('A query has "filter"');
    expect(await refused({ caseSensitiveComparison: false })).toContain('has "caseSensitiveComparison"');
    expect(await refused({ filterParameters: { caseSensitive: false } })).toContain('has "caseSensitive"');
  });
});

describe("the answer", () => {
  test("S47: in the order that is asked for, one after another; what holds nothing comes last", async () => {
    expect(await found([], { orderBy: [{ usefulLife: "desc" }] })).toBe("3412");
    expect(await found([], { orderBy: [{ "depreciationMethod.id": "asc" }, { usefulLife: "desc" }] })).toBe("3241");
    expect(await found([], { orderBy: [{ depreciationRate: "asc" }] })).toBe("3214");
    expect(await found([], { orderBy: [{ depreciationRate: "desc" }] })).toBe("2314");
    for (const orderBy of [[{ id: "up" }], [{ id: "asc", key: "asc" }], ["id"]])
      expect(await refused({ orderBy })).toContain("orderBy holds");
  });

  test("S48: from a record on, so many of them; a hundred where it is not said", async () => {
    expect(await found([], { start: 2, size: 2, orderBy: [{ "asset.id": "asc" }] })).toBe("23");
    expect(await found([], { start: 5 })).toBe("");
    expect((await query({})).body["ia::meta"]).toMatchObject({ start: 1, pageSize: 100 });
    expect(await refused({ start: 0 })).toContain("start is 0");
    expect(await refused({ size: 4_001 })).toContain("size is 4001");
    expect(await refused({ size: "10" })).toContain("size is");
  });

  test("S49: a row holds just what was asked, the href among it", async () => {
    expect(await rows({ fields: ["href"], filters: [{ $eq: { id: 1 } }] })).toEqual([{ href: `/objects/${object}/1` }]);
    expect(await rows({ filters: [{ $eq: { id: 1 } }] })).toEqual([
      { key: "1", id: "1", href: `/objects/${object}/1` },
    ]);
  });

  test("S50: the meta of the document, with the neighbours of a page and null where there are none", async () => {
    const meta = async (body: Row): Promise<Row> => (await query(body)).body["ia::meta"];
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
    const keys = (await rows({ fields: ["key"], orderBy: [{ key: "desc" }], size: 2 })).map((row) => row["key"]);
    expect(keys).toEqual(["10", "9"]);
  });
});
