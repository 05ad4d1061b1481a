// What FreeAgent's "Depreciation Profiles" says, statement by statement (F1 to F23; F4 and F21 are in freeagent-xml, F10 and F13
// in freeagent-capital-assets). Where the document is silent, the name says what this ledger decided; docs/LEDGER.md has the
// reasons.
import { entriesOf, fresh, startConversation } from "./conversation";
import { assetOf, created, expectRefused, expenseOf, idOf, post, put, straightLine } from "./freeagent-conversation";
import type { Conversation, Row } from "./conversation";
import type { Expense } from "./freeagent-conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

describe("a purchase with a profile", () => {
  test("F1: the profile lies inside capital_asset, in the request and in the answer", async () => {
    expect((await created(ledger)).capital_asset).toMatchObject({ depreciation_profile: straightLine });
    await expectRefused(ledger, expenseOf(undefined, { capital_asset: straightLine }), "capital_asset is missing");
    await expectRefused(ledger, expenseOf(undefined, { capital_asset: undefined }), "capital_asset is missing");
  });

  test("F2: on creating and on updating the entity that is the purchase", async () => {
    const { url } = await created(ledger);
    const profile = { method: "reducing_balance", annual_depreciation_percentage: 25, frequency: "monthly" };
    const answer = await put(ledger, url, { capital_asset: { depreciation_profile: profile } });
    expect([answer.status, answer.body.expense.capital_asset.depreciation_profile]).toEqual([200, profile]);
  });

  test("F3: fetching the capital asset gives the profile", async () => {
    expect(await assetOf(ledger, await created(ledger))).toMatchObject({
      description: "An example capital asset expense",
      purchased_on: "2024-02-01",
      asset_life_years: 10,
      depreciation_profile: straightLine,
    });
  });

  test("F5: three methods, and no other", async () => {
    for (const profile of [
      { method: "straight_line", asset_life_years: 3, frequency: "monthly" },
      { method: "reducing_balance", annual_depreciation_percentage: 20, frequency: "annually" },
      { method: "no_depreciation" },
    ])
      expect((await assetOf(ledger, await created(ledger, profile))).depreciation_profile).toEqual(profile);
    for (const method of ["declining_balance", "Straight_line", "", undefined, 1])
      await expectRefused(ledger, expenseOf({ ...straightLine, method }), "method is");
  });

  test("F6: two frequencies; annual is none", async () => {
    for (const frequency of ["monthly", "annually"])
      expect(await assetOf(ledger, await created(ledger, { ...straightLine, frequency }))).toMatchObject({
        depreciation_profile: { frequency },
      });
    for (const frequency of ["annual", "yearly", "quarterly", "", null])
      await expectRefused(ledger, expenseOf({ ...straightLine, frequency }), "must be one of monthly, annually");
  });

  test("F7: without a frequency it is monthly", async () => {
    const profile = { method: "straight_line", asset_life_years: 10 };
    expect((await assetOf(ledger, await created(ledger, profile))).depreciation_profile).toEqual({
      ...profile,
      frequency: "monthly",
    });
  });

  test("F8: a straight line needs its years, a whole number", async () => {
    for (const asset_life_years of [undefined, null, "10", 2.5])
      await expectRefused(ledger, expenseOf({ ...straightLine, asset_life_years }), "asset_life_years is");
  });

  test("F9: from 2 to 25", async () => {
    for (const asset_life_years of [-2, 0, 1, 26])
      await expectRefused(ledger, expenseOf({ ...straightLine, asset_life_years }), "from 2 to 25");
    for (const asset_life_years of [2, 25])
      expect(await assetOf(ledger, await created(ledger, { ...straightLine, asset_life_years }))).toMatchObject({
        asset_life_years,
      });
  });

  test("F11: a reducing balance needs its percentage, a whole number", async () => {
    for (const annual_depreciation_percentage of [undefined, null, "25", 12.5])
      await expectRefused(
        ledger,
        expenseOf({ method: "reducing_balance", annual_depreciation_percentage }),
        "annual_depreciation_percentage is",
      );
  });

  test("F12: from 1 to 99", async () => {
    const of = (annual_depreciation_percentage: number): Row => ({
      method: "reducing_balance",
      annual_depreciation_percentage,
    });
    for (const percent of [0, 100]) await expectRefused(ledger, expenseOf(of(percent)), "from 1 to 99");
    for (const percent of [1, 99])
      expect(await assetOf(ledger, await created(ledger, of(percent)))).toMatchObject({
        depreciation_profile: of(percent),
      });
  });

  test("F14: no depreciation takes nothing beside it", async () => {
    expect((await assetOf(ledger, await created(ledger, { method: "no_depreciation" }))).depreciation_profile).toEqual({
      method: "no_depreciation",
    });
    await expectRefused(ledger, expenseOf({ method: "no_depreciation", frequency: "monthly" }), "takes no frequency");
  });

  test("F15: all is required but the frequency", async () => {
    await expectRefused(ledger, expenseOf({}), "method is missing");
    await expectRefused(
      ledger,
      expenseOf({ method: "straight_line", frequency: "monthly" }),
      "asset_life_years is missing",
    );
    await created(ledger, { method: "reducing_balance", annual_depreciation_percentage: 5 });
  });

  test("F16 (decided): a number that belongs to another method is refused", async () => {
    await expectRefused(
      ledger,
      expenseOf({ method: "reducing_balance", annual_depreciation_percentage: 25, asset_life_years: 5 }),
      "asset_life_years is 5, but reducing_balance takes no asset_life_years.",
    );
    await expectRefused(
      ledger,
      expenseOf({ ...straightLine, annual_depreciation_percentage: 25 }),
      "straight_line takes no annual_depreciation_percentage.",
    );
  });
});

describe("the expense", () => {
  test("F17: the document's request is taken, and comes back as it was", async () => {
    const answer = await post(ledger, expenseOf());
    expect([answer.status, answer.headers.get("location")]).toEqual([201, answer.body.expense.url]);
    const { capital_asset: asset, ...expense } = answer.body.expense;
    const text = expect.any(String) as string;
    expect({ ...expense, capital_asset: { depreciation_profile: asset.depreciation_profile } }).toEqual({
      ...expenseOf(),
      url: text,
      created_at: text,
      updated_at: text,
    });
    const { body } = await ledger.freeagent<Expense>("GET", `/expenses/${idOf(expense.url)}`);
    expect(body.expense).toEqual(answer.body.expense);
  });

  test("the amount is text, goes out and is posted to the cent", async () => {
    const { capital_asset: asset } = await created(ledger, undefined, { gross_value: "-1403.05" });
    expect(await entriesOf(ledger, idOf(asset.url))).toEqual([
      "ACQUISITION 2024-02-01: debit 140305 FIXED_ASSETS, credit 140305 ASSET_CLEARING",
    ]);
    for (const gross_value of ["20000.0", "0", "-0.0", "-1.001", "-1e3", "", "-99999999999999999", -20000])
      await expectRefused(ledger, expenseOf(undefined, { gross_value }), "gross_value is");
  });

  test("what is missing or wrong is told at once", async () => {
    await expectRefused(ledger, { dated_on: "2024-02-30" }, "dated_on is");
    await expectRefused(ledger, { dated_on: "2024-02-30" }, "user is missing");
    await expectRefused(ledger, expenseOf(undefined, { currency: "pounds" }), 'currency is "pounds"');
  });

  test("(decided) the reference is the asset's id in the sheet, so it is given once; the books have one currency", async () => {
    const receipt_reference = fresh("A");
    const first = await created(ledger, undefined, { receipt_reference });
    expect(first["receipt_reference"]).toBe(receipt_reference);
    await expectRefused(ledger, expenseOf(undefined, { receipt_reference }), "is taken by asset");
    await expectRefused(ledger, expenseOf(undefined, { currency: "EUR" }), "these books are kept in GBP");
  });

  test("(decided) an update of the amount posts the difference; day, currency and reference stay", async () => {
    const expense = await created(ledger);
    expect(
      (await put(ledger, expense.url, { gross_value: "-19000", description: "A press" })).body.expense,
    ).toMatchObject({
      gross_value: "-19000.0",
      description: "A press",
      capital_asset: { depreciation_profile: straightLine },
    });
    expect(await entriesOf(ledger, idOf(expense.capital_asset.url))).toContain(
      "COST_CORRECTION 2024-02-01: debit 100000 ASSET_CLEARING, credit 100000 FIXED_ASSETS",
    );
    for (const change of [{ dated_on: "2024-02-02" }, { currency: "EUR" }, { receipt_reference: "other" }])
      expect((await put(ledger, expense.url, change)).status).toBe(422);
    expect((await put(ledger, expense.url, { dated_on: "2024-02-01", currency: "GBP" })).status).toBe(200);
  });
});

describe("the deprecated schedule", () => {
  const sentence = "`depreciation_schedule` is deprecated, use `depreciation_profile` instead";
  const withSchedule = (years: unknown): Row =>
    expenseOf(undefined, { capital_asset: {}, depreciation_schedule: years });

  test("F18: an asset made with it is updated with either; one made with a profile only with a profile", async () => {
    const first = await post(ledger, withSchedule("3"));
    expect(first.body.expense.capital_asset.depreciation_profile).toEqual({ ...straightLine, asset_life_years: 3 });
    const { url } = first.body.expense;
    expect((await put(ledger, url, { depreciation_schedule: 5 })).body.expense.capital_asset).toMatchObject({
      depreciation_profile: { asset_life_years: 5 },
    });
    expect((await put(ledger, url, { capital_asset: { depreciation_profile: straightLine } })).status).toBe(200);
    expect((await put(ledger, url, { depreciation_schedule: 5 })).status).toBe(422);
  });

  test("F19: for an asset with a profile it is 422, wherever it stands, and nothing changes", async () => {
    const expense = await created(ledger);
    expect((await put(ledger, expense.url, { depreciation_schedule: 5, description: "Another" })).status).toBe(422);
    expect((await put(ledger, expense.url, { capital_asset: { depreciation_schedule: 5 } })).status).toBe(422);
    expect(await assetOf(ledger, expense)).toMatchObject({
      description: "An example capital asset expense",
      depreciation_profile: straightLine,
    });
  });

  test("F20: with exactly this body", async () => {
    const { body } = await put(ledger, (await created(ledger)).url, { depreciation_schedule: 5 });
    expect(body).toEqual({ errors: { error: { message: sentence } } });
  });

  test("F22: the field is depreciation_schedule; the document's misspelt deprecation_schedule is an unknown field", async () => {
    expect((await put(ledger, (await created(ledger)).url, { deprecation_schedule: 5 })).status).toBe(200);
    await expectRefused(
      ledger,
      expenseOf(undefined, { capital_asset: {}, deprecation_schedule: 5 }),
      "capital_asset is missing",
    );
  });

  test("(decided) 0 is no depreciation, 2 to 7 years are posted annually, and both forms at once are refused", async () => {
    expect((await post(ledger, withSchedule(0))).body.expense.capital_asset.depreciation_profile).toEqual({
      method: "no_depreciation",
    });
    for (const years of [1, 8, 2.5, "ten"])
      await expectRefused(ledger, withSchedule(years), "depreciation_schedule is");
    await expectRefused(ledger, expenseOf(undefined, { depreciation_schedule: 3 }), "Both");
  });
});

test("F23 (decided): of the entities that can be a purchase, whose list the document lost, expenses are served", async () => {
  for (const path of ["/bills", "/bank_transaction_explanations"])
    expect(await ledger.freeagent("POST", path, { body: {} })).toMatchObject({
      status: 404,
      body: { errors: { error: { message: "Resource not found" } } },
    });
});
