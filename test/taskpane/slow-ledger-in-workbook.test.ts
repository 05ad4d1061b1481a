// Goal: while a ledger is slow to be read, a person cancels, chooses another ledger, or the browser takes the journal away;
// what the pane then says is so. Method: the real office.js, the reference ledger on a real server, a line that holds.
import { monthFromText } from "../../src/engine";
import { draftOf, matrixOf } from "../../taskpane/state/draft";
import { readAgain } from "../../taskpane/state/gather";
import { ledgerState, readLedgerNow } from "../../taskpane/state/ledger";
import { cancelPush, postProposal, postState, preview } from "../../taskpane/state/post";
import type { Proposal } from "../../taskpane/state/propose";
import { askReversal, cancelReversal, reverseProposal, reverseState } from "../../taskpane/state/reverse";
import { writeOwnSheet } from "../../taskpane/workbook/own-sheet";
import { scheduleSheet } from "../../taskpane/workbook/schedule-sheet";
import { startLedger, type StartedLedger } from "../ledger/start";
import { startOffice, type StartedOffice } from "../office/start";
import { emptyBrowser } from "../sync/browser-database";
import { connectTo } from "./connected";
import { heldLine, type HeldLine } from "./held-line";
import { valueOf } from "./value-of";

let ledger: StartedLedger;
let line: HeldLine;
let office: StartedOffice;

// Node 20 has none: a browser that promises nothing about what it stores.
beforeAll(() => void Object.assign(globalThis, { navigator: {} }));

beforeEach(async () => {
  emptyBrowser();
  ledger = await startLedger();
  line = await heldLine(ledger.baseUrl);
  office = await startOffice({ sheets: ["Register", "Schedule"] });
  connectTo("layer", `${line.url}/layer`, ledger.token, ledger.businessId);
  await writeWorkbook();
});
afterEach(async () => {
  line.letGo();
  office.close();
  await line.close();
  await ledger.close();
});

async function writeWorkbook(): Promise<void> {
  await office.Excel.run(async (context) => {
    // 46023 is 2026-01-01 by Excel's own DATEVALUE.
    const values = [
      ["Asset", "Cost", "In service", "Life (years)"],
      ["A", 1200, 46_023, 1],
      ["B", 600, 46_023, 1],
    ];
    const range = context.workbook.worksheets.getItem("Register").getRange("A1:D3");
    range.values = values;
    context.workbook.tables.add("Register!A1:D3", true).name = "Register";
    await context.sync();
  });
  const read = valueOf(await readAgain());
  const january = valueOf(monthFromText("2026-01"));
  const draft = await draftOf(read, january, january);
  if (draft === undefined) throw new Error("There is a draft.");
  valueOf(await writeOwnSheet(scheduleSheet("GAAP"), matrixOf(draft.lines, [], read.settings)));
}

async function previewed(): Promise<Proposal> {
  await preview();
  const { step, trouble } = postState.get();
  if (step.at !== "preview") throw new Error(trouble ?? step.at);
  return step.proposal;
}

async function postings(): Promise<number> {
  const connection = { baseUrl: `${ledger.baseUrl}/layer/v1/businesses/${ledger.businessId}` };
  const headers = { authorization: `Bearer ${ledger.token}` };
  const answer = await fetch(`${connection.baseUrl}/assets/value-updates`, { headers });
  const { data } = (await answer.json()) as { readonly data: readonly { readonly archived_at?: string | null }[] };
  return data.filter(({ archived_at: archived = null }) => archived === null).length;
}

test("cancelled while the ledger is read once more, nothing is posted", async () => {
  const proposal = await previewed();
  const waiting = line.hold();
  const posted = postProposal(proposal);
  await waiting;
  cancelPush();
  line.letGo();
  await posted;
  expect([postState.get().step.at, postState.get().note]).toEqual(["preview", "Cancelled before anything was sent."]);
  expect(await postings()).toBe(0);
});

test("cancelled while the ledger is read once more, nothing is reversed", async () => {
  const proposal = await previewed();
  await postProposal(proposal);
  expect(await postings()).toBe(2);
  await askReversal(new Set(proposal.plan.rows.map(({ row }) => row.key)));
  const { step, trouble } = reverseState.get();
  if (step.at !== "asking") throw new Error(trouble ?? step.at);
  const waiting = line.hold();
  const reversed = reverseProposal(step.proposal);
  await waiting;
  cancelReversal();
  line.letGo();
  await reversed;
  expect([reverseState.get().step.at, reverseState.get().note]).toEqual([
    "asking",
    "Cancelled before anything was sent.",
  ]);
  expect(await postings()).toBe(2);
});

test("what a slow ledger holds is not shown as another's, which answered before it", async () => {
  await postProposal(await previewed());
  const waiting = line.hold();
  const slow = readLedgerNow();
  await waiting;
  const other = await startLedger();
  connectTo("layer", `${other.baseUrl}/layer`, other.token, other.businessId);
  await readLedgerNow();
  line.letGo();
  await slow;
  await other.close();
  const { busy, lines } = ledgerState.get();
  expect([busy, lines?.map(({ asset, standing }) => [asset, standing])]).toEqual([
    false,
    [
      ["A", "missing"],
      ["B", "missing"],
    ],
  ]);
});

test("a journal that the browser takes away meanwhile is said, and the preview can be asked for again", async () => {
  const waiting = line.hold();
  const read = preview();
  await waiting;
  await new Promise((resolve) => (indexedDB.deleteDatabase("depr-journal").onsuccess = resolve));
  line.letGo();
  await read;
  expect([postState.get().step.at, postState.get().trouble]).toEqual(["start", expect.stringMatching(/journal/)]);
  await previewed();
});
