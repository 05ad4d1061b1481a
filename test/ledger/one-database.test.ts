// Four dialects, one set of books: what comes in through one door counts at the others. Expected amounts are worked out by
// hand beside each test.
import { entriesOf, fresh, newFixedAsset, newLayerAsset, startConversation } from "./conversation";
import type { Conversation, Row } from "./conversation";

const rules = "/objects/fixed-assets/asset-depreciation-rule";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

interface Created {
  readonly "ia::result": { readonly key: string };
}

async function newRule(asset: Row, more: Row): Promise<string> {
  const body = { asset, postingRule: { key: "2" }, depreciationMethod: { id: "SL" }, ...more };
  const answer = await ledger.intacct<Created>("POST", rules, { body });
  expect(answer.status).toBe(201);
  return answer.body["ia::result"].key;
}

async function total(month: string): Promise<unknown> {
  const { body } = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: `${month}-01` } });
  return body["total_depreciation"];
}

async function amounts(id: string): Promise<readonly unknown[]> {
  const { body } = await ledger.dayzero<{ entries: readonly Row[] }>("GET", `/${id}/depreciation-entries`);
  return body.entries.map((entry) => entry["depreciation_amount"]);
}

describe("a rule of Sage Intacct", () => {
  test("gives the run its life: the same in the preview, the run, the journal and both lists of assets", async () => {
    // 6,000.00 over 60 months is 100.00 a month, over 30 months 200.00.
    const id = await newFixedAsset(ledger);
    await newRule({ key: id }, { usefulLife: 30 });
    const preview = await ledger.dayzero("GET", "/depreciation-preview?period_date=2026-01-01");
    expect(preview.body).toMatchObject({ total_depreciation: 20_000 });
    expect(await total("2026-01")).toBe(20_000);
    expect(await entriesOf(ledger, id)).toContain(
      "DEPRECIATION_AMORTIZATION 2026-01-31: debit 20000 DEPRECIATION, credit 20000 ACCUMULATED_DEPRECIATION",
    );
    expect((await ledger.dayzero("GET", `/${id}`)).body).toMatchObject({
      useful_life_months: 30,
      remaining_life_months: 29,
      monthly_depreciation_amount: 20_000,
    });
    expect((await ledger.layer<{ data: Row }>("GET", `/assets/${id}`)).body.data["useful_life_months"]).toBe(30);
  });

  test("gives the run its method and rate; a declining balance without one takes twice the straight line", async () => {
    // 6,000.00: at 30 % a twelfth of 1,800.00; at 2 / 5 years a twelfth of 2,400.00; at 100 % a twelfth of all.
    const by = async (more: Row): Promise<unknown> => {
      await ledger.moveToNewBusiness();
      const id = await newFixedAsset(ledger);
      await newRule({ key: id }, { usefulLife: 60, depreciationMethod: { id: "DB" }, ...more });
      return total("2026-01");
    };
    expect(await by({ depreciationRate: "30.00" })).toBe(15_000);
    expect(await by({})).toBe(20_000);
    expect(await by({ depreciationRate: "100.00" })).toBe(50_000);
    expect(await by({ depreciationRate: "1.00" })).toBe(500);
  });

  test("a rate beside the straight line is kept and not counted", async () => {
    await newRule({ key: await newFixedAsset(ledger) }, { usefulLife: 60, depreciationRate: "30.00" });
    expect(await total("2026-01")).toBe(10_000);
  });

  test("posted history stays: a change spreads what is left over what is left of the life", async () => {
    // Two months at 100.00 leave 5,800.00 for 28 of 30 months: 207.142857…; then 5,592.86 for 57 of 60: 98.12.
    const id = await newFixedAsset(ledger);
    await total("2026-01");
    await total("2026-02");
    const key = await newRule({ key: id }, { usefulLife: 30 });
    expect(await total("2026-03")).toBe(20_714);
    await ledger.intacct("PATCH", `${rules}/${key}`, { body: { usefulLife: 60 } });
    expect(await total("2026-04")).toBe(9_812);
    expect(await amounts(id)).toEqual([10_000, 10_000, 20_714, 9_812]);
  });

  test("at the end of the new life nothing is left, whatever was charged before", async () => {
    // 6,000.00: one month at 100.00, then 5,900.00 over five more.
    const id = await newFixedAsset(ledger);
    await total("2026-01");
    await newRule({ key: id }, { usefulLife: 6 });
    for (const month of ["02", "03", "04", "05", "06", "07"]) await total(`2026-${month}`);
    expect(await amounts(id)).toEqual([10_000, 118_000, 118_000, 118_000, 118_000, 118_000]);
    expect((await ledger.dayzero("GET", `/${id}`)).body).toMatchObject({ book_value: 0, status: "fully_depreciated" });
  });

  test("a life that is over already is told in the run's errors, and nothing is charged", async () => {
    const id = await newFixedAsset(ledger);
    for (const month of ["01", "02", "03"]) await total(`2026-${month}`);
    await newRule({ key: id }, { usefulLife: 2 });
    const { body } = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-04-01" } });
    expect(body).toMatchObject({ total_depreciation: 0, errors: [expect.stringContaining(id)] });
  });

  test("once it is deleted the asset's own terms count again", async () => {
    // 100.00 of 6,000.00 is gone after the rule's month of 200.00: 5,800.00 for 59 of 60 months is 98.31.
    const id = await newFixedAsset(ledger);
    const key = await newRule({ key: id }, { usefulLife: 30 });
    expect(await total("2026-01")).toBe(20_000);
    await ledger.intacct("DELETE", `${rules}/${key}`);
    expect(await total("2026-02")).toBe(9_831);
    expect((await ledger.dayzero("GET", `/${id}`)).body).toMatchObject({ useful_life_months: 60 });
  });

  test("of the tax book is kept, and no run goes by it", async () => {
    const id = await newFixedAsset(ledger);
    await newRule({ key: id }, { usefulLife: 30, postingRule: { key: "4" } });
    expect(await total("2026-01")).toBe(10_000);
  });

  test("is not made for an asset that is disposed of", async () => {
    const id = await newFixedAsset(ledger);
    await ledger.dayzero("POST", `/${id}/dispose`, { body: { disposal_date: "2026-02-01", disposal_method: "lost" } });
    const body = { asset: { key: id }, postingRule: { key: "2" }, depreciationMethod: { id: "SL" }, usefulLife: 5 };
    expect((await ledger.intacct("POST", rules, { body })).status).toBe(400);
  });

  test("two at once for one asset make one rule", async () => {
    const id = await newLayerAsset(ledger);
    const body = { asset: { key: id }, postingRule: { key: "2" }, depreciationMethod: { id: "SL" }, usefulLife: 5 };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ledger.intacct<Created>("POST", rules, { body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400]);
  });
});

describe("a purchase of FreeAgent", () => {
  test("is an asset at the other doors and an entry in the journal", async () => {
    const receipt_reference = fresh("A");
    const expense = {
      user: "https://api.freeagent.com/v2/users/1",
      category: "https://api.freeagent.com/v2/categories/602-1",
      dated_on: "2024-02-01",
      gross_value: "-20000.0",
      description: "Press",
      receipt_reference,
      capital_asset: { depreciation_profile: { method: "straight_line", asset_life_years: 10 } },
    };
    expect((await ledger.freeagent("POST", "/expenses", { body: { expense } })).status).toBe(201);
    const { body } = await ledger.layer<{ data: readonly Row[] }>("GET", "/assets");
    expect(body.data).toMatchObject([
      { name: "Press", external_id: receipt_reference, original_value: 2_000_000, useful_life_months: 120 },
    ]);
    const [asset] = (await ledger.dayzero<{ assets: readonly Row[] }>("GET", "")).body.assets;
    expect(asset).toMatchObject({
      asset_number: receipt_reference,
      original_cost: 2_000_000,
      in_service_date: "2024-02-01",
      depreciation_method: "straight_line",
      status: "active",
    });
    expect(await entriesOf(ledger, String(asset?.["id"]))).toEqual([
      "ACQUISITION 2024-02-01: debit 2000000 FIXED_ASSETS, credit 2000000 ASSET_CLEARING",
    ]);
    expect((await ledger.plain("GET", "/trial-balance")).body).toMatchObject({ debit: 2_000_000, credit: 2_000_000 });
    const found = await ledger.intacct<{ "ia::result": readonly Row[] }>("POST", "/services/core/query", {
      body: { object: "fixed-assets/asset", fields: ["id", "cost"] },
    });
    expect(found.body["ia::result"]).toEqual([{ id: receipt_reference, cost: "20000.00" }]);
  });
});
