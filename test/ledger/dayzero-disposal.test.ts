// DayZero's disposal: what an asset cost and what was taken of it leave the books, the rest is gain or loss.
import { entriesOf, newFixedAsset, startConversation } from "./conversation";
import type { Conversation, Row } from "./conversation";

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

describe("disposal", () => {
  // Cost 6,000.00, one month's charge of 100.00 taken: the book value is 5,900.00.
  test.each([
    [
      "a gain",
      640_000,
      50_000,
      "debit 640000 CASH, debit 10000 ACCUMULATED_DEPRECIATION, credit 600000 FIXED_ASSETS, credit 50000 GAIN_ON_DISPOSAL",
    ],
    [
      "a loss",
      90_000,
      -500_000,
      "debit 90000 CASH, debit 10000 ACCUMULATED_DEPRECIATION, debit 500000 LOSS_ON_DISPOSAL, credit 600000 FIXED_ASSETS",
    ],
    ["neither", 590_000, 0, "debit 590000 CASH, debit 10000 ACCUMULATED_DEPRECIATION, credit 600000 FIXED_ASSETS"],
    [
      "nothing for it",
      0,
      -590_000,
      "debit 10000 ACCUMULATED_DEPRECIATION, debit 590000 LOSS_ON_DISPOSAL, credit 600000 FIXED_ASSETS",
    ],
  ])("with %s posts cost, accumulated depreciation, proceeds and the rest", async (_what, proceeds, gain, lines) => {
    const id = await newFixedAsset(ledger);
    await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01", asset_ids: [id] } });
    const answer = await ledger.dayzero<{ asset: Row; gain_loss: number }>("POST", `/${id}/dispose`, {
      body: { disposal_date: "2026-02-15", disposal_method: "sold", disposal_amount: proceeds },
    });
    expect([answer.status, answer.body.gain_loss, answer.body.asset["status"]]).toEqual([201, gain, "disposed"]);
    expect(answer.body.asset).toMatchObject({ disposal_date: "2026-02-15", disposal_amount: proceeds, book_value: 0 });
    expect(await entriesOf(ledger, id)).toContain(`DISPOSAL 2026-02-15: ${lines}`);
  });

  test("writes the journal entries that runs left out before the asset leaves the books", async () => {
    const id = await newFixedAsset(ledger);
    const period = { period_date: "2026-01-01", asset_ids: [id], create_journal_entries: false };
    await ledger.dayzero("POST", "/run-depreciation", { body: period });
    const body = { disposal_date: "2026-02-15", disposal_method: "lost" };
    await ledger.dayzero("POST", `/${id}/dispose`, { body });
    expect(await entriesOf(ledger, id)).toEqual([
      "ACQUISITION 2026-01-01: debit 600000 FIXED_ASSETS, credit 600000 ASSET_CLEARING",
      "DEPRECIATION_AMORTIZATION 2026-01-31: debit 10000 DEPRECIATION, credit 10000 ACCUMULATED_DEPRECIATION",
      "DISPOSAL 2026-02-15: debit 10000 ACCUMULATED_DEPRECIATION, debit 590000 LOSS_ON_DISPOSAL, " +
        "credit 600000 FIXED_ASSETS",
    ]);
  });

  test("needs the account that the depreciation was posted to", async () => {
    const id = await newFixedAsset(ledger);
    await ledger.dayzero("POST", "/run-depreciation", { body: { period_date: "2026-01-01", asset_ids: [id] } });
    // As a database may have it that was written before this account was kept in every book.
    await ledger.store.query("update assets set accumulated_account = null where id = $1", [id]);
    const body = { disposal_date: "2026-02-15", disposal_method: "lost" };
    const answer = await ledger.dayzero<{ detail: string }>("POST", `/${id}/dispose`, { body });
    expect([answer.status, answer.body.detail]).toEqual([
      400,
      'Asset "Laptop" has no accumulated depreciation account to take 10000 of book GAAP from; give it one first.',
    ]);
  });

  test("is final: not again, no charge after it, no value update", async () => {
    const id = await newFixedAsset(ledger);
    const body = { disposal_date: "2026-02-15", disposal_method: "scrapped" };
    const both = await Promise.all([1, 2].map(() => ledger.dayzero("POST", `/${id}/dispose`, { body })));
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    const run = await ledger.dayzero<{ errors: readonly string[] }>("POST", "/run-depreciation", {
      body: { period_date: "2026-01-01", asset_ids: [id] },
    });
    expect(run.body.errors[0]).toContain("is disposed of since 2026-02-15");
    const update = { asset_id: id, amount: 1, update_type: "IMPROVEMENT", counter_account: "CASH" };
    const late = await ledger.layer<{ errors: readonly Row[] }>("POST", "/assets/value-updates", {
      body: { ...update, date: "2026-03-01T00:00:00Z" },
    });
    expect([late.status, late.body.errors[0]?.["error_enum"]]).toEqual([409, "AssetDisposed"]);
  });

  test.each([
    [{ disposal_method: "sold" }, 422],
    [{ disposal_date: "2026-02-15" }, 422],
    [{ disposal_date: "2026-02-15", disposal_method: "eaten" }, 422],
    [{ disposal_date: "2026-02-15", disposal_method: "sold", disposal_amount: -1 }, 422],
    [{ disposal_date: "2025-12-31", disposal_method: "sold" }, 400],
  ])("of %j is %i", async (body, status) => {
    const id = await newFixedAsset(ledger);
    expect((await ledger.dayzero("POST", `/${id}/dispose`, { body })).status).toBe(status);
  });
});
