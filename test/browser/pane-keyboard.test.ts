// The whole pane by keyboard alone, in reading order, with a focus that can be seen at every stop.
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  pane = paneOf(open);
  await pane.frame.getByText("12 assets, nothing wrong.").waitFor();
});

afterAll(() => open.close());

interface Stop {
  readonly name: string;
  readonly isVisible: boolean;
}

/** The element with the focus: what it is called, and whether anything about it shows that it has the focus. */
function stop(): Promise<Stop> {
  return pane.frame.evaluate(() => {
    const host = document.activeElement as HTMLElement | null;
    const inner = host?.shadowRoot?.activeElement ?? host;
    if (host === null || inner === null) return { name: "", isVisible: false };
    const labels = (inner.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.innerText);
    const name = inner.getAttribute("aria-label") ?? (labels.join("") === "" ? host.innerText : labels.join(" "));
    const ring = ({ outlineStyle, boxShadow }: CSSStyleDeclaration): boolean =>
      outlineStyle !== "none" || boxShadow !== "none";
    const rings = [host, inner].some((element) => ring(getComputedStyle(element)));
    // Fluent draws the focus of some components around an empty box that lies over them, or as a line beneath them.
    const over = getComputedStyle(host, "::after");
    const root = host.shadowRoot?.querySelector(".root");
    const beneath = root == null ? "none" : getComputedStyle(root, "::after").transform;
    const isVisible = rings || over.borderTopStyle === "solid" || ring(over) || beneath !== "none";
    return { name: name.replace(/\s+/g, " ").trim(), isVisible };
  });
}

async function walk(steps: number): Promise<readonly string[]> {
  const names: string[] = [];
  for (let step = 0; step < steps; step += 1) {
    await open.page.keyboard.press("Tab");
    const { name, isVisible } = await stop();
    names.push(isVisible ? name : `${name} (focus not visible)`);
  }
  return names;
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await open.page.keyboard.press(key);
}

test("the stops of the register come in reading order: its tab, its panel, its button", async () => {
  await pane.frame.locator(".chip").focus();
  expect(await walk(3)).toEqual(["Register", "Register", "Check again"]);
});

test("a ledger is connected without a mouse", async () => {
  await pane.frame.locator(".chip").focus();
  await press("Enter");
  await pane.frame.getByText("Back to the workbook").waitFor();
  await pane.frame.locator(".chip").focus();
  await walk(1);
  expect(await walk(2)).toEqual(["Edit Ledger on this machine", "Edit DayZero on this machine"]);
  await press("Shift+Tab", "Enter");
  await pane.field("Token").waitFor();
  await pane.frame.locator(".chip").focus();
  await walk(1);
  expect(await walk(5)).toEqual(["Name", "System Layer", "Address", "Business id", "Token"]);
  await open.page.keyboard.type(open.token);
  expect(await walk(3)).toEqual(["Remember the token on this computer", "Remove this connection", "Connect"]);
  await press("Enter");
  await pane.frame.getByText("Layer · Tested").waitFor();
});

test("arrow keys go from view to view, and from month to month", async () => {
  await pane.frame.locator(".chip").focus();
  await press("Tab", "ArrowRight");
  await pane.field("From").waitFor();
  await pane.field("From").focus();
  await pane.field("From").fill("2026-01");
  await press("ArrowUp", "PageDown");
  expect(await pane.field("From").inputValue()).toBe("2025-02");
  await press("ArrowDown", "PageUp");
  expect(await pane.field("From").inputValue()).toBe("2026-01");
  await press("Tab");
  await pane.field("To").fill("2026-01");
  await pane.button("Build schedule").focus();
  await press("Enter");
  await pane.button("Rebuild schedule").waitFor();
});

test("a month is posted without a mouse; the question takes the focus and Enter alone does not answer it", async () => {
  await pane.frame.getByRole("tab", { name: "Schedule" }).focus();
  await press("ArrowRight");
  await pane.button("Preview").focus();
  await press("Enter");
  await pane.frame.getByText("11 new.").waitFor();
  // The button that had the focus is gone with its view; the way on begins at the panel.
  expect(await walk(1)).toEqual(["Post"]);
  await pane.button("Post 11 rows").focus();
  await press("Enter");
  await pane.frame.waitForFunction(() => document.activeElement !== document.body);
  expect((await stop()).name).toMatch(/^Post 11 rows, .* to Ledger on this machine\?$/);
  await press("Enter");
  await expect(pane.frame.getByRole("heading", { name: /^Post 11 rows/ }).isVisible()).resolves.toBe(true);
  expect(await walk(1)).toEqual(["Post 11 rows"]);
  await press("Enter");
  await pane.frame.getByText(/11 rows posted/).waitFor();
});

test("a connection is removed only when a second answer says so", async () => {
  const button = (name: string) => pane.frame.getByRole("button", { name, exact: true });
  await pane.frame.locator(".chip").click();
  await button("Edit DayZero on this machine").click();
  await button("Remove this connection").click();
  await button("Keep").click();
  await button("Remove this connection").click();
  await button("Remove").click();
  await button("Add connection").waitFor();
  expect(await button("Edit DayZero on this machine").count()).toBe(0);
  expect(await button("Edit Ledger on this machine").count()).toBe(1);
});
