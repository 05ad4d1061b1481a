// Laws of the ledger under any sequence of requests, right and wrong ones mixed: no failure of its own, every entry
// balances, the trial balance is 0, the books agree with the assets, and no asset has two charges in a month.
import fc from "fast-check";
import { startConversation } from "./conversation";
import type { Conversation, Line, Row } from "./conversation";

interface Journal {
  readonly entries: readonly { readonly lines: readonly Line[] }[];
  readonly next_cursor: string | null;
}

interface TrialBalance {
  readonly accounts: readonly { readonly account: string; readonly balance: number }[];
  readonly balance: number;
}

interface FixedAsset extends Row {
  readonly id: string;
  readonly status: string;
  readonly accumulated_depreciation: number;
  readonly book_value: number;
}

/** A request, with the asset that it is about as a number: which of those there are by then. */
interface Step {
  readonly door: "layer" | "dayzero";
  readonly path: string;
  readonly asset: number;
  readonly body: Row;
}

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());

const amount = fc.oneof(fc.integer({ min: 1, max: 500_000 }), fc.constantFrom(0, -1, 1.5, 2 ** 53, 4e15));
const month = fc.constantFrom("2025-12", "2026-01", "2026-02", "2026-03");
const day = fc.tuple(month, fc.constantFrom("01", "15", "28")).map((parts) => parts.join("-"));
const key = fc.option(fc.constantFrom("k1", "k2", "k3", "k4"));
const asset = fc.nat({ max: 5 });
const methods = fc.constantFrom("straight_line", "declining_balance", "double_declining", "units_of_production");

const steps: readonly fc.Arbitrary<Step>[] = [
  fc.record({
    door: fc.constant("layer" as const),
    path: fc.constant("/assets"),
    asset,
    body: fc.record({
      name: fc.string({ unit: "binary", maxLength: 5 }),
      asset_type: fc.constantFrom("EQUIPMENT", "VEHICLE", "OTHER"),
      external_id: fc.option(fc.constantFrom("A-1", "A-2")),
      original_value: fc.option(amount),
      salvage_value: fc.option(amount),
      useful_life_months: fc.option(fc.constantFrom(1, 12, 60)),
      accumulated_depreciation_account: fc.constantFrom("ACCUMULATED_DEPRECIATION", null, "ASSET_CLEARING"),
      metadata: fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 })),
    }),
  }),
  fc.record({
    door: fc.constant("layer" as const),
    path: fc.constant("/assets/value-updates"),
    asset,
    body: fc.record({
      amount,
      update_type: fc.constantFrom(
        "DEPRECIATION_AMORTIZATION",
        "IMPROVEMENT",
        "IMPAIRMENT",
        "REVALUATION_UP",
        "REVALUATION_DOWN",
      ),
      counter_account: fc.constantFrom("DEPRECIATION", "CASH", "IMPAIRMENT", "NONE"),
      date: day.map((date) => `${date}T00:00:00Z`),
      external_id: key,
    }),
  }),
  fc.record({
    door: fc.constant("dayzero" as const),
    path: fc.constant(""),
    asset,
    body: fc.record({
      name: fc.constant("Asset"),
      purchase_date: day,
      original_cost: amount,
      salvage_value: amount,
      depreciation_method: methods,
      useful_life_months: fc.constantFrom(1, 7, 60),
    }),
  }),
  fc.record({
    door: fc.constant("dayzero" as const),
    path: fc.constant("/:asset/place-in-service"),
    asset,
    body: fc.record({ service_date: day }),
  }),
  fc.record({
    door: fc.constant("dayzero" as const),
    path: fc.constant("/run-depreciation"),
    asset,
    body: fc.record({ period_date: month.map((text) => `${text}-01`), create_journal_entries: fc.boolean() }),
  }),
  fc.record({
    door: fc.constant("dayzero" as const),
    path: fc.constant("/:asset/dispose"),
    asset,
    body: fc.record({ disposal_date: day, disposal_method: fc.constant("sold"), disposal_amount: amount }),
  }),
];

// Runs and placings are what a history is made of, so they come more often.
const history = fc.array(fc.oneof(...steps, ...steps.slice(1, 5)), { minLength: 5, maxLength: 40 });

test("any history of requests leaves the books in balance and in agreement with the assets", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (sequence) => {
      await ledger.moveToNewBusiness();
      for (const step of sequence) await take(step);
      const assets = (await ledger.dayzero<{ assets: readonly FixedAsset[] }>("GET", "")).body.assets;
      await expectBalance(assets);
      for (const { id } of assets) await expectOneChargeAMonth(id);
    }),
    { numRuns: 15 },
  );
}, 60_000);

async function take({ door, path, asset: number, body }: Step): Promise<void> {
  const { assets } = (await ledger.dayzero<{ assets: readonly FixedAsset[] }>("GET", "")).body;
  const id = assets[number % Math.max(1, assets.length)]?.id ?? "11111111-2222-4333-8444-555555555555";
  const about = path.endsWith("value-updates") ? { ...body, asset_id: id } : body;
  const answer = await ledger[door]("POST", path.replace(":asset", id), { body: about });
  expect([path, answer.status >= 500]).toEqual([path, false]);
}

async function expectBalance(assets: readonly FixedAsset[]): Promise<void> {
  const { accounts, balance } = (await ledger.plain<TrialBalance>("GET", "/trial-balance")).body;
  expect(balance).toBe(0);
  const { entries, next_cursor } = (await ledger.plain<Journal>("GET", "/journal?limit=1000")).body;
  expect(next_cursor).toBeNull();
  for (const { lines } of entries) expect(total(lines.map(({ debit, credit }) => debit - credit))).toBe(0);
  const balanceOf = (name: string): number => accounts.find(({ account }) => account === name)?.balance ?? NaN;
  // What is charged without a journal entry is taken from the assets, but not yet in the books.
  const waiting = total(await Promise.all(assets.map(pendingOf)));
  expect(balanceOf("FIXED_ASSETS") + balanceOf("ACCUMULATED_DEPRECIATION")).toBe(
    total(assets.map((asset) => asset.book_value)) + waiting,
  );
}

async function pendingOf({ id }: FixedAsset): Promise<number> {
  const pending = (await chargesOf(id)).filter(({ status }) => status === "pending");
  return total(pending.map((charge) => charge.depreciation_amount));
}

interface Charge {
  readonly period_date: string;
  readonly depreciation_amount: number;
  readonly status: string;
}

async function chargesOf(id: string): Promise<readonly Charge[]> {
  return (await ledger.dayzero<{ entries: readonly Charge[] }>("GET", `/${id}/depreciation-entries`)).body.entries;
}

async function expectOneChargeAMonth(id: string): Promise<void> {
  const months = (await chargesOf(id)).map(({ period_date }) => period_date);
  expect(months).toEqual([...new Set(months)]);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
