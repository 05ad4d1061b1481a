// Two processes on one PostgreSQL, at its usual isolation (PostgreSQL's manual, "Read Committed Isolation Level"): a
// statement sees what was committed before it began, and goes on with the newest rows where it had to wait. In each test one
// transaction is held open until the others wait for it, as the slower of two processes would hold it.
import { openStore } from "../../ledger";
import { amend } from "../../ledger/books/amend";
import { assetById } from "../../ledger/books/asset";
import { monthBeginning } from "../../ledger/books/calendar";
import { dispose } from "../../ledger/books/dispose";
import { postUpdates } from "../../ledger/books/post-updates";
import { runDepreciation } from "../../ledger/books/run-depreciation";
import { defaultBook, depreciation } from "../../ledger/books/update-types";
import { conversationAt, depreciationOf, entriesOf, newFixedAsset } from "./conversation";
import { expenseOf, post as postExpense } from "./freeagent-conversation";
import { newRule, path as rules, rule } from "./intacct-conversation";
import { startPostgres } from "./postgres/start";
import { newBusiness, serveStore } from "./start";
import type { Amendment } from "../../ledger/books/amend";
import type { Session, Store } from "../../ledger";
import type { Conversation, Data, Identified, Row } from "./conversation";
import type { OwnPostgres } from "./postgres/start";

let postgres: OwnPostgres;
let store: Store;
let ledger: Conversation;

beforeAll(async () => {
  postgres = await startPostgres(["deadlock_timeout=50ms"]);
  store = await openStore({ databaseUrl: postgres.url });
});
beforeEach(async () => {
  const business = await newBusiness(store);
  const server = await serveStore(store);
  ledger = {
    ...business,
    ...server,
    store,
    ...conversationAt(server.baseUrl, () => business),
    moveToNewBusiness: () => Promise.reject(new Error("Each test has a business of its own.")),
  };
});
afterEach(() => ledger.close());
afterAll(async () => {
  await store.close();
  await postgres.stop();
});

/** Does `first`, keeps its transaction open until the others, begun in turn, all wait, and gives their answers. */
async function behind<T>(
  first: (session: Session) => Promise<unknown>,
  others: readonly (() => Promise<T>)[],
): Promise<readonly T[]> {
  const answers: Promise<T>[] = [];
  await store.transaction(async (session) => {
    await first(session);
    for (const other of others) {
      answers.push(other());
      await untilWaiting(answers.length);
    }
  });
  return Promise.all(answers);
}

// Who does not wait at all is given a second for what it does.
async function untilWaiting(count: number): Promise<void> {
  for (const until = Date.now() + 1_000; Date.now() < until;) {
    const [row] = await store.query<{ total: number }>(
      "select count(distinct pid) as total from pg_locks where not granted",
    );
    if ((row?.total ?? 0) >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const yearLong = { original_cost: 120_000, useful_life_months: 12 };

const runOf = (month: string) => () =>
  ledger.dayzero("POST", "/run-depreciation", { body: { period_date: `${month}-01` } });

const update = (assetId: string, more: Row) =>
  ledger.layer<Data<Identified>>("POST", "/assets/value-updates", { body: depreciationOf(assetId, more) });

const disposal = { date: "2026-02-15", method: "lost", cents: 0, notes: null };

/** Disposes of the asset within this transaction. */
const disposeIn = (session: Session, assetId: string) =>
  dispose({ ...store, transaction: (work) => work(session) }, ledger.businessId, assetId, disposal);

async function amendIn(session: Session, assetId: string, amendment: Amendment): Promise<void> {
  const asset = await assetById(session, ledger.businessId, assetId);
  if (asset === undefined) throw new Error(`There is no asset ${assetId}.`);
  await amend(session, asset, amendment);
}

test("a disposal journals what a run without journal entries was just writing", async () => {
  const id = await newFixedAsset(ledger, yearLong);
  const month = monthBeginning("2026-01-01");
  if (month === undefined) throw new Error("There is no such month.");
  const body = { disposal_date: disposal.date, disposal_method: disposal.method };
  const [answer] = await behind(
    (session) => runDepreciation((run) => run(session), ledger.businessId, { month, journaled: false }),
    [() => ledger.dayzero("POST", `/${id}/dispose`, { body })],
  );
  expect(answer?.status).toBe(201);
  expect(await entriesOf(ledger, id)).toContain(
    "DEPRECIATION_AMORTIZATION 2026-01-31: debit 10000 DEPRECIATION, credit 10000 ACCUMULATED_DEPRECIATION",
  );
});

describe("the first posting in another book", () => {
  const tax = { amount: 1, metadata: { book: "TAX" } };

  test("opens it with the cost that was just being changed", async () => {
    const id = await newFixedAsset(ledger, yearLong);
    const [answer] = await behind((session) => amendIn(session, id, { cost: 200_000 }), [() => update(id, tax)]);
    expect(answer?.status).toBe(201);
    const costs = await store.query("select book, cost from positions where asset_id = $1 order by book", [id]);
    expect(costs).toEqual(["GAAP", "TAX"].map((book) => ({ book, cost: 200_000 })));
  });

  test("is refused when the asset was just being disposed of", async () => {
    const id = await newFixedAsset(ledger, yearLong);
    const [answer] = await behind((session) => disposeIn(session, id), [() => update(id, tax)]);
    expect(answer?.status).toBe(409);
    expect(await store.query("select book from positions where asset_id = $1", [id])).toEqual([{ book: defaultBook }]);
  });
});

test("the first two purchases at once have one currency", async () => {
  const answers = await behind(
    (session) => session.query("select id from businesses where id = $1 for update", [ledger.businessId]),
    ["GBP", "EUR"].map((currency) => () => postExpense(ledger, expenseOf(undefined, { currency }))),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
});

describe("a run", () => {
  test("charges by the terms that were just being changed", async () => {
    const id = await newFixedAsset(ledger, yearLong);
    await runOf("2026-01")();
    const [answer] = await behind((session) => amendIn(session, id, { lifeMonths: 6 }), [runOf("2026-02")]);
    expect(answer?.body).toMatchObject({ total_depreciation: 22_000, errors: [] });
  });

  test("leaves the salvage value whatever was just being charged through another door", async () => {
    const id = await newFixedAsset(ledger, { original_cost: 100_000, salvage_value: 10_000, useful_life_months: 9 });
    const counter = { stableName: "DEPRECIATION" };
    const charge = { type: depreciation, cents: 85_000, date: "2026-01-31", book: defaultBook, counter } as const;
    const [answer] = await behind(
      (session) =>
        postUpdates(session, ledger.businessId, [{ ...charge, assetId: id, door: "layer", journaled: true }]),
      [runOf("2026-02")],
    );
    expect(answer?.body).toMatchObject({ total_depreciation: 5_000, errors: [] });
  });
});

test("two who change one rule at once both count", async () => {
  const id = await newFixedAsset(ledger, { asset_number: "A-1" });
  const key = await newRule(ledger, {}, "A-1");
  await behind(
    (session) => session.query("select asset_id from positions where asset_id = $1 for update", [id]),
    [{ usefulLife: 7 }, { depreciationMethod: { id: "DB" } }].map(
      (body) => () => ledger.intacct("PATCH", `${rules}/${key}`, { body }),
    ),
  );
  expect(await rule(ledger, key)).toMatchObject({ usefulLife: 7, depreciationMethod: { id: "DB" } });
});

describe("a reversal", () => {
  async function reversal(updateId: string): Promise<() => Promise<{ status: number; body: unknown }>> {
    const found = await ledger.layer<Data<readonly Identified[]>>("GET", `/ledger/entries?source_id=${updateId}`);
    return () => ledger.layer("POST", `/ledger/entries/${found.body.data[0]?.id ?? ""}/reverse`);
  }
  const january = { amount: 10_000, date: "2026-01-31T00:00:00Z" };

  test("is refused when the asset was just being disposed of", async () => {
    const id = await newFixedAsset(ledger, yearLong);
    const reverse = await reversal((await update(id, january)).body.data.id);
    const [answer] = await behind((session) => disposeIn(session, id), [reverse]);
    expect(answer?.status).toBe(409);
    expect(JSON.stringify(answer?.body)).toContain("AssetDisposed");
  });

  test("gives back what a change of terms was just counting as taken", async () => {
    const id = await newFixedAsset(ledger, yearLong);
    const reverse = await reversal((await update(id, january)).body.data.id);
    const [answer] = await behind((session) => amendIn(session, id, { lifeMonths: 6 }), [reverse]);
    expect(answer?.status).toBe(201);
    // All of it over the five months that are left.
    expect((await runOf("2026-02")()).body).toMatchObject({ total_depreciation: 24_000 });
  });
});
