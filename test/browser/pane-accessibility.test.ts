// The pane judged by axe-core in every view and state, light and dark, and its look at 320 px: nothing cut off sideways.
import { readFileSync } from "node:fs";
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  pane = paneOf(open);
  await pane.frame.evaluate(readFileSync(require.resolve("axe-core/axe.min.js"), "utf8"));
});

afterAll(() => open.close());

async function expectAccessible(): Promise<void> {
  for (const colorScheme of ["light", "dark"] as const) {
    await open.page.emulateMedia({ colorScheme });
    // Fluent's colours fade over a moment, and a colour in between has a contrast of its own.
    await open.page.waitForTimeout(400);
    expect(await seriousProblems()).toEqual([]);
  }
  expect(await pane.frame.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  expect(await pane.frame.evaluate(sidewaysOut)).toEqual([]);
}

/** Runs in the pane: what reaches past the window, inside Fluent's elements as well, for a panel that scrolls hides it. */
function sidewaysOut(): readonly string[] {
  const out: string[] = [];
  const look = (parent: Element | ShadowRoot): void => {
    for (const child of parent.children) {
      const { width, right } = child.getBoundingClientRect();
      if (width > 0 && right > innerWidth) out.push(`${child.localName} ${child.className} ends at ${right}`);
      look(child);
      if (child.shadowRoot !== null) look(child.shadowRoot);
    }
  };
  look(document.body);
  return out;
}

interface AxeReport {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string | null;
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
  }[];
}

async function seriousProblems(): Promise<readonly string[]> {
  const report = await pane.frame.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<AxeReport> } };
    return axe.run();
  });
  return report.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = "" }) => `${id}: ${html} ${failureSummary}`));
}

test("the register, with its assets", async () => {
  await pane.frame.getByText("12 assets, nothing wrong.").waitFor();
  await expectAccessible();
});

test("the register, with what is wrong in it", async () => {
  await open.page.evaluate(`workbench.write("Register!F3:F4", [["lots"], ["more"]])`);
  await pane.button("Check again").click();
  await pane.frame.getByText("10 assets, 2 rows need attention.").waitFor();
  await pane.frame.locator(".opener").click();
  await expectAccessible();
  await pane.frame.getByRole("button", { name: "Show cell F4" }).click();
  await open.page.evaluate(`workbench.write("Register!F3:F4", [[84000], [21600]])`);
  await pane.button("Check again").click();
  await pane.frame.getByText("12 assets, nothing wrong.").waitFor();
});

test("the schedule, with the months to choose and one that is none", async () => {
  await pane.goTo("Schedule");
  await pane.field("From").fill("2026-13");
  await pane.frame.getByText(/From is "2026-13"/).waitFor();
  await expectAccessible();
  await pane.field("From").fill("2026-01");
  await pane.field("To").fill("2026-02");
  await pane.button("Build schedule").click();
  await pane.sentence.getByText(/rows, .* on sheet Schedule\./).waitFor();
  await expectAccessible();
});

test("posting without a connection", async () => {
  await pane.goTo("Post");
  await expectAccessible();
});

test("the connections, a form, and a test that failed", async () => {
  await pane.button("Choose a ledger").click();
  await expectAccessible();
  await pane.button("Edit Ledger on this machine").click();
  await expectAccessible();
  await pane.field("Token").fill("wrong");
  await pane.button("Test").click();
  await pane.frame.locator(".wrong").waitFor();
  await expectAccessible();
  await pane.field("Token").fill(open.token);
  await pane.button("Connect").click();
  await pane.frame.getByText("Layer · Tested").waitFor();
});

test("the preview of a push, a row that is open, the question and the summary", async () => {
  await pane.goTo("Post");
  await expectAccessible();
  await pane.button("Preview").click();
  await pane.frame.getByText("22 new.").waitFor();
  await pane.frame.locator(".row.chooser").first().click();
  await expectAccessible();
  await pane.button("Post 22 rows").click();
  await expectAccessible();
  await pane.button("Post 22 rows").click();
  await pane.frame.getByText(/22 rows posted/).waitFor();
  await expectAccessible();
});

test("what the ledger holds", async () => {
  await pane.goTo("Ledger");
  await pane.frame.getByText("11 assets and 22 postings, as much as the sheet.").waitFor();
  await expectAccessible();
});

test("a reconciliation with differences, and a checklist with what is open", async () => {
  await pane.button("Reconcile").click();
  await pane.button("Reconcile").click();
  await pane.sentence.getByText(/^The register, the sheet and the ledger differ/).waitFor();
  await expectAccessible();
  await pane.button("Back").click();
  await pane.button("Close a month").click();
  await pane.button("Check").click();
  await pane.sentence.getByText(/cannot be closed yet/).waitFor();
  await expectAccessible();
  await pane.button("Back").click();
});

test("the preview of a month that the ledger runs", async () => {
  await pane.connect("DayZero on this machine", open.token);
  await pane.goTo("Post");
  await pane.field("Month").fill("2026-02");
  await pane.button("Preview").click();
  await pane.frame.getByText(/^2026-02: /).waitFor();
  await pane.frame.locator(".row-button").first().click();
  await expectAccessible();
});
