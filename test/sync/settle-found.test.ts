// Goal: a request whose outcome nobody knew is settled by the next reading of the ledger, whether or not anything is left to
// send, so that the month can be closed. Method: the real push, reversal and run against the reference ledger; the journal
// is then left as a browser leaves it that dies while it waits for answers.
import { connectorOf } from "../../src/connectors";
import { cents } from "../../src/engine";
import { noAccounts } from "../../src/sheet";
import {
  type JournalRecord,
  type JournalState,
  accountsIn,
  identify,
  openJournal,
  planReversal,
  planRun,
  pushRun,
  reverse,
  scopeOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { month, nth, registerFrom, rowsOf, threeAssets } from "./books";
import { ledgerBench } from "./ledger-bench";
import { type Office, officeAt } from "./office";
import { heldClock } from "./time";

const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-01");
const connector = sure(connectorOf({ system: "layer" }));
const minutes = 60_000;

const bench = ledgerBench();
let office: Office;
beforeEach(() => {
  office = officeAt(bench.connection("layer"), register, rows);
});

/** Leaves each record as if its answer had not come, `more` changed; opening the journal anew then makes it unknown. */
async function unanswered(more: Partial<JournalRecord> = {}): Promise<void> {
  const journal = await office.journal();
  const records = [...(await journal.records()).values()];
  const sending = records.map(({ key, body, fingerprint, attempt, batch, firstSentAt, lastSentAt }) => ({
    ...{ key, body, fingerprint, attempt, batch, firstSentAt, lastSentAt },
    ...{ state: "SENDING" as const, ...more },
  }));
  await journal.settle(...sending);
  journal.close();
}

async function states(): Promise<JournalState[]> {
  return [...(await (await office.journal()).records()).values()].map(({ state }) => state);
}

test("charges that are there are posted, with the ledger's id, and nothing keeps the journal", async () => {
  const report = await office.post();
  await unanswered();
  expect(await states()).toEqual(["UNKNOWN", "UNKNOWN", "UNKNOWN"]);
  const plan = await office.plan();
  expect(plan.totals.post.count).toBe(0);
  expect(await states()).toEqual(["POSTED", "POSTED", "POSTED"]);
  const records = await (await office.journal()).records();
  expect(report.outcomes.map(({ key }) => records.get(key)?.ledgerRef)).toEqual(
    report.outcomes.map(({ ledgerRef }) => ledgerRef),
  );
  expect(await (await office.journal()).clear()).toBe(true);
});

test("a row that has left the sheet meanwhile is settled as well", async () => {
  await office.post();
  await unanswered();
  await office.plan([]);
  expect(await states()).toEqual(["POSTED", "POSTED", "POSTED"]);
});

test("other content under the key is a conflict", async () => {
  await office.post();
  await unanswered({ fingerprint: "f".repeat(64) });
  await office.plan();
  expect(await states()).toEqual(["CONFLICT", "CONFLICT", "CONFLICT"]);
});

test("what is not there and in no row any more is given up once it cannot arrive any more, not before", async () => {
  const now = heldClock().now();
  const record = { state: "UNKNOWN", body: "{}", fingerprint: "f", attempt: 1, batch: "b" } as const;
  const key = (asset: string) => `dx1.${asset}.2026-01-31.DEPRECIATION.GAAP.0.r0`;
  await (
    await office.journal()
  ).settle(
    { ...record, key: key("late"), firstSentAt: now, lastSentAt: now - 2 * minutes + 1 },
    { ...record, key: key("lost"), firstSentAt: now, lastSentAt: now - 2 * minutes },
  );
  await office.plan();
  expect((await states()).sort()).toEqual(["READY", "UNKNOWN"]);
});

test("what is not there and is not to be sent, though its row is in the sheet, is given up as well", async () => {
  const [row, ...others] = rows.map((one, index) => (index === 0 ? { ...one, amount: cents(0) } : one));
  if (row === undefined) throw new Error("There are rows.");
  const { key, fingerprint } = nth(await identify([row], "GAAP"), 0);
  const record = { key, fingerprint, state: "UNKNOWN", body: "{}", attempt: 1, batch: "b" } as const;
  await (await office.journal()).settle({ ...record, firstSentAt: 1, lastSentAt: 1 });
  await office.plan([row, ...others]);
  expect(await states()).toEqual(["READY"]);
});

test("what was there and has been reversed there since is told so", async () => {
  await office.post();
  const [plan, journal] = [await office.plan(), await office.journal()];
  const reversal = planReversal(plan, new Set(plan.rows.map(({ row: { key } }) => key)), await journal.records());
  await reverse(reversal, { connector, connection: office.connection, journal, clock: heldClock() });
  await unanswered();
  await office.plan();
  const charges = [...(await (await office.journal()).records()).values()].filter(({ key }) => !key.endsWith(".rev"));
  expect(charges.map(({ state }) => state)).toEqual(["REVERSED", "REVERSED", "REVERSED"]);
});

test("what is to be sent again stays unknown, for its bytes go again", async () => {
  const plan = await office.plan();
  const body = "the first bytes";
  await (
    await office.journal()
  ).settle(
    ...plan.rows.map(({ row: { key, fingerprint } }) => ({
      ...{ key, fingerprint, body, state: "UNKNOWN" as const, attempt: 1, batch: "b" },
      ...{ firstSentAt: 1, lastSentAt: 1 },
    })),
  );
  const next = await office.plan();
  expect(next.rows.map((step) => (step.kind === "post" ? step.unsettled?.body : step.kind))).toEqual(
    Array(3).fill(body),
  );
});

test("reversals that were carried out are settled, and no book waits for them", async () => {
  await office.post();
  const [plan, journal] = [await office.plan(), await office.journal()];
  const keys = new Set(plan.rows.map(({ row }) => row.key));
  const reversal = planReversal(plan, keys, await journal.records());
  await reverse(reversal, { connector, connection: office.connection, journal, clock: heldClock() });
  await unanswered();
  await office.plan();
  const records = [...(await (await office.journal()).records()).values()];
  expect(records.filter(({ key }) => key.endsWith(".rev")).map(({ state }) => state)).toEqual(Array(3).fill("POSTED"));
});

test("a month that the ledger runs: its charges and the assets that were made for it", async () => {
  const connection = bench.connection("dayzero");
  const dayzero = sure(connectorOf({ system: "dayzero" }));
  const inputNow = async () => ({
    ...{ connector: dayzero, connection, journal: await openJournal(scopeOf(connection)), book: "GAAP" },
    ...{ decimals: 2 as const, month: month("2026-01"), register, accountsOf: accountsIn(noAccounts), rows },
    clock: heldClock(),
  });
  office = officeAt(connection, register, rows);
  const plan = await planRun(await inputNow());
  if (!plan.ok) throw new Error(plan.problem.sentence);
  await pushRun(plan.value, await inputNow());
  await unanswered();
  expect(new Set(await states())).toEqual(new Set(["UNKNOWN"]));
  await planRun(await inputNow());
  expect(new Set(await states())).toEqual(new Set(["POSTED"]));
});
