// Goal: for every row, the plan does the one thing that is right. Method: rows of a real register, a ledger and a journal
// as values; each test changes one of them.
import type { LedgerAsset, PostedUpdate } from "../../src/connectors";
import { cents } from "../../src/engine";
import type { Finding } from "../../src/sheet";
import {
  type IdentifiedRow,
  type JournalRecord,
  type JournalState,
  type PlanInput,
  type SheetRow,
  identify,
  statusOfStep,
} from "../../src/sync";
import { day, nth, registerFrom } from "./books";
import { held, inLedger, keyless, planned, rows, updateOf } from "./plan-bench";

let identified: readonly IdentifiedRow[];
beforeAll(async () => {
  identified = await identify(rows, "GAAP");
});

function first(): IdentifiedRow {
  return nth(identified, 0);
}

function stepOfFirst(more: Partial<PlanInput>) {
  return planned(identified, more).rows[0];
}

describe("a fresh schedule", () => {
  test("is posted whole, with totals by outcome and by account", () => {
    const { rows: steps, totals, byAccount, createAssets } = planned(identified);
    expect(steps.map(({ kind }) => kind)).toEqual(identified.map(() => "post"));
    // Three months of 1,000 / 3 and 600 / 6, two of 90 / 2.
    expect(totals.post).toEqual({ count: 8, amount: 1_000_00 + 300_00 + 90_00 });
    expect(byAccount).toEqual([{ account: "DEPRECIATION", type: "DEPRECIATION", count: 8, amount: 1_390_00 }]);
    expect(createAssets).toEqual([]);
  });

  test("has the assets made first that the ledger lacks, each once", () => {
    const { createAssets, rows: steps } = planned(identified, { ledger: { assets: held.slice(0, 1), updates: [] } });
    expect(createAssets.map(({ asset }) => asset.asset)).toEqual(["A-2", "A-3"]);
    expect(createAssets[0]?.asset).toMatchObject({ name: "Van", assetClass: "Vehicles", cost: 600_00, lifeMonths: 6 });
    expect(steps.find(({ row }) => row.line.asset === "A-2")).toMatchObject({ kind: "post", ledgerId: undefined });
  });

  test("finds an asset by the ledger id beside its row, unless the ledger knows it by another name", () => {
    const withIds = registerFrom([
      ["Asset", "In service", "Cost", "Life (months)", "Ledger id"],
      ["A-1", "2026-01-01", 1000, 3, "OLD-1"],
      ["A-2", "2026-01-01", 600, 6, "ledger-A-3"],
      ["A-3", "2026-01-01", 90, 2, ""],
    ]);
    const unnamed: LedgerAsset = { ledgerId: "old-1", name: "Forklift", standing: "active" };
    const ledger = { assets: [unnamed, ...held.slice(2)], updates: [] };
    const { createAssets, rows: steps } = planned(identified, { register: withIds, ledger });
    expect(steps[0]).toMatchObject({ ledgerId: "old-1" });
    expect(createAssets.map(({ asset }) => asset.asset)).toEqual(["A-2"]);
  });
});

describe("a row that the ledger holds twice", () => {
  const twice = (more: Partial<PostedUpdate> = {}) =>
    inLedger(updateOf(first(), { id: "one" }), updateOf(first(), { id: "two", ...more }));

  test("is refused, with what the ledger calls both; nothing is sent", () => {
    const step = stepOfFirst(twice());
    expect(step).toMatchObject({ kind: "blocked", code: "there-twice" });
    expect(step === undefined ? undefined : statusOfStep(step, 2)).toMatchObject({
      status: "Refused",
      message: "The ledger holds it twice: one and two. Reverse all but one there, then preview again.",
    });
  });

  test("is already there once all but one were reversed", () => {
    expect(stepOfFirst(twice({ archived: true }))).toMatchObject({ kind: "already-there", posted: { id: "one" } });
  });
});

describe("a row that the ledger holds", () => {
  test("is already there", () => {
    expect(stepOfFirst(inLedger(updateOf(first())))).toMatchObject({ kind: "already-there" });
  });

  test.each<[string, Partial<PostedUpdate>, string]>([
    ["amount", { amount: cents(30_000) }, "its amount is 300.00, ours 333.33"],
    ["date", { date: day("2026-01-30") }, "its date is 2026-01-30, ours 2026-01-31"],
    ["type", { type: "IMPAIRMENT" }, "its type is IMPAIRMENT, ours DEPRECIATION"],
    ["asset", { ledgerId: "ledger-A-2" }, "its asset is ledger-a-2, ours ledger-a-1"],
    ["counter account", { fingerprint: "0".repeat(64) }, "such as the counter account"],
    ["life, being archived", { archived: true }, "it is archived in the ledger"],
  ])("with another %s has changed, and nothing is sent", (_what, change, words) => {
    const step = stepOfFirst(inLedger(updateOf(first(), change)));
    expect(step).toMatchObject({ kind: "changed" });
    expect(step?.kind === "changed" && step.sentence).toContain(words);
  });

  test("is compared by the journal's fingerprint where the ledger keeps none", () => {
    const bare = keyless(first(), { key: first().key });
    const remembered = { ...recordOf(first(), "POSTED"), fingerprint: "0".repeat(64), ledgerRef: bare.id };
    expect(stepOfFirst(inLedger(bare))).toMatchObject({ kind: "already-there" });
    const journal = new Map([[first().key, remembered]]);
    expect(stepOfFirst({ ...inLedger(bare), journal })).toMatchObject({ kind: "changed" });
  });

  test("under a key of ours that is live counts, though an archived one has the same key", () => {
    const updates = [updateOf(first(), { archived: true }), updateOf(first(), { id: "live" })];
    for (const order of [updates, [...updates].reverse()]) {
      expect(stepOfFirst(inLedger(...order))).toMatchObject({ kind: "already-there", posted: { id: "live" } });
    }
  });
});

describe("a month that is charged already under no key or another", () => {
  const without = (more: Partial<PostedUpdate>) => keyless(first(), more);

  test("by another door with the same amount is the charge", () => {
    expect(stepOfFirst(inLedger(without({})))).toMatchObject({ kind: "already-there" });
  });

  test("by another door with another amount is blocked, with the figures", () => {
    const step = stepOfFirst(inLedger(without({ amount: cents(33_000), date: day("2026-01-01") })));
    expect(step).toMatchObject({ kind: "blocked", code: "charged-already" });
    expect(step?.kind === "blocked" && step.sentence).toBe(
      `2026-01 of "A-1" is charged already: 330.00 through another door, dated 2026-01-01. This row has 333.33 under ${first().key}.`,
    );
  });

  test("under another key is blocked even with the same amount", () => {
    expect(stepOfFirst(inLedger(without({ key: "import-7" })))).toMatchObject({ code: "charged-already" });
  });

  test.each<[string, Partial<PostedUpdate>]>([
    ["in another book", { key: "dx1.A-1.2026-01-31.DEPRECIATION.TAX.0.r0" }],
    ["in another book, which only its metadata says", { key: "long~hash", book: "TAX" }],
    ["for another asset", { ledgerId: "ledger-A-9" }],
    ["by another kind of change", { type: "IMPAIRMENT" }],
    ["by what is archived now", { archived: true }],
  ])("%s does not block", (_what, change) => {
    expect(stepOfFirst(inLedger(without(change)))).toMatchObject({ kind: "post" });
  });
});

describe("a row is not sent", () => {
  const withFirst = (change: Partial<SheetRow>): Promise<readonly IdentifiedRow[]> =>
    identify([{ ...nth(rows, 0), ...change }, ...rows.slice(1)], "GAAP");

  test("with a finding of the sheet, but the next asset's is", () => {
    const finding: Finding = {
      table: "schedule",
      row: 1,
      column: 3,
      severity: "error",
      code: "negative",
      sentence: "No.",
    };
    const { rows: steps } = planned(identified, { findings: [finding] });
    expect(steps[0]).toMatchObject({ kind: "blocked", code: "finding", sentence: "No." });
    // The first row of another asset: the next one of this asset waits for its first month.
    expect(steps[3]).toMatchObject({ kind: "post", row: { line: { asset: "A-2" } } });
  });

  test("for an amount of zero: it is skipped", async () => {
    expect(stepOfFirst({ rows: await withFirst({ amount: cents(0) }) })).toMatchObject({ kind: "skipped" });
  });

  test("for an amount below zero", async () => {
    expect(stepOfFirst({ rows: await withFirst({ amount: cents(-5) }) })).toMatchObject({ code: "negative" });
  });

  test("for an asset that the register does not have", async () => {
    expect(stepOfFirst({ rows: await withFirst({ asset: "A-9" }) })).toMatchObject({ code: "not-in-register" });
  });

  test("for an asset that the ledger has closed", () => {
    const closed = held.map((asset) => ({ ...asset, standing: "closed" as const }));
    expect(stepOfFirst({ ledger: { assets: closed, updates: [] } })).toMatchObject({ code: "closed-asset" });
  });

  test("for a month inside the opening balance", () => {
    const opened = registerFrom([
      ["Asset", "In service", "Cost", "Life (months)", "Opening accumulated", "Opening date"],
      ["A-1", "2026-01-01", 1000, 3, 333.33, "2026-01-31"],
      ["A-2", "2026-01-01", 600, 6, null, null],
      ["A-3", "2026-01-01", 90, 2, null, null],
    ]);
    const { rows: steps } = planned(identified, { register: opened });
    expect(steps.slice(0, 2)).toMatchObject([{ code: "in-opening-balance" }, { kind: "post" }]);
  });

  test("when it belongs to another book", async () => {
    const status = { syncKey: "dx1.A-1.2026-01-31.DEPRECIATION.TAX.0.r0", status: "Posted", ledgerRef: "x" };
    const cells = { ...status, postedAmount: "", postedAt: "", message: "" };
    expect(stepOfFirst({ rows: await withFirst({ status: cells }) })).toMatchObject({ code: "other-book" });
  });

  test("when it is there twice; once the ledger holds it, only the copies are blocked", async () => {
    const copied = await identify([...rows, { ...nth(rows, 0), row: 99 }], "GAAP");
    const codes = (more: Partial<PlanInput>) =>
      planned(identified, { rows: copied, ...more })
        .rows.filter(({ row }) => row.key === first().key)
        .map((step) => (step.kind === "blocked" ? step.code : step.kind));
    expect(codes({})).toEqual(["row-twice", "row-twice"]);
    expect(codes(inLedger(updateOf(first())))).toEqual(["already-there", "row-twice"]);
  });
});

describe("a row whose sending has no known outcome", () => {
  const remembered = (state: JournalState, more: Partial<JournalRecord> = {}) => ({
    journal: new Map([[first().key, { ...recordOf(first(), state), ...more }]]),
  });

  test.each(["UNKNOWN", "SENDING"] as const)("%s: the same bytes are sent again", (state) => {
    const step = stepOfFirst(remembered(state));
    expect(step).toMatchObject({ kind: "post", unsettled: { body: "the very bytes" } });
    expect(step && statusOfStep(step, 2).status).toBe("Unknown");
  });

  test("with other content waits until the first bytes cannot arrive any more", () => {
    const other = { fingerprint: "0".repeat(64), lastSentAt: 1_000_000 - 30_000 };
    const step = stepOfFirst(remembered("UNKNOWN", other));
    expect(step).toMatchObject({ kind: "blocked", code: "unsettled-otherwise" });
    expect(step?.kind === "blocked" && step.sentence).toContain("Look again in 90 seconds.");
    const later = stepOfFirst({ ...remembered("UNKNOWN", other), now: 1_000_000 + 90_000 });
    expect(later).toMatchObject({ kind: "post" });
    expect(later).not.toHaveProperty("unsettled");
  });

  test("waits as well where the ledger does not count a key once, whatever its content", () => {
    const sent = { lastSentAt: 1_000_000 - 30_000 };
    const step = stepOfFirst({ ...remembered("UNKNOWN", sent), countsKeysOnce: false });
    expect(step).toMatchObject({ kind: "blocked", code: "under-way" });
    expect(step?.kind === "blocked" && step.sentence).toContain("Look again in 90 seconds.");
    const later = stepOfFirst({ ...remembered("UNKNOWN", sent), countsKeysOnce: false, now: 1_000_000 + 90_000 });
    expect(later).toMatchObject({ kind: "post", unsettled: { body: "the very bytes" } });
  });

  test.each(["REJECTED", "READY", "POSTED", "CONFLICT"] as const)("%s is no such row: new bytes are made", (state) => {
    const step = stepOfFirst(remembered(state, { fingerprint: "0".repeat(64) }));
    expect(step).toMatchObject({ kind: "post" });
    expect(step).not.toHaveProperty("unsettled");
  });
});

function recordOf(row: IdentifiedRow, state: JournalState): JournalRecord {
  const times = { firstSentAt: 0, lastSentAt: 0 };
  return {
    key: row.key,
    state,
    body: "the very bytes",
    fingerprint: row.fingerprint,
    attempt: 1,
    batch: "b",
    ...times,
  };
}
