// Journal and trial balance: every entry balances, pages hold each entry once, and the balance of all accounts is 0.
import { depreciationOf, newFixedAsset, newLayerAsset, startConversation } from "./conversation";
import type { Conversation, Line, Row } from "./conversation";

interface Journal {
  readonly entries: readonly (Row & { readonly id: string; readonly date: string; readonly lines: readonly Line[] })[];
  readonly next_cursor: string | null;
  readonly total_count: number;
}

interface TrialBalance {
  readonly book: string;
  readonly accounts: readonly { readonly account: string; readonly debit: number; readonly balance: number }[];
  readonly debit: number;
  readonly credit: number;
  readonly balance: number;
}

let ledger: Conversation;

beforeAll(async () => {
  ledger = await startConversation();
});
afterAll(() => ledger.close());
beforeEach(() => ledger.moveToNewBusiness());

async function journal(query = ""): Promise<Journal> {
  return (await ledger.plain<Journal>("GET", `/journal${query}`)).body;
}

async function trialBalance(query = ""): Promise<TrialBalance> {
  return (await ledger.plain<TrialBalance>("GET", `/trial-balance${query}`)).body;
}

test("a new business has the whole chart of accounts, and nothing in it", async () => {
  const { accounts, ...sums } = await trialBalance();
  expect(sums).toEqual({ book: "GAAP", debit: 0, credit: 0, balance: 0 });
  expect(accounts.map(({ account }) => account)).toEqual([
    "CASH",
    "FIXED_ASSETS",
    "ACCUMULATED_DEPRECIATION",
    "ASSET_CLEARING",
    "REVALUATION_SURPLUS",
    "GAIN_ON_DISPOSAL",
    "DEPRECIATION",
    "IMPAIRMENT",
    "LOSS_ON_DISPOSAL",
  ]);
});

test("an entry says when, what, for which asset, in which book and by whom", async () => {
  const id = await newFixedAsset(ledger, { asset_number: "A-7" });
  await ledger.dayzero("POST", "/run-depreciation", {
    body: { period_date: "2026-01-01" },
    headers: { "x-user-email": "ann@example.com" },
  });
  const { entries } = await journal();
  expect(entries[1]).toEqual({
    id: expect.any(String) as string,
    date: "2026-01-31",
    kind: "DEPRECIATION_AMORTIZATION",
    memo: "Laptop",
    book: "GAAP",
    asset_id: id,
    asset: "A-7",
    actor: "ann@example.com",
    created_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
    lines: [
      { account: "DEPRECIATION", name: "Depreciation expense", debit: 10_000, credit: 0 },
      { account: "ACCUMULATED_DEPRECIATION", name: "Accumulated depreciation", debit: 0, credit: 10_000 },
    ],
  });
});

test("pages hold each entry once, by date; from and to are both included", async () => {
  const id = await newLayerAsset(ledger, { metadata: { purchase_date: "2025-01-01" } });
  for (const month of ["03", "01", "02", "04"])
    await ledger.layer("POST", "/assets/value-updates", {
      body: depreciationOf(id, { date: `2025-${month}-28T00:00:00Z` }),
    });
  const all = await journal();
  expect(all.entries.map(({ date }) => date)).toEqual([
    "2025-01-01",
    "2025-01-28",
    "2025-02-28",
    "2025-03-28",
    "2025-04-28",
  ]);
  const walked: string[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const page: Journal = await journal(`?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`);
    expect(page.total_count).toBe(5);
    walked.push(...page.entries.map((entry) => entry.id));
    cursor = page.next_cursor;
  }
  expect(walked).toEqual(all.entries.map((entry) => entry.id));
  expect((await journal("?from=2025-01-28&to=2025-02-28")).entries).toHaveLength(2);
});

test.each(["?limit=0", "?limit=1001", "?from=2025-02-30", "?asset_id=x", "?cursor=x", "?book=", "?book=%00"])(
  "a journal with %s is refused with a sentence",
  async (query) => {
    const answer = await ledger.plain("GET", `/journal${query}`);
    expect([answer.status, answer.body["error"]]).toEqual([
      400,
      { code: "invalid", message: expect.stringMatching(/\.$/) as string },
    ]);
  },
);

test("sums beyond what a number holds exactly are given to the cent", async () => {
  for (const each of [1, 2, 3]) await newLayerAsset(ledger, { original_value: Number.MAX_SAFE_INTEGER - each });
  const answer = await fetchText("/trial-balance");
  // Three times 9007199254740991, less 1, 2 and 3.
  expect(answer).toMatch(/"account":"FIXED_ASSETS".*?"debit":27021597764222967,/);
  expect(JSON.parse(answer)).toMatchObject({ balance: 0 });
});

describe("the database itself refuses", () => {
  async function accountIds(): Promise<readonly string[]> {
    const { accounts } = (await ledger.plain<{ accounts: { id: string }[] }>("GET", "/trial-balance")).body;
    return accounts.map(({ id }) => id);
  }

  const insert = `insert into postings (entry_id, line, debit_account, credit_account, amount)
    values ((select id from journal_entries limit 1), 99, $1, $2, $3)`;

  test.each([
    ["an entry with one side only", 0, null, 5],
    ["an entry from an account to itself", 0, 0, 5],
    ["an amount of nothing", 0, 1, 0],
    ["an amount below nothing", 0, 1, -5],
  ])("%s", async (_what, debit, credit, amount) => {
    await newLayerAsset(ledger);
    const ids = await accountIds();
    const params = [ids[debit] ?? null, credit === null ? null : (ids[credit] ?? null), amount];
    await expect(ledger.store.query(insert, params)).rejects.toThrow(/violates/);
  });

  test("a book value below zero", async () => {
    const id = await newLayerAsset(ledger);
    const sql = "update positions set charged = 1000001 where asset_id = $1";
    await expect(ledger.store.query(sql, [id])).rejects.toThrow("book_value_not_negative");
  });

  test("a second charge of a month", async () => {
    const id = await newLayerAsset(ledger);
    await ledger.layer("POST", "/assets/value-updates", { body: depreciationOf(id) });
    const copy = `insert into value_updates (id, business_id, asset_id, update_type, amount, update_date, book, period,
        counter_account, debit_account, credit_account, change, door)
      select gen_random_uuid(), business_id, asset_id, update_type, amount, update_date, book, period, counter_account,
        debit_account, credit_account, change, door from value_updates where asset_id = $1`;
    await expect(ledger.store.query(copy, [id])).rejects.toThrow("one_charge_a_month");
  });
});

async function fetchText(path: string): Promise<string> {
  const answer = await ledger.plain<unknown>("GET", path, { asText: true });
  return answer.body as string;
}
