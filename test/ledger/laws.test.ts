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

/** Mostly right, now and then wrong: what a history reaches depends on the right ones. */
function mostly<T, U>(right: fc.Arbitrary<T>, wrong: fc.Arbitrary<U>): fc.Arbitrary<T | U> {
  return fc.oneof({ weight: 12, arbitrary: right }, { weight: 1, arbitrary: wrong });
}

const amount = mostly(fc.integer({ min: 1, max: 300_000 }), fc.constantFrom(0, -1, 1.5, 2 ** 53, 4e15));
const cost = mostly(fc.integer({ min: 300_000, max: 900_000 }), amount);
const salvage = mostly(fc.constantFrom(0, 1_000), amount);
const month = fc.constantFrom("2026-01", "2026-02", "2026-03");
const day = fc.tuple(month, fc.constantFrom("01", "15", "28")).map((parts) => parts.join("-"));
const life = fc.constantFrom(1, 7, 60);
const asset = fc.nat({ max: 5 });

function step<B extends Row>(door: Step["door"], path: string, body: fc.Arbitrary<B>): fc.Arbitrary<Step> {
  return fc.record({ door: fc.constant(door), path: fc.constant(path), asset, body });
}

const newLayerAsset = step(
  "layer",
  "/assets",
  fc.record({
    name: mostly(fc.constant("Asset"), fc.string({ unit: "binary", maxLength: 5 })),
    asset_type: mostly(fc.constant("EQUIPMENT"), fc.constant("OTHER")),
    external_id: fc.option(fc.constantFrom("A-1", "A-2")),
    original_value: mostly(cost, fc.constant(null)),
    salvage_value: salvage,
    useful_life_months: life,
    accumulated_depreciation_account: mostly(fc.constant("ACCUMULATED_DEPRECIATION"), fc.constantFrom(null, "CASH")),
    metadata: fc.option(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 2 })),
  }),
);

const valueUpdate = step(
  "layer",
  "/assets/value-updates",
  fc.record({
    amount,
    update_type: fc.constantFrom(
      "DEPRECIATION_AMORTIZATION",
      "IMPROVEMENT",
      "IMPAIRMENT",
      "REVALUATION_UP",
      "REVALUATION_DOWN",
    ),
    counter_account: mostly(fc.constantFrom("DEPRECIATION", "CASH", "IMPAIRMENT"), fc.constant("NONE")),
    date: day.map((date) => `${date}T00:00:00Z`),
    external_id: fc.option(fc.constantFrom("k1", "k2", "k3", "k4")),
  }),
);

const newFixedAsset = step(
  "dayzero",
  "",
  fc.record({
    name: fc.constant("Asset"),
    purchase_date: day,
    original_cost: cost,
    salvage_value: salvage,
    depreciation_method: fc.constantFrom("straight_line", "double_declining", "units_of_production"),
    useful_life_months: life,
  }),
);

const placing = step("dayzero", "/:asset/place-in-service", fc.record({ service_date: day }));

const run = step(
  "dayzero",
  "/run-depreciation",
  fc.record({ period_date: month.map((text) => `${text}-01`), create_journal_entries: fc.boolean() }),
);

const disposal = step(
  "dayzero",
  "/:asset/dispose",
  fc.record({ disposal_date: day, disposal_method: fc.constant("sold"), disposal_amount: fc.option(amount) }),
);

const reversal = step("layer", "/ledger/entries/:entry/reverse", fc.record({ entry: fc.nat({ max: 20 }) }));

const history = fc.array(
  fc.oneof(
    ...[newLayerAsset, newLayerAsset, newFixedAsset, valueUpdate, valueUpdate, placing, placing, run, run, disposal],
    ...[reversal, reversal],
  ),
  { minLength: 15, maxLength: 40 },
);

const reached = new Set<string>();

test("any history of requests leaves the books in balance and in agreement with the assets", async () => {
  await fc.assert(
    fc.asyncProperty(history, async (sequence) => {
      await ledger.moveToNewBusiness();
      const ids: string[] = [];
      for (const taken of sequence) await take(taken, ids);
      const assets = (await ledger.dayzero<{ assets: readonly FixedAsset[] }>("GET", "")).body.assets;
      await expectBalance(assets);
      for (const { id } of assets) await expectOneChargeAMonth(id);
    }),
    { numRuns: 30 },
  );
  // A history of refusals alone would prove nothing.
  expect([...reached].sort()).toEqual([
    "dayzero",
    "dayzero/:asset/dispose",
    "dayzero/:asset/place-in-service",
    "dayzero/run-depreciation",
    "layer/assets",
    "layer/assets/value-updates",
    "layer/ledger/entries/:entry/reverse",
  ]);
});

const posts = [
  ["layer", "/assets"],
  ["layer", "/assets/value-updates"],
  ["dayzero", ""],
  ["dayzero", "/run-depreciation"],
  ["dayzero", "/:asset/place-in-service"],
  ["dayzero", "/:asset/dispose"],
] as const;

// Every field that some endpoint reads, so that an arbitrary value reaches it.
const fields =
  "name asset_type external_id original_value salvage_value useful_life_months metadata memo reference_number " +
  "accumulated_depreciation_account parent_account asset_id asset_external_id amount update_type counter_account date " +
  "purchase_date original_cost depreciation_method asset_number notes in_service_date opening_date asset_ids " +
  "opening_accumulated_depreciation period_date create_journal_entries service_date disposal_date disposal_method " +
  "disposal_amount type id stable_name book";

const right: Row = {
  name: "Asset",
  asset_type: "EQUIPMENT",
  original_value: 100,
  amount: 1,
  update_type: "IMPROVEMENT",
  counter_account: "CASH",
  date: "2026-01-31T00:00:00Z",
  purchase_date: "2026-01-01",
  original_cost: 100,
  period_date: "2026-01-01",
  service_date: "2026-01-01",
  disposal_date: "2026-01-31",
  disposal_method: "sold",
};

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc.double(),
  fc.constantFrom("9999-12-31", "9999-12-31T23:59:60Z", "1900-03-01", 2 ** 53 - 1, 1e300, -0, "\u0000", "\ud800", []),
);

test("no request makes the ledger fail, whatever its fields hold", async () => {
  await ledger.moveToNewBusiness();
  const { id } = (await ledger.dayzero<Created>("POST", "", { body: right })).body;
  const wrong = fc.dictionary(fc.constantFrom(...fields.split(" ")), value, { minKeys: 1, maxKeys: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...posts), wrong, async ([door, path], some) => {
      const body = { asset_id: id, ...right, ...some };
      const answer = await ledger[door]("POST", path.replace(":asset", id ?? ""), { body });
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 400 },
  );
});

async function take({ door, path, asset: number, body }: Step, ids: string[]): Promise<void> {
  const id = ids[number % Math.max(1, ids.length)] ?? "11111111-2222-4333-8444-555555555555";
  const about = path.endsWith("value-updates") ? { ...body, asset_id: id } : body;
  const entry = path.includes(":entry") ? await someEntry(body["entry"] as number) : "";
  const address = path.replace(":asset", id).replace(":entry", entry);
  const answer = await ledger[door]<Created>("POST", address, { body: about });
  expect([path, answer.status >= 500]).toEqual([path, false]);
  if (answer.status >= 300) return;
  reached.add(door + path);
  const created = path === "" ? answer.body.id : path === "/assets" ? answer.body.data?.id : undefined;
  if (created !== undefined && !ids.includes(created)) ids.push(created);
}

/** The id of one of the business's entries, whatever it is of; no id while there are none. */
async function someEntry(number: number): Promise<string> {
  const { data } = (await ledger.layer<{ data: readonly { id: string }[] }>("GET", "/ledger/entries")).body;
  return data[number % Math.max(1, data.length)]?.id ?? "none";
}

interface Created {
  readonly id?: string;
  readonly data?: { readonly id: string };
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

async function pendingOf({ id, status }: FixedAsset): Promise<number> {
  if (status === "disposed") return 0;
  const pending = (await chargesOf(id)).filter((charge) => charge.status === "pending");
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
  const live = (await chargesOf(id)).filter(({ status }) => status !== "reversed");
  const months = live.map(({ period_date }) => period_date);
  expect(months).toEqual([...new Set(months)]);
}

function total(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
