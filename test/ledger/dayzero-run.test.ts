// What DayZero's "Run depreciation" says, statement by statement (D1 to D30). Where the document is silent, the name says
// what this ledger decided; docs/LEDGER.md has the reasons. D2, D28 and D29 are about the real system's address and names.
import { entriesOf, newFixedAsset, startConversation } from "./conversation";
import type { Conversation, Row } from "./conversation";

interface Run {
  readonly period_date: string;
  readonly assets_processed: number;
  readonly total_depreciation: number;
  readonly entries_created: number;
  readonly journal_entries_created: number;
  readonly errors: readonly string[];
}

interface Invalid {
  readonly detail: readonly {
    readonly loc: readonly (string | number)[];
    readonly msg: string;
    readonly type: string;
  }[];
}

interface Entries {
  readonly entries: readonly (Row & { readonly depreciation_amount: number })[];
  readonly count: number;
}

// Each test has a ledger of its own business, so "all active assets" are the test's own.
let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

async function run(body: Row) {
  return ledger.dayzero<Run>("POST", "/run-depreciation", { body });
}

async function entries(assetId: string): Promise<Entries> {
  return (await ledger.dayzero<Entries>("GET", `/${assetId}/depreciation-entries`)).body;
}

describe("a run of a month", () => {
  test("D1 D5 D14 D16: the minimal body of the document is answered with 201", async () => {
    expect((await run({ period_date: "2026-01-01" })).status).toBe(201);
  });

  test("D10 D15 D17 D18 D19 D20 D21 D22: every active asset gets one entry, amounts in whole cents", async () => {
    await newFixedAsset(ledger);
    await newFixedAsset(ledger, { original_cost: 100_000, useful_life_months: 3 });
    expect((await run({ period_date: "2026-01-01" })).body).toEqual({
      period_date: "2026-01-01",
      assets_processed: 2,
      total_depreciation: 10_000 + 33_333,
      entries_created: 2,
      journal_entries_created: 2,
      errors: [],
    });
  });

  test("D7: the first day names the whole month, and the entry is dated by its last day", async () => {
    const id = await newFixedAsset(ledger);
    await run({ period_date: "2026-02-01" });
    expect((await entries(id)).entries[0]).toMatchObject({ period_date: "2026-02-01" });
    expect(await entriesOf(ledger, id)).toContain(
      "DEPRECIATION_AMORTIZATION 2026-02-28: debit 10000 DEPRECIATION, credit 10000 ACCUMULATED_DEPRECIATION",
    );
  });

  test("D9: only the assets that are named", async () => {
    const [named, other] = [await newFixedAsset(ledger), await newFixedAsset(ledger)];
    expect((await run({ period_date: "2026-01-01", asset_ids: [named, named] })).body).toMatchObject({
      assets_processed: 1,
      errors: [],
    });
    expect([(await entries(named)).count, (await entries(other)).count]).toEqual([1, 0]);
  });

  test("D12 D13 (decided): journal entries are made unless they are declined", async () => {
    const id = await newFixedAsset(ledger);
    const declined = await run({ period_date: "2026-01-01", create_journal_entries: false });
    expect(declined.body).toMatchObject({ entries_created: 1, journal_entries_created: 0 });
    expect((await entries(id)).entries[0]).toMatchObject({ status: "pending", journal_entry_id: null });
    expect((await run({ period_date: "2026-02-01" })).body).toMatchObject({ journal_entries_created: 1 });
    expect((await entries(id)).entries[1]).toMatchObject({ status: "posted" });
  });

  test("a later run with journal entries writes those that were declined, and no second charge", async () => {
    const id = await newFixedAsset(ledger);
    await run({ period_date: "2026-01-01", create_journal_entries: false });
    const later = await run({ period_date: "2026-01-01", create_journal_entries: true });
    expect(later.body).toMatchObject({ entries_created: 0, total_depreciation: 0, journal_entries_created: 1 });
    expect(later.body.errors).toHaveLength(1);
    expect((await entries(id)).entries).toEqual([expect.objectContaining({ status: "posted" })]);
    expect(await entriesOf(ledger, id)).toHaveLength(2);
  });

  test("D23: what could not be depreciated is named in errors of a 201, and the rest is done", async () => {
    const [good, draft] = [await newFixedAsset(ledger), await newDraft()];
    const nobody = "11111111-2222-4333-8444-555555555555";
    const { status, body } = await run({ period_date: "2026-01-01", asset_ids: [good, draft, nobody, "x"] });
    expect([status, body.assets_processed, body.errors.length]).toEqual([201, 1, 3]);
    expect(body.errors.join("\n")).toContain(`${draft} "Laptop": is a draft; place it in service first.`);
    expect(body.errors.join("\n")).toContain(`${nobody}: does not exist in this business.`);
  });

  test("D27 (decided): a second run of a month makes no second entry and says so", async () => {
    const id = await newFixedAsset(ledger);
    await run({ period_date: "2026-01-01" });
    const { status, body } = await run({ period_date: "2026-01-01" });
    expect([status, body.assets_processed, body.total_depreciation, body.entries_created]).toEqual([201, 0, 0, 0]);
    expect(body.errors).toEqual([`Asset ${id} "Laptop": is already depreciated for 2026-01.`]);
    expect((await entries(id)).count).toBe(1);
  });

  test("ten runs of a month at once make one entry an asset", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => newFixedAsset(ledger)));
    const runs = await Promise.all(Array.from({ length: 10 }, () => run({ period_date: "2026-01-01" })));
    expect(runs.reduce((sum, { body }) => sum + body.entries_created, 0)).toBe(3);
    for (const id of ids) expect((await entries(id)).count).toBe(1);
  });

  test("D30: the total is the sum of the entries, and no entry is without an asset or an error", async () => {
    const ids = [await newFixedAsset(ledger), await newFixedAsset(ledger, { original_cost: 123_457 })];
    const { body } = await run({ period_date: "2026-01-01", asset_ids: [...ids, await newDraft()] });
    const charges = await Promise.all(ids.map(async (id) => (await entries(id)).entries[0]?.depreciation_amount ?? 0));
    expect(body.total_depreciation).toBe(charges.reduce((sum, charge) => sum + charge, 0));
    expect(body.entries_created).toBeLessThanOrEqual(body.assets_processed + body.errors.length);
  });

  test("an asset of another business is not there", async () => {
    const theirs = await newFixedAsset(ledger);
    await ledger.moveToNewBusiness();
    const { body } = await run({ period_date: "2026-01-01", asset_ids: [theirs] });
    expect([body.assets_processed, body.errors.length]).toEqual([0, 1]);
  });
});

describe("the charges of a run", () => {
  async function charged(months: readonly string[]): Promise<readonly number[]> {
    const totals: number[] = [];
    for (const month of months) totals.push((await run({ period_date: `${month}-01` })).body.total_depreciation);
    return totals;
  }

  test("straight line by running totals: 1,000.00 over three months", async () => {
    await newFixedAsset(ledger, { original_cost: 100_000, useful_life_months: 3 });
    expect(await charged(["2026-01", "2026-02", "2026-03", "2026-04"])).toEqual([33_333, 33_334, 33_333, 0]);
  });

  test("the order in which months are run does not count", async () => {
    await newFixedAsset(ledger, { original_cost: 100_000, useful_life_months: 3 });
    expect(await charged(["2026-03", "2026-01", "2026-02"])).toEqual([33_333, 33_333, 33_334]);
  });

  test.each(["declining_balance", "double_declining"])(
    "%s takes twice the straight-line rate, evenly inside a year (decided: DayZero documents no rate)",
    async (method) => {
      // 10,000.00 over five years: 4,000.00 in the first year and 2,400.00 in the second, as in oanor's example.
      await newFixedAsset(ledger, { original_cost: 1_000_000, salvage_value: 100_000, depreciation_method: method });
      expect(await charged(["2026-01", "2026-12", "2027-01"])).toEqual([33_333, 33_333, 20_000]);
    },
  );

  test("nothing before the asset is in service; a run of all assets passes over it in silence", async () => {
    const id = await newFixedAsset(ledger, {}, "2026-03-20");
    expect((await run({ period_date: "2026-02-01" })).body).toMatchObject({ assets_processed: 0, errors: [] });
    const { errors } = (await run({ period_date: "2026-02-01", asset_ids: [id] })).body;
    expect(errors[0]).toContain("has nothing to depreciate in 2026-02; it is in service from 2026-03-20.");
    expect(await charged(["2026-03"])).toEqual([10_000]);
  });

  test("months up to the opening date are in the opening amount; the rest follows the original terms", async () => {
    const opening = { opening_accumulated_depreciation: 50_000, opening_date: "2026-05-31" };
    const id = await newFixedAsset(ledger, { ...opening, original_cost: 120_000, useful_life_months: 12 });
    expect(await charged(["2026-05", "2026-06"])).toEqual([0, 10_000]);
    expect((await entries(id)).entries[0]).toMatchObject({ accumulated_depreciation: 60_000, book_value: 60_000 });
  });

  test("never below the salvage value, however much was taken through another door", async () => {
    const id = await newFixedAsset(ledger, { original_cost: 100_000, salvage_value: 10_000, useful_life_months: 9 });
    await ledger.layer("POST", "/assets/value-updates", {
      body: {
        asset_id: id,
        amount: 85_000,
        update_type: "DEPRECIATION_AMORTIZATION",
        counter_account: "DEPRECIATION",
        date: "2026-01-31T00:00:00Z",
      },
    });
    expect(await charged(["2026-02", "2026-03"])).toEqual([5_000, 0]);
  });

  test("an asset that the engine cannot compute is told; the others are done", async () => {
    await newFixedAsset(ledger);
    const late = await newFixedAsset(ledger, {}, "9998-01-01");
    const huge = await newFixedAsset(ledger, { original_cost: Number.MAX_SAFE_INTEGER });
    const { body } = await run({ period_date: "2026-01-01" });
    expect([body.assets_processed, body.errors.length]).toEqual([1, 2]);
    expect(body.errors[0]).toContain(late);
    expect(body.errors[1]).toContain(`${huge} "Laptop": has amounts of 9007199254740991 cents`);
  });

  test("D19: a total that JSON could not carry exactly is never formed; the asset too many is told", async () => {
    const terms = { original_cost: 4_000_000_000_000_000, useful_life_months: 1 };
    const ids = [
      await newFixedAsset(ledger, terms),
      await newFixedAsset(ledger, terms),
      await newFixedAsset(ledger, terms),
    ];
    const { body } = await run({ period_date: "2026-01-01", asset_ids: ids });
    expect([body.assets_processed, body.total_depreciation]).toEqual([2, 8_000_000_000_000_000]);
    expect(body.errors[0]).toContain(ids[2]);
  });
});

describe("a request that is not right", () => {
  async function invalid(body: unknown): Promise<Invalid["detail"]> {
    const answer = await ledger.dayzero<Invalid>("POST", "/run-depreciation", { body });
    expect(answer.status).toBe(422);
    return answer.body.detail;
  }

  test("D6 D24 D25 D26: without period_date, 422 with loc, msg and type", async () => {
    expect(await invalid({})).toEqual([
      {
        loc: ["body", "period_date"],
        msg: expect.stringContaining("period_date is missing") as string,
        type: "missing",
        input: {},
      },
    ]);
  });

  test.each([
    "2026-13-01",
    "2026-02-30",
    "01/01/2026",
    "2026-1-1",
    "",
    20260101,
    null,
    "1800-01-01",
    "2026-01-01T00:00:00Z",
  ])("D6 D26: period_date cannot be %j", async (period_date) => {
    expect((await invalid({ period_date }))[0]?.loc).toEqual(["body", "period_date"]);
  });

  test.each(["2026-01-02", "2026-01-31"])(
    "D8 (decided): %s is refused: it is not the first of a month",
    async (date) => {
      const [line] = await invalid({ period_date: date });
      expect(line).toMatchObject({
        loc: ["body", "period_date"],
        msg: expect.stringContaining("the first day of a month") as string,
      });
    },
  );

  test("D11 (decided): an empty list of assets is refused, for it could mean all or none", async () => {
    const [line] = await invalid({ period_date: "2026-01-01", asset_ids: [] });
    expect(line).toMatchObject({ loc: ["body", "asset_ids"], type: "too_short", ctx: { limit: 1 } });
  });

  test("D9 D25: an asset id that is no text is named by its place", async () => {
    const [line] = await invalid({ period_date: "2026-01-01", asset_ids: ["a", 7] });
    expect(line).toMatchObject({ loc: ["body", "asset_ids", 1], type: "string_type" });
  });

  test("D12: create_journal_entries cannot be text", async () => {
    const [line] = await invalid({ period_date: "2026-01-01", create_journal_entries: "true" });
    expect(line).toMatchObject({ loc: ["body", "create_journal_entries"], type: "bool_type" });
  });

  test.each([["{"], ["[]"], ["null"], ['"text"']])("D24: a body of %s is 422", async (bytes) => {
    const answer = await ledger.dayzero<Invalid>("POST", "/run-depreciation", { bytes });
    expect([answer.status, answer.body.detail[0]?.loc[0]]).toEqual([422, "body"]);
  });
});

async function newDraft(): Promise<string> {
  const body = { name: "Laptop", purchase_date: "2026-01-01", original_cost: 600_000 };
  return (await ledger.dayzero<{ id: string }>("POST", "", { body })).body.id;
}
