// Posting as a person sees it: the built add-in in Chromium, a schedule of thousands of rows, the reference ledger on
// an empty database. Beside it, in the same page and to the same ledger, a bare loop of fetch with as many at a time.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./setup.mjs";

const assets = 200;
const months = 51;
const atATime = 6;

/** Rows for the table of `npm run bench`. */
export async function benchPosting() {
  const server = await serve();
  const browser = await launch();
  try {
    const page = await browser.newPage({ ignoreHTTPSErrors: true });
    await page.goto(server.url);
    await page.evaluate("window.workbench.ready");
    const pane = page.frames().find((frame) => frame.url().includes("/taskpane.html"));
    await connect(pane, server.token);
    await fillRegister(page, pane);
    // The first month makes the assets, so that the bare loop has something to post to before the push as well.
    await buildSchedule(pane, 1);
    await preview(pane);
    await post(pane);
    await press(pane, "Done");
    await buildSchedule(pane, months);
    return await measure(page, pane, server);
  } finally {
    await browser.close();
    await server.close();
  }
}

async function measure(page, pane, { businessId, token }) {
  const devtools = await page.context().newCDPSession(page);
  const heap = async () => {
    await devtools.send("HeapProfiler.collectGarbage");
    return (await devtools.send("Runtime.getHeapUsage")).usedSize / 1e6;
  };
  const rows = (assets * months) / 4;
  const bareLoop = (from) => pane.evaluate(bare, { from, rows, atATime, businessId, token });
  const before = await bareLoop(0);
  await preview(pane);
  const heapBefore = await heap();
  await pane.evaluate(watch);
  await post(pane);
  const pushed = await pane.evaluate(watched);
  const heapAfter = await heap();
  const after = await bareLoop(rows);
  const bareRate = (before + after) / 2;
  const row = (name, value, unit, goal) => ({ name: `in Chromium: ${name}`, value: value.toPrecision(3), unit, goal });
  return [
    row(`rows posted from the pane, of ${pushed.rows}`, pushed.rate, "rows/s"),
    row("a bare loop of fetch in the same page", bareRate, "rows/s"),
    row("posting, against the bare loop", pushed.rate / bareRate, "times", { least: 0.85 }),
    row("reading the ledger once more, of the whole", 100 * pushed.readingBack, "%"),
    row("writing the statuses, of the whole", 100 * pushed.writing, "%", { most: 5 }),
    row("longest task while posting", pushed.longest, "ms", { most: 50 }),
    row("tasks over 50 ms while posting", pushed.long, "tasks"),
    row("longest task afterwards, when the grid in the same page takes the statuses", pushed.longestAfter, "ms"),
    row("memory of the page, before posting", heapBefore, "MB"),
    row("memory of the page, after posting", heapAfter, "MB"),
  ];
}

/** Runs in the pane: keeps what the browser says of its tasks and requests. */
function watch() {
  performance.clearResourceTimings();
  performance.setResourceTimingBufferSize(100_000);
  globalThis.posting = { start: performance.now(), tasks: [] };
  new PerformanceObserver((list) => {
    globalThis.posting.tasks.push(...list.getEntries().map(({ duration, startTime }) => ({ duration, startTime })));
  }).observe({ type: "longtask" });
  // The pane says how many rows were posted when the statuses stand in the sheet.
  new MutationObserver(() => {
    if (document.body.innerText.includes(" rows posted")) globalThis.posting.end ??= performance.now();
  }).observe(document.body, { subtree: true, childList: true });
}

/** Runs in the pane, when everything is posted. */
function watched() {
  const { start, end, tasks } = globalThis.posting;
  const requests = performance
    .getEntriesByType("resource")
    .filter(({ initiatorType, responseEnd }) => initiatorType === "fetch" && responseEnd <= end);
  const posts = requests.filter(({ name }) => name.endsWith("/assets/value-updates"));
  const first = Math.min(...posts.map(({ startTime }) => startTime));
  const last = Math.max(...posts.map(({ responseEnd }) => responseEnd));
  const read = Math.max(...requests.map(({ responseEnd }) => responseEnd));
  const tasksOf = (from, to) =>
    tasks.filter(({ startTime }) => startTime >= from && startTime <= to).map(({ duration }) => duration);
  const during = tasksOf(first, last);
  return {
    rows: posts.length,
    rate: (1000 * posts.length) / (last - first),
    readingBack: (read - last) / (end - start),
    writing: (end - read) / (end - start),
    longest: Math.max(0, ...during),
    long: during.length,
    longestAfter: Math.max(0, ...tasksOf(last, end)),
  };
}

/** Runs in the pane: posts charges of months that the schedule does not have, as plainly as a page can. */
async function bare({ from, rows, atATime, businessId, token }) {
  const address = `/layer/v1/businesses/${businessId}/assets`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const found = await (await fetch(`${address}?limit=500`, { headers })).json();
  const ids = found.data.map(({ id }) => id);
  const body = (at) => {
    const month = Math.floor(at / ids.length);
    const day = new Date(Date.UTC(2060, month + 1, 0)).toISOString();
    return JSON.stringify({
      asset_id: ids[at % ids.length],
      external_id: `bare.${at}.DEPRECIATION.GAAP.0.r0`,
      amount: 1,
      update_type: "DEPRECIATION_AMORTIZATION",
      counter_account: { type: "StableName", stable_name: "DEPRECIATION" },
      date: day,
      memo: `Depreciation ${day.slice(0, 7)}`,
      metadata: { book: "GAAP", fingerprint: "0".repeat(64) },
    });
  };
  let next = from;
  const lane = async () => {
    while (next < from + rows) {
      const answer = await fetch(`${address}/value-updates`, { method: "POST", headers, body: body(next++) });
      if (answer.status !== 201) throw new Error(await answer.text());
      await answer.json();
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atATime }, lane));
  return (1000 * rows) / (performance.now() - start);
}

async function connect(pane, token) {
  await pane.locator(".chip").click();
  await press(pane, "Edit Ledger on this machine");
  await pane.getByLabel("Token", { exact: true }).fill(token);
  await press(pane, "Connect");
  await pane.getByText(/· Tested/).waitFor();
}

async function fillRegister(page, pane) {
  const rows = Array.from({ length: assets }, (_none, at) => [
    `B-${1000 + at}`,
    `Asset ${at}`,
    "Machinery",
    46_023,
    46_023,
    100_000 + at,
    0,
    20,
    "",
    "SL",
    ...Array(9).fill(""),
  ]);
  // Over the sample's own assets and on below them.
  await page.evaluate(`workbench.write("Register!A2", ${JSON.stringify(rows)}).then(() => workbench.settled())`);
  await press(pane, "Check again");
  await pane.getByText(`${assets} assets`, { exact: false }).first().waitFor();
}

async function buildSchedule(pane, count) {
  await pane.getByRole("tab", { name: "Schedule" }).click();
  await pane.getByLabel("From", { exact: true }).fill("2026-01");
  await pane.getByLabel("To", { exact: true }).fill(monthText(count));
  await press(pane, /^(Build|Rebuild) schedule$/);
  await pane
    .getByText(`${(assets * count).toLocaleString("en")} rows, `, { exact: false })
    .first()
    .waitFor({ timeout: 120_000 });
}

/** The month with this number, counted from January 2026 as 1. */
function monthText(number) {
  return `${2026 + Math.floor((number - 1) / 12)}-${String(((number - 1) % 12) + 1).padStart(2, "0")}`;
}

async function preview(pane) {
  await pane.getByRole("tab", { name: "Post" }).click();
  await press(pane, "Preview");
  await press(pane, /^Post [\d,]+ rows$/, 120_000);
  await pane.getByText(/to Ledger on this machine\?$/).waitFor();
}

async function post(pane) {
  await press(pane, /^Post [\d,]+ rows$/);
  await pane.getByText(/[\d,]+ rows posted/).waitFor({ timeout: 600_000 });
}

async function press(pane, name, timeout = 30_000) {
  await pane.getByRole("button", { name, exact: true }).click({ timeout });
}

async function launch() {
  const told = execFileSync(process.execPath, [join(root, "scripts", "find-browser.mjs")], { encoding: "utf8" });
  const { executablePath, env } = JSON.parse(told);
  // A root user, as in most containers, can run Chromium only without its sandbox; the page is our own.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  return chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
}

async function serve() {
  const folder = mkdtempSync(join(tmpdir(), "depr-bench-"));
  const child = spawn(process.execPath, [join(root, "build/server/scripts/serve-main.js"), "0", folder], { cwd: root });
  const told = await new Promise((resolve, reject) => {
    let text = "";
    child.stdout.on("data", (more) => {
      text += more;
      if (text.includes("Ctrl+C")) resolve(text);
    });
    child.once("exit", () => reject(new Error(`The server ended:\n${text}`)));
  });
  const close = async () => {
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    url: /^Workbench\s+(\S+)$/m.exec(told)[1],
    businessId: /^Demo business\s+(\S+)$/m.exec(told)[1],
    token: readFileSync(join(folder, "demo-token"), "utf8").trim(),
    close,
  };
}
