// Goal: a charge whose period is closed is posted on an open day and stays the charge of its own period: under its key, once,
// tied to date, and known as such to a colleague, to the ledger's own run and to the reconciliation. Method: the real
// push and reconciliation against the reference ledger. Amounts by hand: 1,000.00 over 3 months by running totals is
// 333.33, 333.34, 333.33; 600.00 over 6 is 100.00 a month; 90.00 over 2 is 45.00.
import { connectorOf } from "../../src/connectors";
import { amountText } from "../../src/engine";
import { noAccounts, noEvents } from "../../src/sheet";
import { type PushReport, type SheetRow, readHoldings, reconcile, verdictOf } from "../../src/sync";
import { sure } from "../connectors/systems";
import { day, month, nth, registerFrom, rowsOf, threeAssets } from "./books";
import { emptyBrowser } from "./browser-database";
import { ledgerBench } from "./ledger-bench";
import { type Office, balanceOf, closeBooks, heldBy, officeAt } from "./office";

const layer = sure(connectorOf({ system: "layer" }));
const register = registerFrom(threeAssets);
const rows = rowsOf(register, "2026-01", "2026-03");
const isJanuary = ({ periodEnd }: SheetRow) => periodEnd === day("2026-01-31");
const firstOpen = day("2026-02-01");
const dated = rows.map((row) => (isJanuary(row) ? { ...row, postingDate: firstOpen } : row));

const bench = ledgerBench();
let office: Office;
beforeEach(async () => {
  office = officeAt(bench.connection("layer"), register, rows);
  const { createAssets } = await office.plan();
  for (const { asset } of createAssets) await sure(layer.post).createAsset(office.connection, asset);
  await closeBooks(bench, "2026-01-31");
});

const words = ({ outcomes }: PushReport) => outcomes.map(({ word }) => word);
const count = (report: PushReport, word: string) => words(report).filter((each) => each === word).length;

/** January refused, the other months posted; then January with the posting date. */
async function postBoth(): Promise<PushReport> {
  const report = await office.post();
  expect([count(report, "Posted"), count(report, "Refused")]).toEqual([5, 3]);
  return office.post({}, dated);
}

test("January's charges are posted in February, under January's keys", async () => {
  const report = await postBoth();
  expect([count(report, "Posted"), count(report, "Already there")]).toEqual([3, 5]);
  expect(report.audit?.kind).toBe("tied");
  const held = (await heldBy(bench)).filter(({ external_id }) => external_id?.includes(".2026-01-31."));
  expect(held.map(({ date, amount }) => [date.slice(0, 10), amount]).sort()).toEqual([
    ["2026-02-01", 100_00],
    ["2026-02-01", 333_33],
    ["2026-02-01", 45_00],
  ]);
  expect(await balanceOf(bench, "DEPRECIATION")).toBe(1000_00 + 300_00 + 90_00);
});

test("a colleague whose sheet has no posting dates finds them there, and nothing is sent", async () => {
  await postBoth();
  emptyBrowser();
  const plan = await office.plan();
  expect(plan.totals.post.count).toBe(0);
  expect(new Set(plan.rows.map(({ kind }) => kind))).toEqual(new Set(["already-there"]));
  expect(
    nth(
      plan.rows.filter(({ row }) => isJanuary({ ...row.line, row: 0 })),
      0,
    ).row.line.postingDate,
  ).toBe(firstOpen);
});

test("another posting date afterwards is a change, which is named and not sent", async () => {
  await postBoth();
  const moved = rows.map((row) => (isJanuary(row) ? { ...row, postingDate: day("2026-02-15") } : row));
  const changed = (await office.plan(moved)).rows.filter(({ kind }) => kind === "changed");
  expect(changed).toHaveLength(3);
  const sentences = changed.map((step) => ("sentence" in step ? step.sentence : ""));
  expect(nth(sentences, 0)).toContain("its date is 2026-02-01, ours 2026-02-15");
});

test("the ledger's own run knows that January is charged", async () => {
  await postBoth();
  await closeBooks(bench, null);
  const answer = await fetch(`${bench.ledger.baseUrl}/dayzero/api/v1/fixed-assets/run-depreciation`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${bench.business.token}`,
      "x-business-id": bench.business.businessId,
      "content-type": "application/json",
    },
    body: JSON.stringify({ period_date: "2026-01-01" }),
  });
  expect(await answer.json()).toMatchObject({ entries_created: 0 });
});

test("the reconciliation has each charge in the month that it is of", async () => {
  await postBoth();
  const held = await readHoldings(layer, office.connection, "GAAP");
  if (!held.ok) throw new Error(held.problem.sentence);
  const proof = await reconcile({
    ...{ book: "GAAP", decimals: 2, register, accounts: noAccounts, events: noEvents, rows: dated },
    journal: await (await office.journal()).records(),
    holdings: held.value,
    from: month("2026-01"),
    to: month("2026-02"),
  });
  expect(verdictOf(proof, (amount) => amountText(amount, 2))).toBe(
    "The register, the sheet and the ledger agree to the cent: 6 charges, 956.67.",
  );
});
