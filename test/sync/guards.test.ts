// Goal: no day is charged twice, and no charge is sent after which the ledger would not tie to the schedule. Method: as in
// plan.test.ts. The figures are those of books.ts: A-2 is 600.00 over 6 months, 100.00 a month, in service since 2026-01.
import type { PostedUpdate } from "../../src/connectors";
import { type Frequency, cents, frequencies } from "../../src/engine";
import { buildSchedule, noAccounts, noEvents } from "../../src/sheet";
import { type IdentifiedRow, type PlanInput, type SheetRow, identify, termsHashes } from "../../src/sync";
import { day, month, nth, registerFrom, rowsOf } from "./books";
import { inLedger, keyless, planned, updateOf } from "./plan-bench";

const header = ["Asset", "In service", "Cost", "Salvage", "Life (months)", "Method"];
const register = registerFrom([header, ["A-2", "2026-01-01", 600, 0, 6, "SL"]]);
const monthly = rowsOf(register, "2026-01", "2026-06");
const quarterly = (): readonly SheetRow[] => {
  const frequency = frequencies.find(({ months }) => months === 3) as Frequency;
  const how = { frequency, posted: [] };
  const { lines } = buildSchedule(register, noAccounts, noEvents, month("2026-01"), month("2026-06"), how);
  return lines.map((line, index) => ({ ...line, row: index + 1 }));
};

const steps = (rows: readonly IdentifiedRow[], more: Partial<PlanInput> = {}) =>
  planned(rows, { register, ...more }).rows.map((step) =>
    step.kind === "blocked" ? `${step.code}: ${step.sentence}` : step.kind,
  );
const ofGaap = (rows: readonly SheetRow[]) => identify(rows, "GAAP");
const postedOf = (rows: readonly IdentifiedRow[], more: Partial<PostedUpdate> = {}) =>
  rows.map((row) => {
    const { periodStart } = row.line;
    return updateOf(row, { ...(periodStart === undefined ? {} : { periodStart }), ...more });
  });

describe("days that the ledger has charged", () => {
  test("by months are not charged again by quarters, whose row says both periods and amounts", async () => {
    const posted = postedOf((await ofGaap(monthly)).slice(0, 2));
    const [first, second] = steps(await ofGaap(quarterly()), inLedger(...posted));
    expect(first).toBe(
      'overlaps-posted: This row of "A-2" has 300.00 for 2026-01 to 2026-03, but the ledger holds ' +
        "100.00 for 2026-01 under the key dx1.A-2.2026-01-31.DEPRECIATION.GAAP.0.r0, " +
        "100.00 for 2026-02 under the key dx1.A-2.2026-02-28.DEPRECIATION.GAAP.0.r0, 200.00 in all: " +
        "no day is charged twice. Rebuild the schedule, so that posted months keep their rows.",
    );
    expect(second).toContain("earlier-month-missing: 2026-03");
  });

  test("by a quarter are not charged again by months, and the month with the quarter's key has changed", async () => {
    const posted = postedOf((await ofGaap(quarterly())).slice(0, 1));
    const made = steps(await ofGaap(monthly), inLedger(...posted));
    expect(made.map((text) => text.split(":")[0])).toEqual([
      "overlaps-posted",
      "overlaps-posted",
      "changed",
      "post",
      "post",
      "post",
    ]);
    const [, , third] = planned(await ofGaap(monthly), { register, ...inLedger(...posted) }).rows;
    expect(third?.kind === "changed" && third.sentence).toContain(
      "It stands for 2026-01 to 2026-03 there, for 2026-03 here.",
    );
  });

  test("through another door, which names no period, are those of its month", async () => {
    const rows = await ofGaap(quarterly());
    const other = keyless(nth(rows, 0), { amount: cents(100_00), date: day("2026-02-10") });
    expect(steps(rows, inLedger(other))[0]).toContain("100.00 for 2026-02 through another door");
  });

  test.each<[string, Partial<PostedUpdate>]>([
    ["in another book", { book: "TAX", key: "dx1.A-2.2026-01-31.DEPRECIATION.TAX.0.r0" }],
    ["archived", { archived: true }],
    ["an impairment", { type: "IMPAIRMENT" }],
  ])("%s are free", async (_what, change) => {
    const posted = postedOf((await ofGaap(monthly)).slice(0, 1), change);
    expect(steps(await ofGaap(quarterly()), inLedger(...posted))).toEqual(["post", "post"]);
  });

  test("by a correction are free: it stands for no days", async () => {
    const correction = keyless(nth(await ofGaap(monthly), 0), { key: "dx1.x", change: "ERROR", amount: cents(5) });
    const untold = await ofGaap(monthly.map((row) => without(row, "chargedToDate")));
    expect(steps(untold, inLedger(correction))[0]).toBe("post");
  });
});

test("two rows of the sheet that share a day are both held back", async () => {
  const [quarter] = quarterly();
  const rows = await ofGaap([...monthly.slice(0, 1), { ...nth([quarter], 0), row: 9 } as SheetRow]);
  expect(steps(rows)).toEqual([
    'overlaps-row: This row of "A-2" has 100.00 for 2026-01, and row 10 has 300.00 for 2026-01 to 2026-03: no day is charged twice. Keep one of them.',
    'overlaps-row: This row of "A-2" has 300.00 for 2026-01 to 2026-03, and row 2 has 100.00 for 2026-01: no day is charged twice. Keep one of them.',
  ]);
});

describe("what is charged to date", () => {
  test("counts what the ledger holds and the rows before it that are to be posted", async () => {
    const rows = await ofGaap(monthly);
    expect(steps(rows, inLedger(...postedOf(rows.slice(0, 2))))).toEqual([
      ...["already-there", "already-there"],
      ...["post", "post", "post", "post"],
    ]);
  });

  test("counts months that the sheet does not have, where the ledger has them", async () => {
    const rows = await ofGaap(monthly);
    expect(steps(rows.slice(3), inLedger(...postedOf(rows.slice(0, 3))))).toEqual(["post", "post", "post"]);
  });

  test("that neither the ledger nor the sheet has come to holds the row back, with the figures", async () => {
    const rows = await ofGaap(monthly);
    const posted = postedOf(rows.slice(0, 3), { amount: cents(50_00) });
    expect(steps(rows.slice(3, 4), inLedger(...posted))).toEqual([
      'not-tied: "A-2" does not tie at 2026-04-30: 150.00 in the ledger, 0.00 of rows before it and 100.00 of this row ' +
        "make 250.00, but the schedule has 400.00 charged to date. 150.00 is missing. " +
        "Post the months before it, or give the asset an opening balance.",
    ]);
  });

  test("before the first row is taken as it is, where neither ledger nor register knows of that time; and so month by month", async () => {
    const rows = await ofGaap(monthly.slice(3));
    expect(steps(rows)).toEqual(["post", "post", "post"]);
    expect(steps(rows, inLedger(...postedOf(rows.slice(0, 1))))).toEqual(["already-there", "post", "post"]);
    const between = [nth(rows, 0), nth(rows, 2)];
    expect(steps(between, inLedger(...postedOf(rows.slice(0, 1))))[1]).toContain("earlier-month-missing: 2026-05");
  });

  test("that the ledger is beyond holds the row back: a month came twice, or before the schedule begins", async () => {
    const rows = await ofGaap(monthly);
    const stray = keyless(nth(rows, 0), { date: day("2025-12-31"), amount: cents(7_00) });
    expect(steps(rows, inLedger(stray))[0]).toContain(
      "7.00 is too much. Rebuild the schedule, so that posted months keep their amounts.",
    );
  });

  test("begins with the opening balance, and what was posted until then is in it", async () => {
    const columns = ["Opening accumulated", "Opening date"];
    const opened = registerFrom([
      [...header, ...columns],
      ["A-2", "2026-01-01", 600, 0, 6, "SL", 200, "2026-02-28"],
    ]);
    const rows = await ofGaap(rowsOf(opened, "2026-03", "2026-04"));
    const early = keyless(nth(rows, 0), { date: day("2026-01-31") });
    expect(steps(rows, { register: opened, ...inLedger(early) })).toEqual(["post", "post"]);
  });

  test("is not asked of a sheet that does not say it", async () => {
    const untold = monthly.slice(3).map((row) => without(row, "chargedToDate"));
    expect(steps(await ofGaap(untold))).toEqual(["post", "post", "post"]);
  });

  test("of an edited amount does not tie", async () => {
    const edited = monthly.slice(0, 1).map((row) => ({ ...row, amount: cents(row.amount + 1) }));
    expect(steps(await ofGaap(edited))[0]).toContain("0.01 is too much");
  });

  test("counts a correction after the charge of its date, whichever of the two was posted first", async () => {
    const [january] = monthly;
    const line = { ...nth([january], 0) } as SheetRow;
    const rest = without(line, "periodStart");
    const correction: SheetRow = {
      ...rest,
      row: 2,
      amount: cents(5_00),
      chargedToDate: cents(105_00),
      change: "ERROR",
    };
    const rows = await ofGaap([correction, line]);
    expect(rows.map(({ key }) => key.slice(-4))).toEqual(["1.r0", "0.r0"]);
    expect(steps(rows)).toEqual(["post", "post"]);
    const first = updateOf(nth(rows, 0), { change: "ERROR" });
    expect(steps(rows, inLedger(first))).toEqual(["already-there", "post"]);
    expect(steps(rows, inLedger(updateOf(nth(rows, 1))))).toEqual(["post", "already-there"]);
  });

  test("is judged by all rows, though only some are wanted", async () => {
    const rows = await ofGaap(monthly);
    const only = new Set([nth(rows, 2).key]);
    const made = planned(rows, { register, only, ...inLedger(...postedOf(rows.slice(0, 2))) });
    expect(made.rows.map(({ kind, row }) => [kind, row.key])).toEqual([["post", nth(rows, 2).key]]);
    expect(made.totals.post).toEqual({ count: 1, amount: 100_00 });
  });
});

describe("terms that changed since a month was posted", () => {
  test("are said, with the month; terms that did not are not", async () => {
    const rows = await ofGaap(monthly);
    const then = (await termsHashes(register)).get("A-2") ?? "";
    const longer = registerFrom([header, ["A-2", "2026-01-01", 600, 0, 12, "SL"]]);
    const ledger = inLedger(...postedOf(rows.slice(0, 2), { termsHash: then }));
    const made = async (now: typeof register) =>
      planned(rows, { ...ledger, register: now, termsOf: await termsHashes(now) }).termsChanged;
    expect(await made(register)).toEqual([]);
    expect(await made(longer)).toEqual([
      { asset: "A-2", sentence: 'The terms of "A-2" have changed since 2026-02 was posted.' },
    ]);
  });

  test.each<[string, readonly (string | number)[]]>([
    ["cost", ["A-2", "2026-01-01", 601, 0, 6, "SL"]],
    ["salvage", ["A-2", "2026-01-01", 600, 1, 6, "SL"]],
    ["life", ["A-2", "2026-01-01", 600, 0, 7, "SL"]],
    ["method", ["A-2", "2026-01-01", 600, 0, 6, "SYD"]],
    ["in-service date", ["A-2", "2026-01-02", 600, 0, 6, "SL"]],
  ])("are other terms by another %s", async (_what, row) => {
    const other = await termsHashes(registerFrom([header, row]));
    expect(other.get("A-2")).not.toBe((await termsHashes(register)).get("A-2"));
  });
});

function without(row: SheetRow, name: "chargedToDate" | "periodStart"): SheetRow {
  return Object.fromEntries(Object.entries(row).filter(([key]) => key !== name)) as unknown as SheetRow;
}
