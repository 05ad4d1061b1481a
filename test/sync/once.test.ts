// Goal: whatever befalls the line, the process or the workbook, each row is in the ledger once, and the sheet says so.
// Method: the real plan, push and journal against the reference ledger, over a line that does what the test says. T1 to T17
// are the protocol's own numbers.
import fc from "fast-check";
import { cents, dayText } from "../../src/engine";
import { connectorOf } from "../../src/connectors";
import { type PushReport, type SheetRow, identify, termsHashes } from "../../src/sync";
import { sure } from "../connectors/systems";
import { nth, registerFrom, rowsOf, threeAssets } from "./books";
import { emptyBrowser } from "./browser-database";
import { type Fault, everyOtherTime, passingFaults, quickFaults } from "./faulty-line";
import { ledgerBench } from "./ledger-bench";
import { type Office, heldBy, imbalanceOf, officeAt } from "./office";
import { stoppedClock } from "./time";

const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-03");

// Faults are waited for, and a busy machine makes the waiting longer.
const bench = ledgerBench();
let office: Office;
beforeEach(() => {
  office = officeAt(bench.overLine("layer"), register, rows);
});

/** T1, T2, T3, T5: each row once, with the sheet's figures, nothing else, and the books in balance. */
async function expectOnceEach(expected: readonly SheetRow[] = rows): Promise<void> {
  const held = await heldBy(bench);
  const inLedger = held.map(
    (one) => `${one.external_id ?? ""} ${one.date.slice(0, 10)} ${one.amount} ${one.update_type}`,
  );
  const inSheet = (await identify(expected, "GAAP")).map(
    ({ key, line: { periodEnd, amount } }) => `${key} ${dayText(periodEnd)} ${amount} DEPRECIATION_AMORTIZATION`,
  );
  expect([...inLedger].sort()).toEqual([...inSheet].sort());
  expect(await imbalanceOf(bench)).toBe(0);
}

const words = ({ outcomes }: PushReport) => outcomes.map(({ word }) => word);
const allOf = (word: string) => rows.map(() => word);

test("a month posted twice is there once, and the second push sends nothing", async () => {
  const report = await office.post();
  expect(words(report)).toEqual(allOf("Posted"));
  // Three months of 1,000 / 3 and 600 / 6, two of 90 / 2.
  expect(report.audit).toEqual({ kind: "tied", count: 8, amount: 1_390_00 });
  const again = await office.plan();
  expect(again.totals.post.count).toBe(0);
  expect(words(await office.post())).toEqual(allOf("Already there"));
  await expectOnceEach();
});

test("a copy of a posted row with another amount is left out, and takes no part in what must tie", async () => {
  const [first, ...others] = rows;
  if (first === undefined) throw new Error("There are rows.");
  await office.post({}, [first]);
  const copy = { ...first, row: rows.length + 1, amount: cents(1) };
  const report = await office.post({}, [first, ...others, copy]);
  expect(words(report).slice(0, 2)).toEqual(["Already there", "Posted"]);
  expect(words(report).at(-1)).toBe("Skipped");
  expect(report.audit).toEqual({ kind: "tied", count: 8, amount: 1_390_00 });
});

test("a ledger read back on another machine, by a browser without a journal, knows the days, the change and the terms", async () => {
  const marked = rows.map((row, index) => (index === 0 ? { ...row, change: "ESTIMATE" as const } : row));
  await office.post({}, marked);
  emptyBrowser();
  const connection = { ...office.connection, baseUrl: `${bench.ledger.baseUrl}/layer` };
  const updates = await sure(sure(connectorOf(connection)).post).updates(connection);
  const first = updates.ok ? updates.value.find(({ key }) => key?.startsWith("dx1.A-1.2026-01")) : undefined;
  const hash = (await termsHashes(register)).get("A-1");
  expect(first).toMatchObject({ periodStart: nth(rows, 0).periodStart, change: "ESTIMATE", termsHash: hash });
});

describe("T7 to T9: each request that is sent", () => {
  test.each(passingFaults)("%s: counts once", async (fault) => {
    bench.line.befalls(everyOtherTime(fault));
    const report = await office.post();
    expect(report).not.toHaveProperty("stopped");
    expect(new Set(words(report))).toEqual(new Set(["Posted"]));
    await expectOnceEach();
  });
});

describe("T6: a process that dies at any request, before or after its effect", () => {
  // Three assets and eight charges: eleven requests, and one more for a process that dies after the last answer.
  const requests = Array.from({ length: 12 }, (_none, index) => index + 1);
  test.each(requests.flatMap((k) => [[k, "request lost"] as const, [k, "response lost"] as const]))(
    "request %i, %s: the next push finishes, and nothing is there twice",
    async (k, how) => {
      let died: () => void = () => undefined;
      const death = new Promise<void>((resolve) => (died = resolve));
      bench.line.befalls((count) => {
        if (count === k) setTimeout(died, 20);
        if (count < k) return "none";
        return count === k ? how : "request lost";
      });
      await Promise.race([office.post({ clock: stoppedClock }), death]);
      bench.line.befalls(() => "none");
      const report = await office.post();
      expect(words(report).filter((word) => word !== "Posted" && word !== "Already there")).toEqual([]);
      await expectOnceEach();
    },
  );
});

test("T10: two people who post at once, each with a browser of their own, post each row once", async () => {
  const colleague = officeAt(bench.connection("layer"), register, rows);
  const reports = await Promise.all([office.post(), colleague.post()]);
  for (const report of reports) expect(new Set([...words(report), "Posted", "Already there"]).size).toBe(2);
  await expectOnceEach();
});

test("T11: a copy of the workbook, sorted and with rows missing, posts nothing a second time", async () => {
  await office.post();
  emptyBrowser();
  const copy = [...rows]
    .reverse()
    .slice(0, 5)
    .map((row, index) => ({ ...row, row: index + 40 }));
  const report = await office.post({}, copy);
  expect(words(report)).toEqual(copy.map(() => "Already there"));
  await expectOnceEach();
});

test("T12, T17: after an undo has emptied the status cells and the journal is gone, nothing is posted anew", async () => {
  await office.post();
  emptyBrowser();
  const plan = await office.plan();
  expect(plan.totals["already-there"].count).toBe(rows.length);
  expect(plan.totals.post.count).toBe(0);
});

test("T14: an amount that was edited after posting is shown as changed, and nothing is sent", async () => {
  await office.post();
  const edited = rows.map((row, index) => (index === 0 ? { ...row, amount: cents(row.amount - 1) } : row));
  const report = await office.post({}, edited);
  expect(report.outcomes[0]).toMatchObject({ word: "Skipped", amount: nth(rows, 0).amount });
  expect(report.outcomes[0]?.sentence).toContain("Changed since it was posted. The ledger holds this charge otherwise");
  expect(words(report).slice(1)).toEqual(allOf("Already there").slice(1));
  await expectOnceEach();
});

test("a counter account that was edited after posting is noticed, though the ledger does not echo it", async () => {
  await office.post();
  const edited = rows.map((row, index) => (index === 0 ? { ...row, counterAccount: "IMPAIRMENT" } : row));
  const plan = await office.plan(edited);
  expect(plan.rows[0]).toMatchObject({ kind: "changed" });
  expect(plan.totals.post.count).toBe(0);
});

test("T15: the same key with another amount, posted between preview and push, is a conflict with the figures", async () => {
  const seen = await office.plan();
  const less = (row: SheetRow) => ({
    ...row,
    amount: cents(row.amount - 1),
    chargedToDate: cents((row.chargedToDate ?? 0) - 1),
  });
  const edited = rows.map((row, index) => (index === 0 ? less(row) : row));
  await officeAt(bench.connection("layer"), register, rows).post({}, edited.slice(0, 1));
  const report = await office.carryOut(seen);
  expect(words(report)).toEqual(["Refused", ...allOf("Posted").slice(1)]);
  expect(report.outcomes[0]?.sentence).toContain("its amount is 333.32, ours 333.33");
  await expectOnceEach(edited);
});

test("T1 to T5: after any run of faults, two more pushes leave every row posted once", async () => {
  const fault = fc.constantFrom<Fault>("none", ...quickFaults);
  await fc.assert(
    fc.asyncProperty(fc.array(fault, { minLength: 5, maxLength: 60 }), async (faults) => {
      await bench.renew();
      office = officeAt(bench.overLine("layer"), register, rows);
      bench.line.befalls((count) => faults[count - 1] ?? "none");
      await office.post();
      bench.line.befalls(() => "none");
      await office.post();
      expect(words(await office.post())).toEqual(allOf("Already there"));
      await expectOnceEach();
    }),
    { numRuns: 12 },
  );
});
