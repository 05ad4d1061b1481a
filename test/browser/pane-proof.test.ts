// A month is posted and proved to the cent; then another program posts one cent more, and the proof names it, in the pane
// and in a report sheet. One browser, one server, in order; each test goes on where the last one stopped.
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";
import { doorOf } from "./script-door";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  pane = paneOf(open);
  await pane.connect("Ledger on this machine", open.token);
});

afterAll(() => open.close());

// The example asset of a new register: 30,000.00 less 3,000.00 over 60 months is 450.00 a month.
test("January is posted, and the register, the sheet and the ledger agree to the cent", async () => {
  await open.page.getByRole("button", { name: "Insert a register" }).click();
  await pane.frame.getByText("1 asset, nothing wrong.").waitFor();
  await build("2026-01", "2026-01");
  await pane.goTo("Post");
  await pane.button("Preview").click();
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await pane.frame.getByText(/1 row posted/).waitFor();
  await pane.button("Reconcile").click();
  await pane.sentence
    .getByText("The register, the sheet and the ledger agree to the cent: 1 charge, 450.00 USD.")
    .waitFor();
});

test("a cent more that came through another door is named, with what each side has", async () => {
  await otherDoor({ amount: 45_001, date: "2026-02-28T00:00:00Z" });
  await build("2026-01", "2026-02");
  await pane.goTo("Ledger");
  await pane.field("To").fill("2026-02");
  await pane.button("Reconcile").click();
  await pane.sentence.getByText("The register, the sheet and the ledger differ: 1 difference.").waitFor();
  const difference = pane.frame.locator(".difference");
  expect(await difference.innerText()).toContain(
    "A-001 · 2026-02-28 Posted by another door. It was posted under the key by-somebody-else: 450.01, dated 2026-02-28.",
  );
  expect(await difference.locator("dd").allInnerTexts()).toEqual(["450.00", "450.00", "450.01"]);
  expect(await pane.frame.getByText("Accumulated, difference −0.01").count()).toBe(1);
});

test("the report sheet has the difference, and the cell is shown on demand", async () => {
  await pane.button("Write report").click();
  await pane.frame.getByText("Written to sheet Reconciliation.").waitFor();
  const rows = await read("Reconciliation!A1:G20");
  expect(rows[0]?.[0]).toBe("Reconciliation of the register, the sheet and the ledger");
  expect(rows).toContainEqual(["Months", "2026-01 to 2026-02", "", "", "", "", ""]);
  expect(rows).toContainEqual(["2026-02-28", "A-001", "DEPRECIATION", "Posted by another door", 450, 450, 450.01]);
  await pane.frame.getByRole("button", { name: "Show cell of A-001 · 2026-02-28" }).click();
  await open.page.locator("#grid input").last().waitFor();
});

test("the checklist ticks what is done, names what is open, and is written to a sheet to sign", async () => {
  await pane.button("Back").click();
  await pane.button("Close a month").click();
  await pane.field("Month").fill("2026-01");
  await pane.field("Prepared by").fill("Ada");
  await pane.field("Approved by").fill("Grace");
  await pane.button("Check").click();
  await pane.sentence.getByText("2026-01 can be closed: all 7 checks are done.").waitFor();
  await pane.field("Month").fill("2026-02");
  await pane.button("Check").click();
  await pane.sentence.getByText(/^2026-02 cannot be closed yet: 2 of 7 checks are open\.$/).waitFor();
  await pane.button("Write checklist").click();
  await pane.frame.getByText("Written to sheet Close 2026-02.").waitFor();
  const rows = await read("Close 2026-02!A1:C25");
  expect(rows).toContainEqual(["Prepared by", "Ada", ""]);
  expect(rows).toContainEqual(["Yes", "Every asset in service is charged", ""]);
});

test("the log says who posted what, and holds no token", async () => {
  await pane.button("Back").click();
  await pane.button("Write log").click();
  await pane.frame.getByText("Written to sheet Ledger log: 2 new entries.").waitFor();
  const rows = await read("Ledger log!A1:K4");
  expect(rows.slice(1, 3).map((cells) => [cells[2], cells[3], cells[4], cells[5]])).toEqual([
    ["Posting", "Sent", "dx1.A-001.2026-01-31.DEPRECIATION.GAAP.0.r0", 450],
    ["Posting", "Posted", "dx1.A-001.2026-01-31.DEPRECIATION.GAAP.0.r0", 450],
  ]);
  expect(JSON.stringify(rows)).not.toContain(open.token);
  await pane.button("Write log").click();
  await pane.frame.getByText("Written to sheet Ledger log: 0 new entries.").waitFor();
});

test("April waits while March of the asset is not posted, until one says to go on", async () => {
  await build("2026-04", "2026-04");
  await pane.goTo("Post");
  await pane.frame
    .getByRole("button", { name: /^(Done|Preview)$/ })
    .first()
    .click();
  if ((await pane.button("Preview").count()) > 0) await pane.button("Preview").click();
  await pane.frame.getByText("1 row waits for earlier months that are not posted.").waitFor();
  await pane.button("Go on without the earlier months").click();
  // The month that is posted keeps its row in the sheet.
  await pane.frame
    .getByText(/^1 new\b/)
    .first()
    .waitFor();
});

async function build(from: string, to: string): Promise<void> {
  await pane.goTo("Schedule");
  await pane.field("From").fill(from);
  await pane.field("To").fill(to);
  await pane.frame.getByRole("button", { name: /^(Build|Rebuild) schedule$/ }).click();
  await pane.sentence.getByText(/ on sheet Schedule\./).waitFor();
}

async function read(address: string): Promise<readonly (readonly unknown[])[]> {
  const door = doorOf(open.page);
  await door.settled();
  return door.read(address);
}

/** Another program that posts to the same business. */
async function otherDoor(charge: { readonly amount: number; readonly date: string }): Promise<void> {
  const url = `${open.url}layer/v1/businesses/${open.businessId}/assets/value-updates`;
  const data = {
    ...{ ...charge, asset_external_id: "A-001", external_id: "by-somebody-else" },
    ...{ update_type: "DEPRECIATION_AMORTIZATION", counter_account: "DEPRECIATION" },
  };
  const answer = await open.context.request.post(url, { headers: { authorization: `Bearer ${open.token}` }, data });
  if (!answer.ok()) throw new Error(await answer.text());
}
