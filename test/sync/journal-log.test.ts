// Goal: the log tells what happened to each key, when and by whom, after the record has moved on. Method: the real push
// and journal; the answers are written by the test.
import { openDB } from "idb";
import { type LogEntry, logHeaders, logRows, openJournal, scopeOf } from "../../src/sync";
import { token } from "../connectors/systems";
import { emptyBrowser } from "./browser-database";
import { isCharge, keyOf, refused, wellMeaning } from "./layer-answers";
import { benchForEach } from "./push-bench";
import { sentRecord as record } from "./sent-record";

const bench = benchForEach();
const scope = scopeOf({ system: "layer", baseUrl: "https://localhost:3000/layer", businessId: "B-1" });

const statesOf = (log: readonly LogEntry[], key: string): readonly string[] =>
  log.filter((entry) => entry.key === key).map(({ state }) => state);

test("a charge that was refused and then posted has both in its log, with amount and attempt", async () => {
  await bench().pushed((heard) => (isCharge(heard) ? refused(422, "No.") : wellMeaning(heard)));
  await bench().pushed(wellMeaning);
  const [first] = bench().charges();
  const key = first === undefined ? "" : keyOf(first);
  const log = await bench().journal.log();
  expect(statesOf(log, key)).toEqual(["SENDING", "REJECTED", "SENDING", "POSTED"]);
  const [, no, , posted] = log.filter((entry) => entry.key === key);
  expect(no?.sentence).toMatch(/No\./);
  expect(posted).toMatchObject({ ledgerRef: `posted ${key}`, attempt: 1, amount: expect.any(Number) as number });
});

test("no token is in it, even where the ledger's answer repeats the token", async () => {
  await bench().pushed((heard) => (isCharge(heard) ? refused(422, `bad ${token}`) : wellMeaning(heard)));
  const log = JSON.stringify(await bench().journal.log());
  expect(log).toContain("REJECTED");
  expect(log).not.toContain(token);
});

test("who worked is asked for each entry, and the ledger is named", async () => {
  emptyBrowser();
  let who = "Ada";
  const journal = await openJournal(scope, { who: () => who, target: "Ledger one" });
  await journal.writeAhead([record("k1", "SENDING")]);
  who = "Grace";
  await journal.settle(record("k1", "POSTED"));
  const log = await journal.log();
  expect(log.map((entry) => [entry.who, entry.target, entry.state])).toEqual([
    ["Ada", "Ledger one", "SENDING"],
    ["Grace", "Ledger one", "POSTED"],
  ]);
});

test("settling nothing writes nothing", async () => {
  emptyBrowser();
  const journal = await openJournal(scope);
  await journal.settle();
  journal.close();
  const db = await openDB("depr-journal");
  expect(await db.count("log")).toBe(0);
  db.close();
});

test("what a browser that died had sent is unknown in the log too", async () => {
  emptyBrowser();
  const journal = await openJournal(scope);
  await journal.writeAhead([record("k1", "SENDING")]);
  journal.close();
  expect(statesOf(await (await openJournal(scope)).log(), "k1")).toEqual(["SENDING", "UNKNOWN"]);
});

test("a journal of the version before keeps its records and begins a log", async () => {
  emptyBrowser();
  const old = await openDB("depr-journal", 1, {
    upgrade: (fresh) => void fresh.createObjectStore("records", { keyPath: ["scope", "key"] }),
  });
  await old.put("records", { ...record("k1", "POSTED"), scope });
  old.close();
  const journal = await openJournal(scope);
  expect((await journal.records()).get("k1")?.state).toBe("POSTED");
  expect(await journal.log()).toEqual([]);
});

test("a log whose entries stood alone keeps them, in their order", async () => {
  emptyBrowser();
  const old = await openDB("depr-journal", 2, {
    upgrade: (fresh) => {
      fresh.createObjectStore("records", { keyPath: ["scope", "key"] });
      fresh.createObjectStore("log", { autoIncrement: true }).createIndex("scope", "scope");
    },
  });
  const entry = (key: string, state: string) => ({ scope, entry: { id: key + state, key, state, at: 1 } });
  for (const state of ["SENDING", "POSTED"]) await old.add("log", entry("k1", state));
  old.close();
  const journal = await openJournal(scope);
  await journal.settle(record("k2", "POSTED"));
  expect((await journal.log()).map(({ key, state }) => `${key} ${state}`)).toEqual([
    "k1 SENDING",
    "k1 POSTED",
    "k2 POSTED",
  ]);
});

test("another scope's log is another one, and clearing one leaves the other", async () => {
  emptyBrowser();
  const [one, other] = [await openJournal(scope), await openJournal("other")];
  await one.settle(record("k1", "POSTED"));
  await other.settle(record("k2", "POSTED"));
  expect((await one.log()).map(({ key }) => key)).toEqual(["k1"]);
  expect(await one.clear()).toBe(true);
  expect(await one.log()).toEqual([]);
  expect((await other.log()).map(({ key }) => key)).toEqual(["k2"]);
});

test("the rows for a sheet leave out what the sheet has, and say things in words", async () => {
  emptyBrowser();
  const journal = await openJournal(scope, { who: () => "Ada", target: "Ledger one" });
  await journal.settle(record("dx1.A.2026-01-31.DEPRECIATION.GAAP.0.r0", "POSTED"), record("new-asset A", "UNKNOWN"));
  const log = await journal.log();
  const rows = logRows(log, new Set(log.slice(0, 1).map(({ id }) => id)), 2);
  expect(rows).toHaveLength(1);
  const cells = Object.fromEntries(logHeaders.map((header, at) => [header, rows[0]?.cells[at]?.value]));
  expect(cells).toMatchObject({ "When (UTC)": "1970-01-01 00:00:00", What: "New asset", Outcome: "Unknown" });
});
