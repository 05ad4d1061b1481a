// Goal: a posting is taken back once, whatever befalls the line or the process, its row goes on under the next revision, and
// the books stay in balance. Method: as in once.test.ts. What a reversal is: debit and credit of the entry exchanged.
import { type PushReport, type ReversalReport, planReversal, reverse, reversible } from "../../src/sync";
import { cents } from "../../src/engine";
import { connectorOf } from "../../src/connectors";
import { sure } from "../connectors/systems";
import { day, nth, registerFrom, rowsOf, threeAssets } from "./books";
import { emptyBrowser } from "./browser-database";
import { everyOtherTime, passingFaults } from "./faulty-line";
import { ledgerBench } from "./ledger-bench";
import { type Office, balanceOf, closeBooks, heldBy, imbalanceOf, officeAt } from "./office";
import { heldClock, stoppedClock } from "./time";

const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-01");
const connector = sure(connectorOf({ system: "layer" }));

// Faults are waited for, and a busy machine makes the waiting longer.
const bench = ledgerBench();
let office: Office;
beforeEach(() => {
  office = officeAt(bench.overLine("layer"), register, rows);
});

const words = ({ outcomes }: PushReport | ReversalReport) => outcomes.map(({ word }) => word);

/** Reverses everything that the ledger holds of the sheet. */
async function reverseAll(clock = heldClock() as typeof stoppedClock, from?: string): Promise<ReversalReport> {
  const [plan, journal] = [await office.plan(), await office.journal()];
  const keys = new Set(reversible(plan).map(({ row }) => row.key));
  const planned = planReversal(plan, keys, await journal.records(), from === undefined ? undefined : day(from));
  return reverse(planned, { connector, connection: office.connection, journal, clock, random: () => 0.5 });
}

const expense = () => balanceOf(bench, "DEPRECIATION");
// A month of 1,000 / 3, 600 / 6 and 90 / 2.
const aMonth = 333_33 + 100_00 + 45_00;

test("what was posted is taken back, says so in the sheet, and counts no more", async () => {
  await office.post();
  expect(await expense()).toBe(aMonth);
  const report = await reverseAll();
  expect(report).toMatchObject({ reversed: { count: 3, amount: aMonth }, leftAlone: 0, audit: { kind: "gone" } });
  expect(nth(report.outcomes, 0).sentence).toMatch(/^Reversed 2026-01-31, entry [0-9a-f-]{36}\.$/);
  expect(await expense()).toBe(0);
  expect(await imbalanceOf(bench)).toBe(0);
  const states = [...(await (await office.journal()).records()).values()].map(
    ({ key, state }) => `${key.slice(-4)} ${state}`,
  );
  expect(states.sort()).toEqual([...Array<string>(3).fill(".rev POSTED"), ...Array<string>(3).fill("0.r0 REVERSED")]);
});

test("a reversed row is posted again under the next revision, by another browser too, with its new amount", async () => {
  await office.post();
  await reverseAll();
  emptyBrowser();
  const [first, ...others] = rows;
  const edited = [{ ...sure(first), amount: cents(200_00), chargedToDate: cents(200_00) }, ...others];
  const report = await office.post({}, edited);
  expect(words(report)).toEqual(["Posted", "Posted", "Posted"]);
  expect(report.outcomes.map(({ key }) => key.slice(-3))).toEqual([".r1", ".r1", ".r1"]);
  expect(await expense()).toBe(aMonth - 333_33 + 200_00);
  expect(words(await office.post({}, edited))).toEqual(Array(3).fill("Already there"));
  expect(await imbalanceOf(bench)).toBe(0);
});

test("and again: the revision rises with each reversal", async () => {
  for (const revision of ["r0", "r1", "r2"]) {
    const report = await office.post();
    expect(new Set(report.outcomes.map(({ key }) => key.slice(-2)))).toEqual(new Set([revision]));
    expect((await reverseAll()).reversed.count).toBe(3);
  }
  expect((await heldBy(bench)).length).toBe(9);
  expect(await expense()).toBe(0);
});

test("a row that was changed after posting is reversed with what the ledger holds, not with what the sheet has", async () => {
  await office.post();
  const edited = rows.map((row, index) => (index === 0 ? { ...row, amount: cents(1) } : row));
  const plan = await office.plan(edited);
  expect(nth(plan.rows, 0).kind).toBe("changed");
  const planned = planReversal(plan, new Set([nth(plan.rows, 0).row.key]), new Map());
  expect(planned.total).toEqual({ count: 1, amount: 333_33 });
  const tools = { connector, connection: office.connection, journal: await office.journal(), clock: heldClock() };
  expect((await reverse(planned, tools)).reversed).toEqual({ count: 1, amount: 333_33 });
  expect(await expense()).toBe(aMonth - 333_33);
});

test("from a day on: what lies before it is dated by it", async () => {
  await office.post();
  const report = await reverseAll(heldClock(), "2026-04-01");
  expect(nth(report.outcomes, 0).sentence).toMatch(/^Reversed 2026-04-01, entry /);
});

describe("in books that are closed", () => {
  const closeThrough = (date: string | null) => closeBooks(bench, date);
  const first = day("2026-03-01");

  test("nothing is posted: each row is refused with the first open day, and locked in the journal", async () => {
    await office.post();
    await reverseAll();
    await closeThrough("2026-02-28");
    const report = await office.post();
    expect(words(report)).toEqual(["Refused", "Refused", "Refused"]);
    expect(report.outcomes.map(({ firstOpen }) => firstOpen)).toEqual([first, first, first]);
    expect(nth(report.outcomes, 0).sentence).toContain("The first open day is 2026-03-01");
    const records = [...(await (await office.journal()).records()).values()];
    expect(records.filter(({ state }) => state === "LOCKED").map(({ key }) => key.slice(-3))).toEqual(
      Array(3).fill(".r1"),
    );
    await closeThrough(null);
    expect(words(await office.post())).toEqual(["Posted", "Posted", "Posted"]);
  });

  test("an asset that was bought in a closed period is refused with its rows, and stops no others", async () => {
    await closeThrough("2026-02-28");
    const report = await office.post();
    expect(report).not.toHaveProperty("stopped");
    expect(report.outcomes.map(({ word, firstOpen }) => [word, firstOpen])).toEqual(Array(3).fill(["Refused", first]));
    expect(nth(report.outcomes, 0).sentence).toContain("Its asset could not be created");
  });

  test("nothing is reversed on a closed day, but from the first open day on", async () => {
    await office.post();
    await closeThrough("2026-02-28");
    const refused = await reverseAll();
    expect(refused).toMatchObject({ reversed: { count: 0 }, leftAlone: 0 });
    expect(nth(refused.outcomes, 0)).toMatchObject({ word: "Refused", firstOpen: first, amount: 333_33 });
    expect(await expense()).toBe(aMonth);
    const report = await reverseAll(heldClock(), "2026-03-01");
    expect(report).toMatchObject({ reversed: { count: 3 }, audit: { kind: "gone" } });
    expect(nth(report.outcomes, 0).sentence).toMatch(/^Reversed 2026-03-01, entry /);
    expect(await expense()).toBe(0);
  });
});

describe("each request that is sent", () => {
  test.each(passingFaults)("%s: reverses once", async (fault) => {
    await office.post();
    bench.line.befalls(everyOtherTime(fault));
    const report = await reverseAll();
    expect(report).toMatchObject({ reversed: { count: 3 }, audit: { kind: "gone" } });
    expect(await expense()).toBe(0);
  });
});

describe("a process that dies at any request, before or after its effect", () => {
  test.each([1, 2, 3].flatMap((k) => [[k, "request lost"] as const, [k, "response lost"] as const]))(
    "request %i, %s: reversing again and posting again leave each row there once",
    async (k, how) => {
      await office.post();
      let died: () => void = () => undefined;
      const death = new Promise<void>((resolve) => (died = resolve));
      bench.line.befalls((count) => {
        if (count === k) setTimeout(died, 20);
        if (count < k) return "none";
        return count === k ? how : "request lost";
      });
      await Promise.race([reverseAll(stoppedClock), death]);
      bench.line.befalls(() => "none");
      await reverseAll();
      expect(await expense()).toBe(0);
      expect(words(await office.post())).toEqual(["Posted", "Posted", "Posted"]);
      expect(await expense()).toBe(aMonth);
      expect(await imbalanceOf(bench)).toBe(0);
    },
  );
});

test("two people who reverse at once reverse each posting once", async () => {
  await office.post();
  const reports = await Promise.all([reverseAll(), reverseAll()]);
  for (const report of reports) expect(report.reversed.count).toBe(3);
  expect(await expense()).toBe(0);
});

test("an answer that was lost is found by the look before the next request", async () => {
  await office.post();
  bench.line.befalls(() => "response lost");
  expect(words(await reverseAll())).toEqual(["Skipped", "Skipped", "Skipped"]);
  expect(await expense()).toBe(0);
});
