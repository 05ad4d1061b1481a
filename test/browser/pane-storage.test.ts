// What the pane keeps in the browser: it asks that it be kept, when there is something to keep; and when it is cleared under
// the open pane, posting goes on from what the ledger holds. One browser, one server, in order.
import type { Page } from "playwright-core";
import { openWorkbench } from "./open";
import type { OpenWorkbench } from "./open";
import { paneOf } from "./pane-frame";
import type { PaneFrame } from "./pane-frame";

let open: OpenWorkbench;
let pane: PaneFrame;

beforeAll(async () => {
  open = await openWorkbench();
  await open.page.addInitScript(countAsking);
  await open.page.reload();
  await open.page.evaluate("window.workbench.ready");
  pane = paneOf(open);
  await pane.connect("Ledger on this machine", open.token);
  await open.page.getByRole("button", { name: "Insert a register" }).click();
  await pane.frame.getByText("1 asset, nothing wrong.").waitFor();
});

afterAll(() => open.close());

test("the browser is asked to keep what is stored at the first push, and not before it", async () => {
  await build("2026-01", "2026-01");
  await pane.goTo("Post");
  await pane.button("Preview").click();
  await pane.button("Post 1 row").click();
  expect(await timesAsked()).toBe(0);
  await pane.button("Post 1 row").click();
  await pane.frame.getByText("The ledger holds the row once").waitFor();
  expect(await timesAsked()).toBe(1);
});

test("the site's data are cleared under the open pane: January is there already, and February is posted", async () => {
  await pane.button("Done").click();
  await build("2026-01", "2026-02");
  await clearDatabases(open.page);
  await pane.goTo("Post");
  await pane.button("Preview").click();
  await pane.frame.getByText("1 new, 1 already there.").waitFor();
  await pane.button("Post 1 row").click();
  await pane.button("Post 1 row").click();
  await pane.frame.getByText("The ledger holds each of the 2 rows once").waitFor();
});

test("and at the second push it is not asked again", async () => {
  expect(await timesAsked()).toBe(1);
});

test("elements that have left the page are let go, and what their handlers saw with them", async () => {
  await pane.button("Done").click();
  const gone = await elementsThatLeave(async () => {
    await pane.goTo("Schedule");
    await pane.goTo("Register");
  });
  expect(gone.count).toBeGreaterThan(5);
  expect(gone.kept).toBeLessThan(3);
});

async function build(from: string, to: string): Promise<void> {
  await pane.goTo("Schedule");
  await pane.field("From").fill(from);
  await pane.field("To").fill(to);
  await pane.frame.getByRole("button", { name: /^(Build|Rebuild) schedule$/ }).click();
  await pane.sentence.getByText(/ on sheet Schedule\./).waitFor();
}

interface Counting {
  timesAsked?: number;
}

/** Runs in each frame before its own scripts: the browser's real answer, and a count of the questions. */
function countAsking(): void {
  const manager = navigator.storage;
  const persist = manager.persist.bind(manager);
  manager.persist = () => {
    const counting = window as unknown as Counting;
    counting.timesAsked = (counting.timesAsked ?? 0) + 1;
    return persist();
  };
}

const timesAsked = (): Promise<number> => pane.frame.evaluate(() => (window as unknown as Counting).timesAsked ?? 0);

/** As a person does it in the browser's settings, while the page is open. */
async function clearDatabases(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
  await session.detach();
}

interface Watched extends Window {
  elements?: readonly WeakRef<Element>[];
}

/** How many of Fluent's elements leave the page meanwhile, and how many of them are still in memory. */
async function elementsThatLeave(meanwhile: () => Promise<void>): Promise<{ count: number; kept: number }> {
  await pane.frame.evaluate(() => {
    const elements = [...document.querySelectorAll("*")].filter(({ localName }) => localName.startsWith("fluent-"));
    (window as Watched).elements = elements.map((element) => new WeakRef(element));
  });
  await meanwhile();
  await open.page.requestGC();
  return pane.frame.evaluate(() => {
    const { elements = [] } = window as Watched;
    const stay = elements.filter((element) => element.deref()?.isConnected === true);
    const living = elements.filter((element) => element.deref() !== undefined);
    return { count: elements.length - stay.length, kept: living.length - stay.length };
  });
}
