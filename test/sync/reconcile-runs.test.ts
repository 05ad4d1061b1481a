// Goal: a ledger that computes for itself is proved as one that is told. Method: the real run and reconciliation against
// the reference ledger in DayZero's dialect.
// Expected amounts are worked out by hand: 1,200.00 over 12 months is 100.00; 50.00 over 3 is 16.67, 16.66, 16.67.
import { type Connection, connectorOf } from "../../src/connectors";
import { cents } from "../../src/engine";
import { noAccounts, noEvents } from "../../src/sheet";
import {
  type Holdings,
  type Reconciliation,
  type SheetRow,
  accountsIn,
  openJournal,
  planRun,
  pushRun,
  readHoldings,
  reconcile,
  scopeOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { month, registerFrom, rowsOf } from "./books";
import { ledgerBench } from "./ledger-bench";
import { heldClock } from "./time";

const connector = sure(connectorOf({ system: "dayzero" }));
const register = registerFrom([
  ["Asset", "Description", "In service", "Cost", "Salvage", "Life (months)", "Method"],
  ["A-1", "Forklift", "2026-01-01", 1200, 0, 12, "SL"],
  ["A-2", "Printer", "2026-01-01", 50, 0, 3, "SL"],
]);
const rows = rowsOf(register, "2026-01", "2026-02");

const bench = ledgerBench();
let connection: Connection;
beforeEach(() => {
  connection = bench.connection("dayzero");
});

async function run(text: string, ours: readonly SheetRow[] = rows): Promise<void> {
  const journal = await openJournal(scopeOf(connection));
  const given = { connector, connection, journal, book: "GAAP", decimals: 2, clock: heldClock() } as const;
  const input = { ...given, month: month(text), register, accountsOf: accountsIn(noAccounts), rows: ours };
  const plan = await planRun(input);
  if (!plan.ok) throw new Error(plan.problem.sentence);
  await pushRun(plan.value, input);
}

async function holdings(): Promise<Holdings> {
  const read = await readHoldings(connector, connection, "GAAP");
  if (!read.ok) throw new Error(read.problem.sentence);
  return read.value;
}

async function proof(to: string, ours: readonly SheetRow[] = rows, held?: Holdings): Promise<Reconciliation> {
  const tables = { register, accounts: noAccounts, events: noEvents, rows: ours, journal: new Map() };
  const asked = { book: "GAAP", decimals: 2, from: month("2026-01"), to: month(to) } as const;
  return reconcile({ ...tables, ...asked, holdings: held ?? (await holdings()) });
}

test("two months that were run agree to the cent, and so does the first of them alone", async () => {
  await run("2026-01");
  await run("2026-02");
  expect(await proof("2026-02")).toMatchObject({ agrees: true, charges: 4, ledger: 233_33 });
  const first = await proof("2026-01");
  expect(first).toMatchObject({ agrees: true, charges: 2, ledger: 116_67 });
  // The ledger tells 233.33 as accumulated: what it booked after January is taken off.
  expect(first.accounts[1]).toMatchObject({ register: 116_67, ledger: 116_67 });
});

test("a figure of the ledger's own that is not the sheet's is named, and no other door is blamed for it", async () => {
  await run("2026-01");
  const edited = rows.map((row) => (row.row === 1 ? { ...row, amount: cents(99_99) } : row));
  const [difference, ...others] = (await proof("2026-01", edited)).differences;
  expect(others).toEqual([]);
  expect(difference).toMatchObject({ label: "Sheet edited", register: 100_00, sheet: 99_99, ledger: 100_00 });
  const held = await holdings();
  const postings = held.postings.map((one) => (one.amount === 100_00 ? { ...one, amount: cents(100_01) } : one));
  const found = await proof("2026-01", rows, { ...held, postings });
  expect(found.differences[0]).toMatchObject({ label: "Amount differs", ledger: 100_01 });
});

test("an entry that was reversed there does not count", async () => {
  await run("2026-01");
  const held = await holdings();
  const postings = held.postings.map((one) => ({ ...one, isLive: one.amount !== 100_00 }));
  const [difference] = (await proof("2026-01", rows, { ...held, postings })).differences;
  expect(difference).toMatchObject({ label: "Taken out of the ledger", asset: "A-1", ledger: undefined });
});

test("a month that was not run is missing in the ledger", async () => {
  await run("2026-01");
  const labels = (await proof("2026-02")).differences.map(({ label, period }) => `${label} ${period}`);
  expect(labels).toEqual(["Missing in the ledger 2026-02-28", "Missing in the ledger 2026-02-28"]);
});
