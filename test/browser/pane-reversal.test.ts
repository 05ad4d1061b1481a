// A posted row is changed in the sheet, reversed and posted again; then the books are closed, and a reversal goes into the
// first open period. After each step sheet and ledger agree to the cent.
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";
import { doorOf, settledCells } from "./script-door";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  pane = paneOf(open);
  await pane.connect("Ledger on this machine", open.token);
  await open.page.getByRole("button", { name: "Insert a register" }).click();
  await pane.frame.getByText("1 asset, nothing wrong.").waitFor();
  await pane.goTo("Schedule");
  await pane.field("From").fill("2026-01");
  await pane.field("To").fill("2026-01");
  await pane.button("Build schedule").click();
  await pane.button("Rebuild schedule").waitFor();
  await pane.goTo("Post");
  await pane.button("Preview").click();
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await says(/The ledger holds the row once/);
});

afterAll(() => open.close());

test("a row that was changed is offered for reversal, and one question names count, total, target and day", async () => {
  expect(await expense()).toBe(450_00);
  await write(await cell("Amount"), 400);
  await write(await cell("Charged to date"), 400);
  await pane.button("Done").click();
  await pane.button("Preview").click();
  await says("1 changed.");
  await pane.frame
    .getByText(/^Changed/)
    .first()
    .click();
  await pane.button("Reverse 1 row").first().click();
  await says(/^Reverse 1 row, 450\.00.* in Ledger on this machine\?$/);
  await says("2026-01-31, as the charges");
  expect(await expense()).toBe(450_00);
});

test("the reversal is carried out once, and the row says so beside it", async () => {
  await pane.button("Reverse 1 row").click();
  await says(/^1 row reversed, 450\.00/);
  await says("The ledger counts none of them any more.");
  expect(await expense()).toBe(0);
  expect(await shown("Ledger status")).toBe("Skipped");
  expect(await shown("Ledger message")).toMatch(/^Reversed 2026-01-31, entry [0-9a-f-]{36}\.$/);
  expect(await shown("Ledger ref")).toBe("");
});

test("posted again it has the sheet's amount, under the next revision", async () => {
  await pane.button("Post again").click();
  await says("1 new.");
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await says(/The ledger holds the row once, 400\.00/);
  expect(await expense()).toBe(400_00);
  expect(await shown("Ledger status")).toBe("Posted");
  expect(await shown("Sync key")).toMatch(/\.r1$/);
});

test("in closed books the last push is reversed from the first open day, by one more question", async () => {
  await closeThrough("2026-02-28");
  await pane.button("Reverse 1 row").click();
  await pane.button("Reverse 1 row").click();
  await says(/^0 rows reversed/);
  expect(await expense()).toBe(400_00);
  await pane.button("Reverse 1 from 2026-03-01").click();
  await says("2026-03-01, what was before is closed");
  await pane.button("Reverse 1 row").click();
  await says(/^1 row reversed, 400\.00/);
  expect(await expense()).toBe(0);
  expect(await shown("Ledger message")).toMatch(/^Reversed 2026-03-01, entry /);
});

test("and what is posted into closed books is refused, with the first open day", async () => {
  await pane.button("Post again").click();
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await says(/0 rows posted/);
  expect(await shown("Ledger status")).toBe("Refused");
  expect(await shown("Ledger message")).toContain("The first open day is 2026-03-01");
  expect(await expense()).toBe(0);
});

test("it is posted late instead: on the first open day, as the charge that it is, and agrees", async () => {
  await pane.button("Post 1 late, on 2026-03-01").click();
  await says("1 new.");
  // 46082 is 2026-03-01, by Excel's own DATEVALUE.
  expect(await shown("Posting date")).toBe(46_082);
  await says("2026-01-31, posted on 2026-03-01");
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await says(/The ledger holds the row once, 400\.00/);
  expect(await shown("Ledger status")).toBe("Posted");
  expect(await expense()).toBe(400_00);
  await pane.button("Done").click();
  await pane.button("Preview").click();
  await says("1 already there.");
});

const says = (words: string | RegExp) => pane.frame.getByText(words).first().waitFor();

const read = (address: string) => settledCells(open.page, address);

/** The address of the only row's cell in a column. */
async function cell(header: string): Promise<string> {
  const [heads = []] = await read("Schedule!A1:P1");
  expect(heads).toContain(header);
  return `Schedule!${String.fromCharCode(65 + heads.indexOf(header))}2`;
}

async function shown(header: string): Promise<unknown> {
  const address = await cell(header);
  return (await read(`${address}:${address.slice(9)}`))[0]?.[0];
}

const write = (address: string, value: number) => doorOf(open.page).write(address, [[value]]);

/** What the ledger has in its account of depreciation expense, in cents. */
async function expense(): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${open.token}` };
  const answer = await open.context.request.get(`${open.url}trial-balance`, { headers });
  const { accounts, balance } = (await answer.json()) as {
    readonly balance: number;
    readonly accounts: readonly { readonly account: string; readonly balance: number }[];
  };
  expect(balance).toBe(0);
  return accounts.find(({ account }) => account === "DEPRECIATION")?.balance;
}

async function closeThrough(date: string): Promise<void> {
  const headers = { authorization: `Bearer ${open.token}` };
  const answer = await open.context.request.put(`${open.url}closed-through`, { headers, data: { date } });
  expect(answer.status()).toBe(200);
}
