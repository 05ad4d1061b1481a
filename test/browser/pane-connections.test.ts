// Each way in which a connection can be wrong says at the right place which part of it is wrong, and nothing typed is lost.
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  pane = paneOf(open);
  await pane.editConnection("Ledger on this machine");
});

afterAll(() => open.close());

const other = "00000000-0000-4000-8000-000000000000";

interface Fields {
  readonly Address: string;
  readonly "Business id": string;
  readonly Token: string;
}

function good(): Fields {
  const { origin } = new URL(open.url);
  return { Address: `${origin}/layer`, "Business id": open.businessId, Token: open.token };
}

async function fill(change: Partial<Fields>): Promise<void> {
  for (const [label, text] of Object.entries({ ...good(), ...change })) await pane.field(label).fill(text);
}

/** What a test says, at the field of that label or, for the network, above the form. */
async function complaintAt(label: string | undefined): Promise<string> {
  await pane.button("Test").click();
  await pane.sentence.getByText(/cannot be used as it is/).waitFor();
  if (label === undefined) return pane.frame.getByRole("alert").innerText();
  const field = pane.frame.locator(".field").filter({ has: pane.field(label) });
  return field.locator(".wrong").innerText();
}

test.each([
  ["a wrong token", { Token: "demo_wrong" }, "Token", /^Token: .* does not accept the token \(401\)/],
  ["no token", { Token: "" }, "Token", /^Token: There is no token\./],
  ["a token with a space", { Token: "two words" }, "Token", /^Token: .*holds a space/],
  ["another business", { "Business id": other }, "Business id", /^Business: /],
  ["a business id that is none", { "Business id": "mine" }, "Business id", /^Business: /],
  ["no business id", { "Business id": "" }, "Business id", /^Business: There is no business id\./],
  [
    "an address that is none",
    { Address: "my ledger" },
    "Address",
    /^Address: The address "my ledger" is no web address/,
  ],
  ["an address without encryption", { Address: "http://ledger.example.com" }, "Address", /^Address: .*only over https/],
  [
    "an address that this build does not allow",
    { Address: "https://ledger.example.com" },
    "Address",
    /^Address: this build/,
  ],
] as const)("%s is named at its field", async (_name, change, label, sentence) => {
  await fill(change);
  expect(await complaintAt(label)).toMatch(sentence);
  expect(await pane.field(label).inputValue()).toBe(Object.values(change)[0]);
});

test("a ledger that is down is the network's fault, or the address's", async () => {
  await fill({ Address: "https://localhost:9/layer" });
  expect(await complaintAt(undefined)).toMatch(/Network: There was no answer from localhost:9\./);
});

test("what was typed is still there after the pane was loaded anew, but not in the workbook", async () => {
  await fill({ "Business id": other });
  await open.page.reload();
  await open.page.evaluate("window.workbench.ready");
  pane = paneOf(open);
  await pane.editConnection("Ledger on this machine");
  expect(await pane.field("Business id").inputValue()).toBe(other);
  expect(await pane.field("Token").inputValue()).toBe(open.token);
  const saved = await open.context.request.get(`${open.url}workbench-data/workbook`);
  expect(await saved.text()).not.toContain(open.token);
});

test("a good connection is put in use and the way back leads to the views", async () => {
  await fill({});
  await pane.button("Connect").click();
  await pane.frame.getByText("Layer · Tested").waitFor();
  expect(await pane.frame.getByRole("tab").allInnerTexts()).toEqual(["Register", "Schedule", "Post", "Ledger"]);
});

test("no token is in the page's address or in what outlives the session", async () => {
  const kept = await pane.frame.evaluate(() => JSON.stringify([location.href, Object.entries(localStorage)]));
  expect(kept).not.toContain(open.token);
});

test("a token that is remembered outlives the session, until it is forgotten", async () => {
  const lasting = (): Promise<string> => pane.frame.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  await pane.editConnection("Ledger on this machine");
  await pane.frame.getByText("Remember the token on this computer").click();
  await expect(lasting()).resolves.toContain(open.token);
  await pane.frame.getByText("Remember the token on this computer").click();
  await expect(lasting()).resolves.not.toContain(open.token);
});
