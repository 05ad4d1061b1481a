// The formulas in a browser, as Excel on the web runs them: the built functions.js alone, with a stand-in for Excel's
// own object that only keeps what is associated.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { root } from "./setup.mjs";

/** Rows for the table of `npm run bench`; every figure is the median of its rounds. */
export async function benchFormulas() {
  const told = execFileSync(process.execPath, [join(root, "scripts", "find-browser.mjs")], { encoding: "utf8" });
  const { executablePath, env } = JSON.parse(told);
  // A root user, as in most containers, can run Chromium only without its sandbox; the page is our own.
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } });
  try {
    const page = await browser.newPage();
    const text = readFileSync(join(root, "dist", "functions.js"), "utf8");
    return await page.evaluate(measured, text);
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function measured(text) {
  const associated = new Map();
  globalThis.CustomFunctions = {
    associate: (id, formula) => associated.set(id, formula),
    Error: class extends Error {},
    ErrorCode: {},
  };
  const time = (work) => {
    const start = performance.now();
    work();
    return performance.now() - start;
  };
  const median = (rounds, work) => {
    const times = Array.from({ length: rounds }, (_none, round) => time(() => work(round))).sort((a, b) => a - b);
    return times[rounds >> 1];
  };
  // A text of its own each time, so that nothing comes from a cache of compiled code.
  const load = median(15, (round) => (0, eval)(`${text}\n// ${round}`));
  const call = (id, ...argued) => associated.get(id)(...argued);
  const calls = 500;
  const schedule = median(15, () => {
    for (let at = 0; at < calls; at += 1) call("DEPR.SCHEDULE", 10_000 + at, 1000, 5, "SL", "2026-01-15", "month");
  });
  const table = (count) => [
    ["Asset", "Class", "In service", "Cost", "Salvage", "Life (years)", "Method"],
    ...Array.from({ length: count }, (_none, at) => [
      `A-${at}`,
      `Class ${at % 7}`,
      45_292 + (at % 700),
      1000 + (at % 9000),
      at % 100,
      3 + (at % 8),
      ["SL", "SL", "DB", "SYD"][at % 4],
    ]),
  ];
  const [small, large] = [table(10_000), table(100_000)];
  const charges = median(7, () => call("DEPR.CHARGES", small, 46_023, 46_387));
  const note = median(3, () => call("DEPR.ROLLFORWARD", large, 46_023, 46_387));
  const row = (name, value, unit, most) => ({
    name: `in Chromium: ${name}`,
    value: value.toPrecision(3),
    unit,
    goal: { most },
  });
  return [
    row("functions.js parsed and run", load, "ms", 3),
    row("DEPR.SCHEDULE of 60 months", (1000 * schedule) / calls, "µs", 30),
    row("DEPR.CHARGES of 10,000 assets by 12 months", charges, "ms", 150),
    row("DEPR.ROLLFORWARD of 100,000 assets", note, "ms", 1000),
  ];
}
