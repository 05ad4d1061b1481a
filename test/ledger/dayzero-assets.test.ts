// DayZero's fixed assets: created as drafts, placed in service, previewed, read back and disposed of.
import { entriesOf, fresh, newFixedAsset, startConversation } from "./conversation";
import type { Conversation, Identified, Row } from "./conversation";

interface Invalid {
  readonly detail: readonly {
    readonly loc: readonly (string | number)[];
    readonly msg: string;
    readonly type: string;
  }[];
}

interface Told {
  readonly detail: string;
}

interface Assets {
  readonly assets: readonly (Row & Identified)[];
  readonly count: number;
  readonly next_cursor: string | null;
  readonly has_more: boolean;
}

const laptop = { name: "Laptop", purchase_date: "2026-01-15", original_cost: 600_000 };

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

async function create(body: Row) {
  return ledger.dayzero<Row & Identified>("POST", "", { body });
}

describe("a new fixed asset", () => {
  test("is a draft with the documented defaults: straight line, 60 months, no salvage value", async () => {
    const { status, body } = await create({ ...laptop, asset_number: fresh("A"), in_service_date: "2026-02-01" });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      ...laptop,
      status: "draft",
      depreciation_method: "straight_line",
      useful_life_months: 60,
      salvage_value: 0,
      in_service_date: "2026-02-01",
      depreciable_amount: 600_000,
      accumulated_depreciation: 0,
      book_value: 600_000,
      monthly_depreciation_amount: 10_000,
      remaining_life_months: 60,
    });
  });

  test("keeps every text as it is", async () => {
    const texts = {
      name: "=cmd|' /C calc'!A0",
      description: "\t+1",
      serial_number: "@x",
      location: "Zürich 🏔",
      notes: "a\nb",
      category_id: "0b8f6d43-4c1d-4a57-9f58-0d3f6c1f2a11",
      vendor_id: "1b8f6d43-4c1d-4a57-9f58-0d3f6c1f2a12",
    };
    expect((await create({ ...laptop, ...texts })).body).toMatchObject(texts);
  });

  test("posts its acquisition on its purchase date", async () => {
    const { id } = (await create(laptop)).body;
    expect(await entriesOf(ledger, id)).toEqual([
      "ACQUISITION 2026-01-15: debit 600000 FIXED_ASSETS, credit 600000 ASSET_CLEARING",
    ]);
  });

  test.each([
    ["name", undefined, "missing"],
    ["name", "", "string_too_short"],
    ["name", "x".repeat(256), "string_too_long"],
    ["purchase_date", undefined, "missing"],
    ["purchase_date", "2026-02-30", "date_parsing"],
    ["original_cost", undefined, "missing"],
    ["original_cost", -1, "greater_than_equal"],
    ["original_cost", 6000.5, "int_type"],
    ["original_cost", "600000", "int_type"],
    ["original_cost", 9007199254740992, "less_than_equal"],
    ["salvage_value", -1, "greater_than_equal"],
    ["salvage_value", 600_000, "value_error"],
    ["useful_life_months", 0, "greater_than_equal"],
    ["useful_life_months", 601, "less_than_equal"],
    ["depreciation_method", "macrs", "enum"],
    ["asset_number", "x".repeat(51), "string_too_long"],
    ["serial_number", "x".repeat(101), "string_too_long"],
    ["location", "x".repeat(256), "string_too_long"],
    ["category_id", "computers", "uuid_parsing"],
    ["notes", "zero \u0000", "string_pattern_mismatch"],
  ])("is refused with %s %j: %s", async (field, value, type) => {
    const answer = await ledger.dayzero<Invalid>("POST", "", { body: { ...laptop, [field]: value } });
    expect(answer.status).toBe(422);
    expect(answer.body.detail[0]).toMatchObject({ loc: ["body", field], type });
  });

  test("units of production are refused (decided: this ledger has no usage to compute them from)", async () => {
    const body = { ...laptop, depreciation_method: "units_of_production", total_expected_units: 1000 };
    const answer = await ledger.dayzero<Invalid>("POST", "", { body });
    expect(answer.status).toBe(422);
    expect(answer.body.detail[0]).toMatchObject({ loc: ["body", "depreciation_method"] });
    expect(answer.body.detail[0]?.msg).toContain("use straight_line");
  });

  test("a second asset under one asset number is a conflict (decided) that names the first", async () => {
    const asset_number = fresh("A");
    const first = await create({ ...laptop, asset_number });
    const second = await ledger.dayzero<Told>("POST", "", { body: { ...laptop, asset_number } });
    expect([second.status, second.body.detail]).toEqual([
      409,
      `asset_number "${asset_number}" is taken by asset ${first.body.id}.`,
    ]);
  });

  test("an asset that cost nothing is taken", async () => {
    expect((await create({ ...laptop, original_cost: 0 })).status).toBe(201);
  });
});

describe("placing in service", () => {
  async function place(id: string, service_date: unknown) {
    return ledger.dayzero<Row & Told>("POST", `/${id}/place-in-service`, { body: { service_date } });
  }

  test("makes a draft active from that day", async () => {
    const { id } = (await create(laptop)).body;
    const answer = await place(id, "2026-03-15");
    expect([answer.status, answer.body["status"], answer.body["in_service_date"]]).toEqual([
      200,
      "active",
      "2026-03-15",
    ]);
  });

  test("again on the same day changes nothing; on another day it is a conflict (decided)", async () => {
    const { id } = (await create(laptop)).body;
    await place(id, "2026-03-15");
    expect((await place(id, "2026-03-15")).status).toBe(200);
    const other = await place(id, "2026-03-16");
    expect([other.status, other.body.detail]).toEqual([409, "The asset is active, in service since 2026-03-15."]);
  });

  test.each([undefined, "15 March", null])("without a day (%j) is 422", async (day) => {
    const { id } = (await create(laptop)).body;
    expect((await place(id, day)).status).toBe(422);
  });

  test.each(["11111111-2222-4333-8444-555555555555", "x", "%27%20or%201=1"])("an asset %s is not found", async (id) => {
    expect([(await place(id, "2026-03-15")).status, (await ledger.dayzero("GET", `/${id}`)).status]).toEqual([
      404, 404,
    ]);
  });
});

describe("the preview of a month", () => {
  interface Preview {
    readonly assets_count: number;
    readonly total_depreciation: number;
    readonly entries: readonly Row[];
  }

  beforeEach(() => ledger.moveToNewBusiness());

  test("is what the run then writes, and writes nothing itself", async () => {
    const id = await newFixedAsset(ledger, { original_cost: 100_000, useful_life_months: 7 });
    await newFixedAsset(ledger, { original_cost: 50_001, depreciation_method: "double_declining" });
    const path = "/depreciation-preview?period_date=2026-01-01";
    const preview = await ledger.dayzero<Preview>("GET", path);
    expect(preview.body.assets_count).toBe(2);
    expect(preview.body.entries[0]).toEqual({
      asset_id: id,
      asset_name: "Laptop",
      depreciation_amount: 14_286,
      new_accumulated: 14_286,
      new_book_value: 85_714,
    });
    expect(await ledger.dayzero("GET", path)).toMatchObject({ body: preview.body });
    const run = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } });
    expect(run.body["total_depreciation"]).toBe(preview.body.total_depreciation);
    const after = await ledger.dayzero<Preview>("GET", path);
    expect(after.body).toEqual({ period_date: "2026-01-01", assets_count: 0, total_depreciation: 0, entries: [] });
  });

  test.each(["", "?period_date=2026-01-02", "?period_date=", "?period_date=2026-01-01&period_date=2026-01-01"])(
    "with the query %j it is 422 with loc query",
    async (query) => {
      const answer = await ledger.dayzero<Invalid>("GET", `/depreciation-preview${query}`);
      expect([answer.status, answer.body.detail[0]?.loc]).toEqual([422, ["query", "period_date"]]);
    },
  );
});

describe("lists", () => {
  beforeEach(() => ledger.moveToNewBusiness());

  test("by status, category and name, all of them or page by page", async () => {
    const category = "0b8f6d43-4c1d-4a57-9f58-0d3f6c1f2a11";
    const draft = (await create({ ...laptop, name: "Chair" })).body.id;
    const active = await newFixedAsset(ledger, { category_id: category });
    const spent = await newFixedAsset(ledger, { original_cost: 100, useful_life_months: 1 });
    const sold = await newFixedAsset(ledger);
    await ledger.dayzero("POST", `/${sold}/dispose`, {
      body: { disposal_date: "2026-01-20", disposal_method: "sold" },
    });
    await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01" } });
    const ids = async (query: string): Promise<readonly string[]> =>
      (await ledger.dayzero<Assets>("GET", query)).body.assets.map(({ id }) => id);
    expect(await ids("")).toEqual([draft, active, spent, sold]);
    expect(await ids("?status=draft")).toEqual([draft]);
    expect(await ids("?status=active")).toEqual([active]);
    expect(await ids("?status=fully_depreciated")).toEqual([spent]);
    expect(await ids("?status=disposed")).toEqual([sold]);
    expect(await ids(`?category_id=${category}`)).toEqual([active]);
    expect(await ids("?search=chair")).toEqual([draft]);
    const first = await ledger.dayzero<Assets>("GET", "?limit=3");
    expect(first.body).toMatchObject({ count: 4, has_more: true });
    expect(await ids(`?limit=3&cursor=${first.body.next_cursor ?? ""}`)).toEqual([sold]);
  });

  test.each([
    ["status=gone", 422],
    ["category_id=x", 422],
    ["limit=0", 422],
    ["limit=1001", 400],
    ["cursor=x", 400],
  ])("a query of %s is %i", async (query, status) => {
    expect((await ledger.dayzero("GET", `?${query}`)).status).toBe(status);
  });
});

describe("depreciation entries", () => {
  test("carry running totals by month, whatever the order of the runs, and the changes of value since", async () => {
    const id = await newFixedAsset(ledger, { original_cost: 100_000, useful_life_months: 3 });
    const body = { update_type: "IMPROVEMENT", counter_account: "CASH", date: "2026-02-10T00:00:00Z", amount: 500 };
    await ledger.layer("POST", "/assets/value-updates", { body: { asset_id: id, ...body } });
    for (const month of ["2026-03", "2026-01", "2026-02"])
      await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: `${month}-01`, asset_ids: [id] } });
    const answer = await ledger.dayzero<{ entries: readonly Row[] }>("GET", `/${id}/depreciation-entries`);
    const figures = answer.body.entries.map((entry) => [
      entry["period_date"],
      entry["depreciation_amount"],
      entry["accumulated_depreciation"],
      entry["book_value"],
      entry["status"],
    ]);
    expect(figures).toEqual([
      ["2026-01-01", 33_333, 33_333, 66_667, "posted"],
      ["2026-02-01", 33_334, 66_667, 33_833, "posted"],
      ["2026-03-01", 33_333, 100_000, 500, "posted"],
    ]);
    expect(answer.body.entries[0]).toMatchObject({
      fixed_asset_id: id,
      created_at: expect.stringMatching(/Z$/) as string,
    });
  });
});
