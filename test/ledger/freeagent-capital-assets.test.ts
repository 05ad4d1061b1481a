// What FreeAgent's "Depreciation Profiles" and "Capital Assets" say of an asset's life (F10, F13 and the history).
import { newFixedAsset, startConversation } from "./conversation";
import type { Conversation, Row } from "./conversation";

interface Item {
  readonly type: string;
  readonly description: string;
  readonly date: string;
  readonly value: string;
  readonly link?: string;
}

interface Shown extends Row {
  readonly url: string;
  readonly capital_asset_history: readonly Item[];
}

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

async function bought(gross_value: string, dated_on: string, depreciation_profile: Row): Promise<Row & { id: string }> {
  const expense = {
    user: "https://api.freeagent.com/v2/users/1",
    category: "https://api.freeagent.com/v2/categories/602-1",
    dated_on,
    gross_value,
    description: "New computer monitor",
    capital_asset: { depreciation_profile },
  };
  const answer = await ledger.freeagent<{ expense: { url: string; capital_asset: { url: string } } }>(
    "POST",
    "/expenses",
    { body: { expense } },
  );
  expect(answer.status).toBe(201);
  const { url, capital_asset: asset } = answer.body.expense;
  return { url, id: asset.url.slice(asset.url.lastIndexOf("/") + 1) };
}

async function asset(id: string): Promise<Shown> {
  const { body } = await ledger.freeagent<{ capital_asset: Shown }>(
    "GET",
    `/capital_assets/${id}?include_history=true`,
  );
  return body.capital_asset;
}

async function depreciation(id: string): Promise<readonly string[]> {
  const { capital_asset_history: history } = await asset(id);
  return history.filter(({ type }) => type === "depreciation").map(({ date, value }) => `${date} ${value}`);
}

async function run(...months: readonly string[]): Promise<void> {
  for (const month of months)
    await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: `${month}-01` } });
}

test("the document's own history: half of 1,403.00 over two years, posted on the day of purchase", async () => {
  // From: FreeAgent API, Capital Assets, "Include capital asset history". The asset is disposed of before its second year.
  const { id, url } = await bought("-1403.0", "2019-08-19", {
    method: "straight_line",
    asset_life_years: 2,
    frequency: "annually",
  });
  await run("2019-08");
  await ledger.dayzero("POST", `/${id}/dispose`, {
    body: { disposal_date: "2020-07-03", disposal_method: "scrapped" },
  });
  const shown = await asset(id);
  expect(shown).toMatchObject({ purchased_on: "2019-08-19", disposed_on: "2020-07-03", asset_life_years: 2 });
  expect(shown.capital_asset_history).toEqual([
    { type: "purchase", description: "Other Capital Asset Purchase", date: "2019-08-19", value: "1403.0", link: url },
    { type: "depreciation", description: "Depreciation of 50%", date: "2019-08-19", value: "-701.5" },
    { type: "disposal", description: "Disposal", date: "2020-07-03", value: "-701.5" },
  ]);
});

test("F10: the life counts from the day of purchase, and at its end the value is 0", async () => {
  const { id } = await bought("-20000.0", "2015-02-15", {
    method: "straight_line",
    asset_life_years: 10,
    frequency: "annually",
  });
  expect(await depreciation(id)).toEqual(Array.from({ length: 10 }, (_, year) => `${2015 + year}-02-15 -2000.0`));
});

test("F13: the percentage reduces what the year before left", async () => {
  // 20,000, 15,000, 11,250 and 8,437.50, of each a quarter.
  const { id } = await bought("-20000.0", "2020-03-01", {
    method: "reducing_balance",
    annual_depreciation_percentage: 25,
    frequency: "annually",
  });
  expect((await depreciation(id)).slice(0, 4)).toEqual([
    "2020-03-01 -5000.0",
    "2021-03-01 -3750.0",
    "2022-03-01 -2812.5",
    "2023-03-01 -2109.38",
  ]);
});

test("monthly: one posting a month from the day of purchase on, and none after today", async () => {
  // 2,400 over two years is 100 a month.
  const { id } = await bought("-2400.0", "2020-01-31", { method: "straight_line", asset_life_years: 2 });
  const posted = await depreciation(id);
  expect(posted.slice(0, 3)).toEqual(["2020-01-31 -100.0", "2020-02-29 -100.0", "2020-03-31 -100.0"]);
  expect(posted).toHaveLength(24);
  const next = await bought("-2400.0", new Date().toISOString().slice(0, 10), {
    method: "straight_line",
    asset_life_years: 2,
  });
  expect(await depreciation(next.id)).toHaveLength(1);
});

test("no depreciation has none", async () => {
  const { id } = await bought("-20000.0", "2015-02-15", { method: "no_depreciation" });
  expect(await depreciation(id)).toEqual([]);
});

test("a run posts of a month what the history has in it, once", async () => {
  const { id } = await bought("-2400.0", "2020-01-31", { method: "straight_line", asset_life_years: 2 });
  await run("2020-01", "2020-02", "2020-01");
  const { body } = await ledger.dayzero<{ entries: readonly Row[] }>("GET", `/${id}/depreciation-entries`);
  expect(body.entries.map((entry) => [entry["period_date"], entry["depreciation_amount"]])).toEqual([
    ["2020-01-01", 10_000],
    ["2020-02-01", 10_000],
  ]);
  expect(await depreciation(id)).toHaveLength(24);
});

test("a year's posting is charged in the month of the purchase day, and in no other", async () => {
  await bought("-1403.0", "2019-08-19", { method: "straight_line", asset_life_years: 2, frequency: "annually" });
  const total = async (month: string): Promise<unknown> =>
    (await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: `${month}-01` } })).body[
      "total_depreciation"
    ];
  expect([await total("2019-08"), await total("2019-09"), await total("2020-08"), await total("2021-08")]).toEqual([
    70_150, 0, 70_150, 0,
  ]);
});

test("another profile leaves what is charged as it is and spreads the rest over the rest of the life", async () => {
  // 2,400 over two years: three months are 300. Over four years 2,100 are left for 45 months, 46.666… a month.
  const { id, url } = await bought("-2400.0", "2020-01-15", { method: "straight_line", asset_life_years: 2 });
  await run("2020-01", "2020-02", "2020-03");
  const answer = await ledger.freeagent("PUT", String(url).slice(String(url).indexOf("/expenses")), {
    body: { expense: { capital_asset: { depreciation_profile: { method: "straight_line", asset_life_years: 4 } } } },
  });
  expect(answer.status).toBe(200);
  await run("2020-04");
  const history = await depreciation(id);
  expect(history.slice(0, 5)).toEqual([
    "2020-01-31 -100.0",
    "2020-02-29 -100.0",
    "2020-03-31 -100.0",
    "2020-04-15 -46.67",
    "2020-05-15 -46.66",
  ]);
  expect(history).toHaveLength(48);
  const { body } = await ledger.dayzero<{ entries: readonly Row[] }>("GET", `/${id}/depreciation-entries`);
  expect(body.entries.map((entry) => entry["depreciation_amount"])).toEqual([10_000, 10_000, 10_000, 4_667]);
});

test("the list has views, and what came through other doors is in it, with what was charged as its history", async () => {
  const other = await newFixedAsset(ledger);
  const { id } = await bought("-2400.0", "2020-01-31", { method: "straight_line", asset_life_years: 2 });
  await run("2026-01");
  await ledger.dayzero("POST", `/${other}/dispose`, {
    body: { disposal_date: "2026-02-01", disposal_method: "scrapped" },
  });
  const list = async (view: string): Promise<readonly Shown[]> =>
    (await ledger.freeagent<{ capital_assets: readonly Shown[] }>("GET", `/capital_assets${view}`)).body.capital_assets;
  const ids = (shown: readonly Shown[]): readonly string[] =>
    shown.map(({ url }) => url.slice(url.lastIndexOf("/") + 1));
  expect(ids(await list(""))).toEqual([other, id]);
  expect(ids(await list("?view=all"))).toEqual([other, id]);
  expect(ids(await list("?view=disposed"))).toEqual([other]);
  expect(ids(await list("?view=disposable"))).toEqual([id]);
  expect((await ledger.freeagent("GET", "/capital_assets?view=lost")).status).toBe(422);
  expect((await list(""))[0]).not.toHaveProperty("capital_asset_history");
  // 6,000 over 60 months is 100; the laptop went out with the rest.
  const [laptop] = await list("?view=disposed&include_history=true");
  expect(laptop?.capital_asset_history.map(({ type, value }) => [type, value])).toEqual([
    ["purchase", "6000.0"],
    ["depreciation", "-100.0"],
    ["disposal", "-5900.0"],
  ]);
});
