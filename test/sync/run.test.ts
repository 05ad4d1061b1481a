// Goal: a month run by the ledger stands beside the sheet to the cent, and is run once. Method: the real plan, run and
// journal against the reference ledger in DayZero's dialect, over a line that does what the test says.
import { type Connection, connectorOf } from "../../src/connectors";
import { cents } from "../../src/engine";
import { noAccounts } from "../../src/sheet";
import {
  type RunInput,
  type RunOutcome,
  type RunPlan,
  type SheetRow,
  accountsIn,
  openJournal,
  planRun,
  pushRun,
  scopeOf,
} from "../../src/sync";
import { sure } from "../connectors/systems";
import { month, nth, registerFrom, rowsOf } from "./books";
import { ledgerBench } from "./ledger-bench";
import { heldBy, imbalanceOf, officeAt } from "./office";
import { type HeldClock, heldClock, stoppedClock } from "./time";

const connector = sure(connectorOf({ system: "dayzero" }));

// 1,200.00 over 12 months is 100.00 a month; 50.00 over 3 is 16.67, 16.66, 16.67 by running totals.
const register = registerFrom([
  ["Asset", "Description", "In service", "Cost", "Salvage", "Life (months)", "Method"],
  ["A-1", "Forklift", "2026-01-01", 1200, 0, 12, "SL"],
  ["A-2", "Printer", "2026-01-01", 50, 0, 3, "SL"],
]);
const rows = rowsOf(register, "2026-01", "2026-03");

const bench = ledgerBench();
let clock: HeldClock;
beforeEach(() => {
  clock = heldClock();
});

const connection = (): Connection => ({ ...bench.overLine("dayzero"), timeoutMs: 1_000 });

async function input(more: Partial<RunInput> = {}): Promise<RunInput> {
  const journal = await openJournal(scopeOf(connection()));
  const given = { connector, connection: connection(), journal, book: "GAAP", decimals: 2, clock } as const;
  return { ...given, month: month("2026-01"), register, accountsOf: accountsIn(noAccounts), rows, ...more };
}

async function planned(more: Partial<RunInput> = {}): Promise<RunPlan> {
  const plan = await planRun(await input(more));
  if (!plan.ok) throw new Error(plan.problem.sentence);
  return plan.value;
}

async function ran(more: Partial<RunInput> = {}): Promise<RunOutcome> {
  return pushRun(await planned(more), await input(more));
}

const words = ({ outcomes }: RunOutcome) => outcomes.map(({ word }) => word);
const standings = ({ lines }: Pick<RunPlan, "lines">) => lines.map(({ standing }) => standing);

test("assets that the ledger lacks are made, placed in service and run, and a second run books nothing", async () => {
  const plan = await planned();
  expect(standings(plan)).toEqual(["create", "create"]);
  expect(plan.createAssets.map(({ asset }) => asset.asset)).toEqual(["A-1", "A-2"]);
  const done = await ran();
  expect(words(done)).toEqual(["Posted", "Posted"]);
  expect(done.created.map(({ asset }) => asset)).toEqual(["A-1", "A-2"]);
  expect(done.report).toMatchObject({ assetsProcessed: 2, total: 11_667, entriesCreated: 2, problems: [] });
  expect(done.lines.map(({ sheet, ledger: theirs, difference }) => [sheet, theirs, difference])).toEqual([
    [10_000, 10_000, 0],
    [1_667, 1_667, 0],
  ]);
  expect(words(await ran())).toEqual(["Already there", "Already there"]);
  expect(await heldBy(bench)).toHaveLength(2);
  expect(await imbalanceOf(bench)).toBe(0);
});

test("an asset that the ledger could not hold is left out before anything is sent, and says why", async () => {
  const byDigits = registerFrom([
    ["Asset", "Description", "In service", "Cost", "Salvage", "Life (months)", "Method"],
    ["A-1", "Forklift", "2026-01-01", 1200, 0, 12, "SL"],
    ["A-2", "Printer", "2026-01-01", 50, 0, 3, "SYD"],
  ]);
  const plan = await planned({ register: byDigits });
  expect(standings(plan)).toEqual(["create", "left"]);
  expect(plan.lines[1]?.sentence).toBe("DayZero has no method for SYD with these terms.");
  expect(plan.createAssets).toHaveLength(1);
});

test("a month is previewed beside the sheet, with the difference of every asset", async () => {
  await ran();
  const february = rows.map((row) => (row.asset === "A-2" ? { ...row, amount: cents(row.amount + 34) } : row));
  const plan = await planned({ month: month("2026-02"), rows: february });
  expect(plan.lines.map(({ sheet, ledger: theirs, difference }) => [sheet, theirs, difference])).toEqual([
    [10_000, 10_000, 0],
    [1_700, 1_666, 34],
  ]);
  expect(plan.lines[1]?.sentence).toBe("The sheet has 0.34 more than the ledger.");
  expect(plan.totals).toEqual({ sheet: 11_700, ledger: 11_666, difference: 34 });
  const done = await pushRun(plan, await input({ month: month("2026-02"), rows: february }));
  expect(words(done)).toEqual(["Posted", "Posted"]);
  expect(done.outcomes[1]).toMatchObject({ amount: 1_666, sentence: "The sheet has 0.34 more than the ledger." });
});

test("a new asset for which the ledger would book another figure is made, but not run unseen", async () => {
  const odd = rows.map((row) => (row.asset === "A-2" ? { ...row, amount: cents(1_700) } : row));
  const done = await ran({ rows: odd });
  expect(words(done)).toEqual(["Posted", "Skipped"]);
  expect(done.outcomes[1]?.sentence).toContain("was not in the preview: preview the month again to run it.");
  expect(words(await ran({ rows: odd }))).toEqual(["Already there", "Posted"]);
});

test("an asset without a row in the sheet is not run, though the ledger would", async () => {
  await ran();
  const without = rows.filter(({ asset }) => asset === "A-1");
  const next = { month: month("2026-02"), rows: without };
  expect(standings(await planned(next))).toEqual(["run", "left"]);
  expect((await ran(next)).report).toMatchObject({ assetsProcessed: 1, total: 10_000 });
});

test("what was posted through another door is booked, not run again", async () => {
  await officeAt(bench.connection("layer"), register, firstMonth()).post();
  const plan = await planned();
  expect(standings(plan)).toEqual(["booked", "booked"]);
  expect(words(await ran())).toEqual(["Already there", "Already there"]);
});

test("what a run has booked is already there for a push of the same rows", async () => {
  await ran();
  const office = officeAt(bench.connection("layer"), register, firstMonth());
  const report = await office.post();
  expect(report.outcomes.map(({ word }) => word)).toEqual(["Already there", "Already there"]);
  expect(await heldBy(bench)).toHaveLength(2);
});

describe("the answer to a run gets lost", () => {
  const toTheRun = (fault: "response lost" | "request lost" | "fails after the effect") =>
    bench.line.befalls((_count, path) => (path.endsWith("run-depreciation") ? fault : "none"));

  test.each(["response lost", "fails after the effect"] as const)(
    "%s: the entries say that it was booked",
    async (fault) => {
      toTheRun(fault);
      const done = await ran();
      expect(words(done)).toEqual(["Posted", "Posted"]);
      expect(done.stopped).toMatchObject({ kind: "unknown-outcome" });
    },
  );

  test("request lost: unknown, and not run again before the first request cannot arrive any more", async () => {
    toTheRun("request lost");
    expect(words(await ran())).toEqual(["Unknown", "Unknown"]);
    bench.line.befalls(() => "none");
    const waiting = await planned();
    expect(standings(waiting)).toEqual(["left", "left"]);
    expect(waiting.lines[0]?.sentence).toContain("Look again in 120 seconds.");
    expect(words(await ran())).toEqual(["Skipped", "Skipped"]);
    clock.forward(120_000);
    expect(words(await ran())).toEqual(["Posted", "Posted"]);
    expect(await heldBy(bench)).toHaveLength(2);
  });
});

test("a process that dies while its run is under way leaves a record of it: the month is not run again at once", async () => {
  const dead = await input({ connection: { ...connection(), timeoutMs: 60_000 }, clock: stoppedClock });
  const plan = await planned();
  await new Promise<void>((died) => {
    bench.line.befalls((_count, path) => {
      if (!path.endsWith("run-depreciation")) return "none";
      died();
      return "never delivered nor answered";
    });
    void pushRun(plan, dead);
  });
  bench.line.befalls(() => "none");
  const next = await planned();
  expect(standings(next)).toEqual(["left", "left"]);
  expect(next.lines[0]?.sentence).toContain("may still arrive");
});

test("the answer to making an asset gets lost: nothing is made twice", async () => {
  bench.line.befalls((count) => (count === 1 ? "response lost" : "none"));
  const done = await ran();
  expect(done.stopped).toMatchObject({ kind: "unknown-outcome" });
  expect(done.outcomes).toEqual([]);
  expect(words(await ran())).toEqual(["Posted", "Posted"]);
  expect(await assetsThere()).toBe(2);
});

test("a wait before an asset is placed in service does not make the asset again", async () => {
  const creations: string[] = [];
  let places = 0;
  bench.line.befalls((_count, path) => {
    if (path.endsWith("/fixed-assets")) creations.push(path);
    return path.endsWith("/place-in-service") && (places += 1) <= 2 ? "told to wait" : "none";
  });
  expect(words(await ran())).toEqual(["Posted", "Posted"]);
  expect(creations).toHaveLength(2);
});

test("a wait of an hour before an asset is placed is not waited for: it is a draft, and placed by the next run", async () => {
  bench.line.befalls((_count, path) => (path.endsWith("/place-in-service") ? "told to wait an hour" : "none"));
  expect(await ran()).toMatchObject({ outcomes: [], stopped: { kind: "busy" } });
  expect(clock.waits).toEqual([]);
  bench.line.befalls(() => "none");
  expect(words(await ran())).toEqual(["Posted", "Posted"]);
});

async function assetsThere(): Promise<number> {
  const path = `${bench.ledger.baseUrl}/dayzero/api/v1/fixed-assets`;
  const answer = await fetch(path, {
    headers: { authorization: `Bearer ${bench.business.token}`, "x-business-id": bench.business.businessId },
  });
  return ((await answer.json()) as { readonly assets: readonly unknown[] }).assets.length;
}

test("an asset that DayZero could not compute as the sheet does is left out, and the other is run", async () => {
  const mixed = registerFrom([
    ["Asset", "In service", "Cost", "Life (months)", "Method"],
    ["A-1", "2026-01-01", 1200, 12, "SL"],
    ["A-2", "2026-01-01", 600, 36, "SYD"],
  ]);
  const done = await ran({ register: mixed, rows: rowsOf(mixed, "2026-01", "2026-01") });
  expect(words(done)).toEqual(["Posted", "Skipped"]);
  expect(done.outcomes[1]?.sentence).toContain("DayZero has no method for SYD with these terms.");
});

test("a journal that cannot be written stops the run, with every row ready", async () => {
  await ran();
  const next = await input({ month: month("2026-02") });
  const full = { ...next.journal, writeAhead: () => Promise.reject(new DOMException("Full", "QuotaExceededError")) };
  const done = await pushRun(await planned({ month: month("2026-02") }), { ...next, journal: full });
  expect(done).toMatchObject({ outcomes: [], stopped: { kind: "unreachable" } });
  expect(await heldBy(bench)).toHaveLength(2);
});

test("an opening balance is in the ledger's books, through whichever door the asset was made", async () => {
  const opened = registerFrom([
    ["Asset", "In service", "Cost", "Life (months)", "Method", "Opening accumulated", "Opening date"],
    ["A-1", "2025-07-01", 1200, 12, "SL", 600, "2025-12-31"],
  ]);
  const january = rowsOf(opened, "2026-01", "2026-01");
  const accumulated = async () => {
    const plan = await planned({
      month: month("2026-02"),
      register: opened,
      rows: rowsOf(opened, "2026-02", "2026-02"),
    });
    return plan.lines.map(({ ledger: theirs, difference }) => [theirs, difference]);
  };
  expect(words(await ran({ register: opened, rows: january }))).toEqual(["Posted"]);
  expect(await accumulated()).toEqual([[10_000, 0]]);
  expect(await accumulatedInBooks()).toBe(70_000);
  await bench.renew();
  await officeAt(bench.connection("layer"), opened, january).post();
  expect(await accumulatedInBooks()).toBe(70_000);
});

test("an asset that is in the ledger as a draft is placed in service first", async () => {
  await officeAt(bench.connection("layer"), register, firstMonth()).post();
  const next = { month: month("2026-02") };
  const plan = await planned(next);
  expect(plan.placeInService.map(({ asset }) => asset)).toEqual(["A-1", "A-2"]);
  expect(words(await ran(next))).toEqual(["Posted", "Posted"]);
});

test("with a token that is not good nothing is run, and the rows stay ready", async () => {
  const bad = { connection: { ...connection(), token: "wrong" } };
  expect(await planRun(await input(bad))).toMatchObject({ ok: false, problem: { kind: "unauthorised" } });
});

/** In the one asset of the business, in cents. */
async function accumulatedInBooks(): Promise<number | undefined> {
  const assets = await sure(connector.run).assets(connection());
  return assets.ok ? assets.value[0]?.accumulated : undefined;
}

function firstMonth(): readonly SheetRow[] {
  return rows.filter(({ periodEnd }) => periodEnd === nth(rows, 0).periodEnd);
}
