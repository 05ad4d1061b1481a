// Layer's assets: created and posted, changed in place under a known external id, listed page by page.
import { depreciationOf, entriesOf, fresh, layerAsset, newLayerAsset, startConversation } from "./conversation";
import type { Conversation, Data, Identified, Row } from "./conversation";

interface Failure {
  readonly errors: readonly { readonly description: string; readonly error_enum: string }[];
}

interface Listed {
  readonly data: readonly (Row & Identified)[];
  readonly meta: {
    readonly type: string;
    readonly pagination: { readonly cursor: string | null; readonly has_more: boolean; readonly total_count: number };
  };
}

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

async function post(body: Row) {
  return ledger.layer<Data<Row & Identified>>("POST", "/assets", { body });
}

async function refused(body: Row, status: number, word: string): Promise<string> {
  const answer = await ledger.layer<Failure>("POST", "/assets", { body });
  expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([status, word]);
  return answer.body.errors[0]?.description ?? "";
}

describe("a new asset", () => {
  test("is answered with its accounts and everything that was sent", async () => {
    const sent = layerAsset({ memo: "m", reference_number: "r", metadata: { deep: [{ é: null }] } });
    const answer = await post(sent);
    expect(answer.status).toBe(201);
    expect(answer.body.data).toMatchObject({
      business_id: ledger.businessId,
      name: "Delivery van",
      asset_type: "VEHICLE",
      external_id: sent["external_id"],
      original_value: 1_000_000,
      salvage_value: 100_000,
      useful_life_months: 60,
      memo: "m",
      reference_number: "r",
      metadata: { deep: [{ é: null }] },
      archived_at: null,
      transaction_tags: [],
      ledger_account: { type: "Single_Chart_Account", stable_name: { stable_name: "FIXED_ASSETS" } },
      accumulated_depreciation_account: { stable_name: { stable_name: "ACCUMULATED_DEPRECIATION" } },
    });
  });

  test("needs no more than a name and a type, and then posts nothing", async () => {
    const answer = await post({ name: "Licence", asset_type: "GOODWILL" });
    expect(answer.body.data).toMatchObject({ external_id: null, original_value: null, useful_life_months: null });
    expect(await entriesOf(ledger, answer.body.data.id)).toEqual([]);
  });

  test("posts its acquisition on the purchase date that the sheet keeps in the metadata", async () => {
    const id = await newLayerAsset(ledger, { metadata: { purchase_date: "2023-06-15" } });
    expect(await entriesOf(ledger, id)).toEqual([
      "ACQUISITION 2023-06-15: debit 1000000 FIXED_ASSETS, credit 1000000 ASSET_CLEARING",
    ]);
  });

  test("brings its opening balance into the books with its cost", async () => {
    const metadata = {
      purchase_date: "2023-06-15",
      opening_accumulated_depreciation: 450_000,
      opening_date: "2025-12-31",
    };
    const id = await newLayerAsset(ledger, { metadata });
    expect(await entriesOf(ledger, id)).toEqual([
      "ACQUISITION 2023-06-15: debit 1000000 FIXED_ASSETS, debit 450000 ASSET_CLEARING, " +
        "credit 450000 ACCUMULATED_DEPRECIATION, credit 1000000 ASSET_CLEARING",
    ]);
    const answer = await ledger.layer<Failure>("POST", "/assets/value-updates", {
      body: depreciationOf(id, { amount: 550_001 }),
    });
    expect(answer.body.errors[0]?.error_enum).toBe("AmountAboveBookValue");
  });

  test("takes metadata of somebody else's making for what it is: nothing of ours", async () => {
    const metadata = { purchase_date: "last June", opening_date: 7, opening_accumulated_depreciation: "450" };
    const id = await newLayerAsset(ledger, { metadata });
    expect((await entriesOf(ledger, id))[0]).toContain(new Date().toISOString().slice(0, 10));
  });

  test.each([
    ["name", ""],
    ["name", 7],
    ["name", undefined],
    ["asset_type", "BUILDING"],
    ["asset_type", undefined],
    ["original_value", -1],
    ["original_value", 10.5],
    ["salvage_value", "0"],
    ["useful_life_months", 0],
    ["useful_life_months", 1201],
    ["accumulated_depreciation_account", 5],
  ])("cannot have %s %j", async (field, value) => {
    expect(await refused(layerAsset({ [field]: value }), 400, "SpecifiedBadRequest")).toContain(field);
  });

  test("cannot have a salvage value above its cost", async () => {
    await refused(layerAsset({ salvage_value: 1_000_001 }), 400, "SpecifiedBadRequest");
  });

  test("cannot use an account that the business does not have", async () => {
    const sentence = await refused(layerAsset({ parent_account: "NO_SUCH" }), 404, "SpecifiedIdNotFound");
    expect(sentence).toBe("parent_account is NO_SUCH, but this business has no such account.");
  });
});

test.each([
  ["parent_account", "CASH"],
  ["parent_account", "ACCUMULATED_DEPRECIATION"],
  ["accumulated_depreciation_account", "FIXED_ASSETS"],
  ["accumulated_depreciation_account", "ASSET_CLEARING"],
])("an asset cannot have %s %s, which is an account of another kind", async (field, account) => {
  expect(await refused(layerAsset({ [field]: account }), 400, "SpecifiedBadRequest")).toContain(field);
});

describe("an asset whose external id is known", () => {
  test("is changed in place: what is sent changes, null clears, what is left out stays", async () => {
    const sent = layerAsset({ memo: "first", reference_number: "r-1" });
    const first = await post(sent);
    const second = await post({
      name: "Van",
      asset_type: "EQUIPMENT",
      external_id: sent["external_id"],
      memo: null,
      useful_life_months: 72,
    });
    expect([second.status, second.body.data.id]).toEqual([201, first.body.data.id]);
    expect(second.body.data).toMatchObject({
      name: "Van",
      asset_type: "EQUIPMENT",
      memo: null,
      useful_life_months: 72,
      reference_number: "r-1",
      original_value: 1_000_000,
    });
  });

  test("posts nothing when it is sent again as it is", async () => {
    const sent = layerAsset();
    const { id } = (await post(sent)).body.data;
    await post(sent);
    expect(await entriesOf(ledger, id)).toHaveLength(1);
  });

  test.each([
    [1_200_000, "debit 200000 FIXED_ASSETS, credit 200000 ASSET_CLEARING"],
    [700_000, "debit 300000 ASSET_CLEARING, credit 300000 FIXED_ASSETS"],
  ])("posts the difference to a new cost of %i", async (cost, lines) => {
    const sent = layerAsset({ metadata: { purchase_date: "2024-01-02" } });
    const { id } = (await post(sent)).body.data;
    await post({ ...sent, original_value: cost });
    expect(await entriesOf(ledger, id)).toContain(`COST_CORRECTION 2024-01-02: ${lines}`);
  });

  test("keeps a cost that its depreciation has used up", async () => {
    const sent = layerAsset();
    const { id } = (await post(sent)).body.data;
    await ledger.layer("POST", "/assets/value-updates", { body: depreciationOf(id, { amount: 500_000 }) });
    await refused({ ...sent, original_value: 499_999 }, 400, "AmountAboveBookValue");
    expect(await entriesOf(ledger, id)).toHaveLength(2);
  });

  test("keeps the account that its depreciation is posted to", async () => {
    const sent = layerAsset();
    const { id } = (await post(sent)).body.data;
    await ledger.layer("POST", "/assets/value-updates", { body: depreciationOf(id) });
    await refused({ ...sent, accumulated_depreciation_account: null }, 409, "AlreadyPosted");
  });

  test("keeps the opening balance and purchase date that its acquisition was posted with", async () => {
    const metadata = { purchase_date: "2024-01-02", opening_accumulated_depreciation: 100, opening_date: "2024-12-31" };
    const sent = layerAsset({ metadata });
    await post(sent);
    await refused({ ...sent, metadata: { ...metadata, opening_accumulated_depreciation: 200 } }, 409, "AlreadyPosted");
    await refused({ ...sent, metadata: { ...metadata, purchase_date: "2024-01-03" } }, 409, "AlreadyPosted");
    expect((await post(sent)).status).toBe(201);
  });

  test("is one asset when ten create it at once", async () => {
    const sent = layerAsset();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(sent)));
    expect(new Set(answers.map((answer) => answer.body.data.id)).size).toBe(1);
  });
});

describe("lists", () => {
  async function walk(path: string, limit: number, order: string): Promise<readonly string[]> {
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null;) {
      const query: string = `?limit=${limit}&sort_order=${order}${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const { body } = await ledger.layer<Listed>("GET", path + query);
      expect(body.meta.pagination.has_more).toBe(body.meta.pagination.cursor !== null);
      ids.push(...body.data.map(({ id }) => id));
      cursor = body.meta.pagination.cursor;
    }
    return ids;
  }

  test("pages of assets hold each once, in the same order and in the opposite one", async () => {
    for (let more = 0; more < 5; more += 1) await newLayerAsset(ledger);
    const all = await ledger.layer<Listed>("GET", "/assets?limit=500");
    const ids = all.body.data.map(({ id }) => id);
    expect(all.body.meta).toMatchObject({
      type: "request_metadata",
      pagination: { sort_by: "created_at", sort_order: "ASC", cursor: null, has_more: false, total_count: ids.length },
    });
    expect(await walk("/assets", 2, "ASC")).toEqual(ids);
    expect(await walk("/assets", 3, "DESC")).toEqual([...ids].reverse());
  });

  test("pages of value updates go by date, whenever they were posted", async () => {
    const id = await newLayerAsset(ledger);
    for (const date of ["2025-03-31", "2025-01-31", "2025-02-28", "2025-01-15"]) {
      const type = date === "2025-01-15" ? { update_type: "IMPROVEMENT", counter_account: "CASH" } : {};
      await ledger.layer("POST", "/assets/value-updates", {
        body: depreciationOf(id, { date: `${date}T00:00:00Z`, ...type }),
      });
    }
    const mine = await ledger.layer<Listed>("GET", `/assets/${id}/value-updates`);
    expect(mine.body.data.map((row) => row["date"])).toEqual([
      "2025-01-15T00:00:00Z",
      "2025-01-31T00:00:00Z",
      "2025-02-28T00:00:00Z",
      "2025-03-31T00:00:00Z",
    ]);
    const all = await ledger.layer<Listed>("GET", "/assets/value-updates?limit=500");
    expect(await walk("/assets/value-updates", 3, "ASC")).toEqual(all.body.data.map((row) => row.id));
  });

  test.each(["limit=0", "limit=501", "limit=ten", "limit=1&limit=2", "sort_order=UP", "sort_by=amount", "cursor=!"])(
    "a query of %s is refused",
    async (query) => {
      const answer = await ledger.layer<Failure>("GET", `/assets/value-updates?${query}`);
      expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([400, "SpecifiedBadRequest"]);
    },
  );

  test.each([[["2024-02-30", "x"]], [["2024-13-01"]], [{ length: 2 }], [null], ["text"]])(
    "a made-up cursor %j is refused",
    async (parts) => {
      const cursor = Buffer.from(JSON.stringify(parts)).toString("base64url");
      expect((await ledger.layer("GET", `/assets/value-updates?cursor=${cursor}`)).status).toBe(400);
    },
  );

  test("one asset and one value update by their ids; another id is not found", async () => {
    const id = await newLayerAsset(ledger);
    const body = depreciationOf(id);
    const update = await ledger.layer<Data<Identified>>("POST", "/assets/value-updates", { body });
    expect((await ledger.layer<Data<Identified>>("GET", `/assets/${id}`)).body.data.id).toBe(id);
    expect((await ledger.layer("GET", `/assets/value-updates/${update.body.data.id}`)).body).toEqual(update.body);
    for (const path of [
      "/assets/%00",
      `/assets/${update.body.data.id}`,
      `/assets/value-updates/${id}`,
      "/assets/x/value-updates",
    ]) {
      const missing = await ledger.layer<Failure>("GET", path);
      expect([missing.status, missing.body.errors[0]?.error_enum]).toEqual([404, "SpecifiedIdNotFound"]);
    }
  });

  test("an external id is free for another business", async () => {
    const key = fresh("asset");
    await newLayerAsset(ledger, { external_id: key });
    const other = await startOther();
    expect((await other(key)).status).toBe(201);
  });
});

async function startOther() {
  const { newBusiness } = await import("./start");
  const business = await newBusiness(ledger.store);
  return (key: string) =>
    fetch(`${ledger.baseUrl}/layer/v1/businesses/${business.businessId}/assets`, {
      method: "POST",
      headers: { authorization: `Bearer ${business.token}`, "content-type": "application/json" },
      body: JSON.stringify(layerAsset({ external_id: key })),
    });
}
