// The plug is pulled in the middle of a push: the tab is closed, the ledger is killed, the network is gone. Pressing Post
// again ends with the ledger and the sheet agreeing to the cent. Each story has a browser and a server of its own, and its
// register is the eleven depreciating assets of the workbench's, charged from the first month that any of them has.
import { lineToCut } from "./cut-line";
import type { CutLine } from "./cut-line";
import { openWorkbench, showWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";
import { doorOf } from "./script-door";

let open: OpenWorkbench;
let pane: PaneFrame;
let line: CutLine;
/** How many rows the schedule has, all of them to be posted. */
let rows: number;

beforeEach(async () => {
  open = await openWorkbench();
  await enterLand();
  pane = paneOf(open);
  await pane.connect("Ledger on this machine", open.token);
  await pane.goTo("Schedule");
  await pane.field("From").fill("2021-07");
  await pane.field("To").fill("2026-12");
  await pane.button("Build schedule").click();
  await pane.sentence.getByText(/ on sheet Schedule\./).waitFor();
  await open.page.getByText("Saved", { exact: true }).waitFor();
  rows = (await sheetRows()).length;
  expect(rows).toBeGreaterThan(300);
  line = await lineToCut(open.context, rows);
});

afterEach(() => open.close());

test("the tab is closed: another one posts the rest, and the three sides agree to the cent", async () => {
  await post();
  await line.isBusy;
  await open.page.close();
  await line.letGo();
  await partIsThere();
  open = { ...open, page: await open.context.newPage() };
  await showWorkbench(open.page, open.url);
  pane = paneOf(open);
  // The token was kept for that tab alone.
  await pane.connect("Ledger on this machine", open.token);
  await post();
  await allIsThereOnce();
});

test("the ledger is killed: started again it is sent the rest, and the three sides agree to the cent", async () => {
  await post();
  await line.isBusy;
  await open.kill();
  await line.letGo();
  await stopped();
  await open.startAgain();
  await partIsThere();
  await pane.button("Done").click();
  await post();
  await allIsThereOnce();
});

test("the network is gone: back again it carries the rest, and the three sides agree to the cent", async () => {
  await post();
  await line.isBusy;
  await open.context.setOffline(true);
  await line.letGo();
  await stopped();
  await partIsThere();
  await pane.button("Done").click();
  await pane.sentence.getByText(/^Offline\. /).waitFor();
  await open.context.setOffline(false);
  await post();
  await allIsThereOnce();
});

/** The plot of land is never charged, so that no posting makes it: somebody entered it in the ledger. */
async function enterLand(): Promise<void> {
  const data = { name: "Building plot", asset_type: "EQUIPMENT", external_id: "A-1007", original_value: 12_000_000 };
  const answer = await open.context.request.post(`${open.url}layer/v1/businesses/${open.businessId}/assets`, {
    headers: { authorization: `Bearer ${open.token}` },
    data,
  });
  expect(answer.status()).toBe(201);
}

/** Presses Preview, Post, and yes. */
async function post(): Promise<void> {
  await pane.goTo("Post");
  await pane.button("Preview").click();
  await pane.button(/^Post \d+ rows$/).click();
  await pane.frame.getByText(/^Post \d+ rows, .*\?$/).waitFor();
  await pane.button(/^Post \d+ rows$/).click();
}

/** The push has given up, and says how many rows it did not send. */
async function stopped(): Promise<void> {
  await pane.sentence.getByText(/^\d+ rows posted.* \d+ rows not sent\.$/).waitFor();
  await pane.frame.getByText("Unknown", { exact: true }).first().waitFor();
}

/** Reads the ledger past the browser: the plug was pulled neither before nor after the push. */
async function partIsThere(): Promise<void> {
  const held = await postings();
  expect(held.length).toBeGreaterThanOrEqual(line.least);
  expect(held.length).toBeLessThanOrEqual(line.most);
  // One of them is there and its answer never came: the browser cannot know of it.
  expect(held.map(({ external_id }) => external_id)).toContain(line.unanswered());
}

async function allIsThereOnce(): Promise<void> {
  await pane.frame.getByText(new RegExp(`The ledger holds each of the ${rows} rows once, `)).waitFor();
  await pane.button("Reconcile").click();
  const verdict = `The register, the sheet and the ledger agree to the cent: ${rows} charges, `;
  await pane.sentence.getByText(verdict).waitFor();
  await pane.button("Write report").click();
  await pane.frame.getByText("Written to sheet Reconciliation.").waitFor();
  const [, result] = await doorOf(open.page).read("Reconciliation!A1:B2");
  expect(result).toEqual(["Result", expect.stringContaining(verdict)]);
  await sheetAndLedgerAgree();
}

/** The sheet's cells against what the ledger answers to a program that knows neither journal nor pane. */
async function sheetAndLedgerAgree(): Promise<void> {
  const sheet = await sheetRows();
  const held = await postings();
  expect(byName(held.map(({ external_id, amount }) => [external_id, amount]))).toEqual(
    byName(sheet.map(({ key, cents }) => [key, cents])),
  );
  expect(held).toHaveLength(rows);
  expect(new Set(held.map(({ external_id }) => external_id)).size).toBe(rows);
  expect(sheet.filter(({ status }) => status !== "Posted" && status !== "Already there")).toEqual([]);
  const names = new Map((await list<LedgerAsset>("assets")).map((one) => [one.id, one]));
  expect(byName(held.map(({ asset_id, amount }) => [names.get(asset_id)?.external_id ?? "", amount]))).toEqual(
    byName(sheet.map(({ asset, cents }) => [asset, cents])),
  );
  const books = await ask<TrialBalance>("trial-balance");
  expect(books.balance).toBe(0);
  const expense = books.accounts.find(({ account }) => account === "DEPRECIATION");
  expect(expense?.balance).toBe(sheet.reduce((sum, { cents }) => sum + cents, 0));
}

interface TrialBalance {
  readonly balance: number;
  readonly accounts: readonly { readonly account: string; readonly balance: number }[];
}

interface SheetRow {
  readonly asset: string;
  readonly cents: number;
  readonly key: string;
  readonly status: string;
}

async function sheetRows(): Promise<readonly SheetRow[]> {
  const door = doorOf(open.page);
  await door.settled();
  const [heads = [], ...cells] = await door.read("Schedule!A1:P500");
  const at = (row: readonly unknown[], header: string): unknown => row[heads.indexOf(header)];
  return cells
    .filter(([asset]) => asset !== "")
    .map((row) => ({
      asset: String(at(row, "Asset")),
      cents: Math.round(Number(at(row, "Amount")) * 100),
      key: String(at(row, "Sync key")),
      status: String(at(row, "Ledger status")),
    }));
}

interface LedgerAsset {
  readonly id: string;
  readonly external_id: string;
}

interface Posting {
  readonly external_id: string;
  readonly asset_id: string;
  readonly amount: number;
}

const postings = (): Promise<readonly Posting[]> => list<Posting>("assets/value-updates");

/** All that a list of the ledger holds, which one page is long enough for. */
async function list<T>(name: string): Promise<readonly T[]> {
  const { data, meta } = await ask<List<T>>(`layer/v1/businesses/${open.businessId}/${name}?limit=500`);
  expect(data).toHaveLength(meta.pagination.total_count);
  return data;
}

interface List<T> {
  readonly data: readonly T[];
  readonly meta: { readonly pagination: { readonly total_count: number } };
}

async function ask<T>(path: string): Promise<T> {
  const answer = await open.context.request.get(`${open.url}${path}`, {
    headers: { authorization: `Bearer ${open.token}` },
  });
  expect(answer.status()).toBe(200);
  return (await answer.json()) as T;
}

/** Sums by name, with how many there were: an entry too many shows although its amount were 0. */
function byName(amounts: readonly (readonly [name: string, cents: number])[]): Record<string, readonly number[]> {
  const sums: Record<string, readonly [count: number, cents: number]> = {};
  for (const [name, cents] of amounts) {
    const [count, sum] = sums[name] ?? [0, 0];
    sums[name] = [count + 1, sum + cents];
  }
  return sums;
}
