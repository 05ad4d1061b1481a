// What an asset that is changed in place, by POST /assets with a known external_id, does to its other books and to the months
// that are charged. Decided in docs/LEDGER.md; the figures are a change in estimate (IAS 16.51, IAS 8.36): what is left of
// the book value over what is left of the life.
import { depreciationOf, layerAsset, startConversation } from "./conversation";
import { created, put } from "./freeagent-conversation";
import { path, straightLine } from "./intacct-conversation";
import type { Conversation, Data, Identified, Row } from "./conversation";
import type { Failure } from "./value-updates";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

async function post(body: Row): Promise<string> {
  const answer = await ledger.layer<Data<Identified>>("POST", "/assets", { body });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
}

async function refused(body: Row, status: number, word: string): Promise<string> {
  const answer = await ledger.layer<Failure>("POST", "/assets", { body });
  expect([answer.status, answer.body.errors[0]?.error_enum]).toEqual([status, word]);
  return answer.body.errors[0]?.description ?? "";
}

async function update(assetId: string, more: Row): Promise<void> {
  const answer = await ledger.layer("POST", "/assets/value-updates", { body: depreciationOf(assetId, more) });
  expect(answer.status).toBe(201);
}

test("a cost beside which the improvements would be more than is kept exactly is refused as that", async () => {
  const sent = layerAsset();
  await update(await post(sent), { update_type: "IMPROVEMENT", counter_account: "CASH" });
  await refused({ ...sent, original_value: Number.MAX_SAFE_INTEGER }, 400, "AmountOutOfRange");
});

test("the account that the depreciation of another book is posted to stays", async () => {
  const sent = layerAsset();
  await update(await post(sent), { metadata: { book: "TAX" } });
  const sentence = await refused({ ...sent, accumulated_depreciation_account: null }, 409, "AlreadyPosted");
  expect(sentence).toContain("1666 in book TAX is posted there");
});

/** 120,000 over twelve months, in service from January 2026, and its external id. */
async function yearLong(): Promise<{ readonly id: string; readonly key: unknown }> {
  const sent = layerAsset({
    original_value: 120_000,
    salvage_value: 0,
    useful_life_months: 12,
    metadata: { purchase_date: "2026-01-01" },
  });
  const id = await post(sent);
  const placed = await ledger.dayzero("POST", `/${id}/place-in-service`, { body: { service_date: "2026-01-01" } });
  expect(placed.status).toBe(200);
  return { id, key: sent["external_id"] };
}

const changed = (key: unknown, more: Row): Promise<string> =>
  post({ name: "Delivery van", asset_type: "VEHICLE", external_id: key, ...more });

/** What runs of the months charge in all. */
async function charged(months: readonly string[]): Promise<readonly number[]> {
  const totals: number[] = [];
  for (const month of months) {
    const answer = await ledger.dayzero<{ total_depreciation: number }>("POST", "/run-depreciation", {
      body: { period_date: `2026-${month}-01` },
    });
    expect(answer.status).toBe(201);
    totals.push(answer.body.total_depreciation);
  }
  return totals;
}

const half = ["01", "02", "03", "04", "05", "06"];

describe("the months that are charged stay, and what is left is spread over what is left of the life", () => {
  test("after another life: 60,000 over two months", async () => {
    const { key } = await yearLong();
    await charged(half);
    await changed(key, { useful_life_months: 8 });
    expect(await charged(["07", "08", "09", "10"])).toEqual([30_000, 30_000, 0, 0]);
  });

  test("after a life that is over by then nothing is charged, and the run says why", async () => {
    const { key } = await yearLong();
    await charged(half);
    await changed(key, { useful_life_months: 4 });
    const body = { period_date: "2026-07-01" };
    const run = await ledger.dayzero<{ errors: readonly string[] }>("POST", "/run-depreciation", { body });
    expect(run.body.errors).toEqual([expect.stringContaining("The life is over")]);
  });

  test("after another salvage value: 48,000 over six months", async () => {
    const { key } = await yearLong();
    await charged(half);
    await changed(key, { salvage_value: 12_000 });
    expect(await charged(["07", "12"])).toEqual([8_000, 8_000]);
  });

  test("after another cost: 72,000 over six months", async () => {
    const { key } = await yearLong();
    await charged(half);
    await changed(key, { original_value: 132_000 });
    expect(await charged(["07", "12"])).toEqual([12_000, 12_000]);
  });

  test("after a cost below what is charged beside an improvement nothing is left, and no run complains", async () => {
    const { id, key } = await yearLong();
    await charged(half);
    await update(id, { update_type: "IMPROVEMENT", counter_account: "CASH", amount: 20_000 });
    await changed(key, { original_value: 50_000 });
    const run = await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-07-01" } });
    expect(run.body).toMatchObject({ entries_created: 0, errors: [] });
  });

  test("a change of what is no term, or of a life that a rule stands in for, leaves the schedule as it is", async () => {
    const { id, key } = await yearLong();
    await charged(["01", "03"]);
    await changed(key, { memo: "Checked", useful_life_months: 12 });
    expect(await charged(["02"])).toEqual([10_000]);
    await newRule(id, 1);
    await charged(["05"]);
    await changed(key, { useful_life_months: 24 });
    expect(await charged(["04"])).toEqual([10_000]);
  });

  test("a purchase whose amount and profile change at once keeps the year that is posted in advance", async () => {
    const yearly = (asset_life_years: number) => ({ method: "straight_line", asset_life_years, frequency: "annually" });
    const expense = await created(ledger, yearly(10), { dated_on: "2025-02-01", gross_value: "-1000" });
    const run = async (month: string): Promise<unknown> => {
      const body = { period_date: `${month}-01` };
      return (await ledger.dayzero("POST", "/run-depreciation", { body })).body["total_depreciation"];
    };
    expect(await run("2025-02")).toBe(10_000);
    await put(ledger, expense.url, {
      gross_value: "-1900",
      capital_asset: { depreciation_profile: yearly(4) },
    });
    // 1,800.00 over the three years from February 2026, not from March 2025.
    expect([await run("2025-03"), await run("2026-02"), await run("2027-02")]).toEqual([0, 60_000, 60_000]);
  });
});

async function newRule(id: string, usefulLife: number): Promise<void> {
  const body = straightLine("", { asset: { key: id }, usefulLife });
  expect((await ledger.intacct("POST", path, { body })).status).toBe(201);
}

async function reverse(updateId: string): Promise<void> {
  const { body } = await ledger.layer<Data<readonly Identified[]>>("GET", `/ledger/entries?source_id=${updateId}`);
  const answer = await ledger.layer("POST", `/ledger/entries/${body.data[0]?.id ?? ""}/reverse`);
  expect(answer.status).toBe(201);
}

async function charge(assetId: string, more: Row): Promise<string> {
  const body = depreciationOf(assetId, { amount: 10_000, ...more });
  const answer = await ledger.layer<Data<Identified>>("POST", "/assets/value-updates", { body });
  expect(answer.status).toBe(201);
  return answer.body.data.id;
}

describe("a reversal after a change of terms", () => {
  test("gives back what had counted as taken, although it was dated after the months that are charged", async () => {
    const { id } = await yearLong();
    await charged(["01", "02"]);
    const march = await charge(id, { date: "2026-04-15T00:00:00Z", metadata: { period_end: "2026-03-31" } });
    await newRule(id, 1);
    await reverse(march);
    // 100,000 over nine months.
    expect(await charged(["04", "12"])).toEqual([11_111, 11_111]);
  });

  test("gives back nothing of what was charged after the change", async () => {
    const { id } = await yearLong();
    await charged(["01", "03"]);
    await newRule(id, 1);
    await reverse(await charge(id, { date: "2026-02-28T00:00:00Z" }));
    // 100,000 over nine months.
    expect(await charged(["04", "12"])).toEqual([11_111, 11_111]);
  });
});
