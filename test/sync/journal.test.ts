import { type Journal, openJournal, scopeOf } from "../../src/sync";
import { noAuthor } from "../../src/sync/journal-log";
import { emptyBrowser } from "./browser-database";
import { sentRecord as record } from "./sent-record";

beforeEach(emptyBrowser);

const connection = { system: "layer", baseUrl: "https://localhost:3000/layer", businessId: "B-1" };
const scope = scopeOf(connection);

async function states(journal: Journal): Promise<object> {
  return Object.fromEntries([...(await journal.records())].map(([key, { state }]) => [key, state]));
}

/** As clearing the site's data does. */
function deleteDatabase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase("depr-journal");
    request.onsuccess = () => resolve();
    request.onerror = () => reject(new Error("The database could not be deleted."));
  });
}

test("a scope is the system, the address and the business, however the address is typed", () => {
  expect(scopeOf({ ...connection, baseUrl: " HTTPS://localhost:3000/layer/ ", businessId: "b-1" })).toBe(scope);
  for (const other of [{ system: "dayzero" }, { baseUrl: "https://localhost:3001" }, { businessId: "B-2" }]) {
    expect(scopeOf({ ...connection, ...other })).not.toBe(scope);
  }
});

test("what was written ahead is there for whoever opens the journal next", async () => {
  const journal = await openJournal(scope);
  await journal.writeAhead([record("k1"), record("k2")]);
  journal.close();
  const again = await openJournal(scope);
  expect((await again.records()).get("k1")?.body).toBe('{"k":"k1"}');
});

test("what was being sent when the journal was left has no known outcome; what was settled stays settled", async () => {
  const journal = await openJournal(scope);
  await journal.writeAhead([record("sent"), record("posted"), record("refused")]);
  await journal.settle(record("posted", "POSTED"), record("refused", "REJECTED"));
  journal.close();
  expect(await states(await openJournal(scope))).toEqual({ sent: "UNKNOWN", posted: "POSTED", refused: "REJECTED" });
});

test("a key is another one in another scope", async () => {
  const [one, other] = [await openJournal(scope), await openJournal(scopeOf({ ...connection, businessId: "B-2" }))];
  await one.writeAhead([record("k1")]);
  expect(await states(other)).toEqual({});
  await other.writeAhead([record("k1")]);
  await other.settle(record("k1", "REJECTED"));
  expect(await states(one)).toEqual({ k1: "SENDING" });
});

test("whose database is deleted under it says so, can no longer be written, and is empty when it is opened anew", async () => {
  let closed = 0;
  const journal = await openJournal(scope, noAuthor, () => (closed += 1));
  await journal.writeAhead([record("k1")]);
  await deleteDatabase();
  expect(closed).toBe(1);
  await expect(journal.writeAhead([record("k2")])).rejects.toThrow();
  expect(await states(await openJournal(scope))).toEqual({});
});

test("settling many rows at once loses none and keeps the last word", async () => {
  const journal = await openJournal(scope);
  const keys = Array.from({ length: 500 }, (_none, index) => `k${index}`);
  const writes = keys.flatMap((key) => [journal.settle(record(key)), journal.settle(record(key, "POSTED"))]);
  await Promise.all(writes);
  expect(new Set(Object.values(await states(journal)))).toEqual(new Set(["POSTED"]));
  expect((await journal.records()).size).toBe(500);
});

test("it is not cleared while an outcome is unknown", async () => {
  const journal = await openJournal(scope);
  await journal.settle(record("k1", "POSTED"), record("k2", "UNKNOWN"));
  expect(await journal.clear()).toBe(false);
  expect((await journal.records()).size).toBe(2);
  await journal.settle(record("k2", "POSTED"));
  expect(await journal.clear()).toBe(true);
  expect((await journal.records()).size).toBe(0);
});
