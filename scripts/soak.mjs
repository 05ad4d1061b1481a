// `npm run soak -- --rows N --seed S [--worlds W]`: posts N rows in W worlds full of trouble, to the real ledger, and looks
// whether each is there once. The last line is one JSON object. `--world K` repeats the one world of that number.
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { build } from "./build.mjs";
import { ensureDependencies, root, seconds, stop } from "./setup.mjs";

const rowsOfWorld = 50;
// A process keeps its ledger in memory; after so many rows another one takes over.
const rowsOfTask = 10_000;
const counts = ["duplicates", "lost", "lies", "unknown", "strays", "imbalance"];

const { values: words } = parseArgs({
  options: {
    rows: { type: "string", default: "20000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 32)) },
    worlds: { type: "string" },
    world: { type: "string" },
  },
});
const rows = wholeNumber("rows", words.rows, 1);
const worlds = wholeNumber("worlds", words.worlds ?? String(Math.ceil(rows / rowsOfWorld)), 1);
const only = words.world === undefined ? undefined : wholeNumber("world", words.world, 0);
if (worlds > rows) stop(`--worlds is ${worlds}, but each world needs a row: give at most ${rows}.`);
if (only !== undefined && only >= worlds) stop(`--world is ${only}, but the worlds are 0 to ${worlds - 1}.`);

ensureDependencies();
if ((await build(["server"])).length > 0) stop("Nothing was tried, because the ledger could not be built.");
const file = join(root, "build", "server", "test", "soak", "soak-worker.js");
const { zones } = (await import(pathToFileURL(file).href)).default;

const started = Date.now();
const total = { worlds: 0, rows: 0, ...Object.fromEntries(counts.map((count) => [count, 0])) };
let failures = 0;
console.log(`${rows} rows in ${worlds} worlds, seed ${words.seed}.`);

const tasks = tasksOf();
await Promise.all(Array.from({ length: availableParallelism() }, work));
if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
const missing = (only === undefined ? worlds : 1) - total.worlds;
if (missing > 0) console.log(`${missing} worlds did not come to an end.`);
const isClean = failures === 0 && missing === 0;
console.log(JSON.stringify({ seed: words.seed, ...total, seconds: Number(seconds(started)) }));
process.exit(isClean ? 0 : 1);

// The worlds of a zone together, for a process has one zone; the worlds keep their zones when they are repeated.
function tasksOf() {
  // Two tasks a zone at least: of an odd number, one processor would have to do the last alone.
  const rowsAtMost = Math.min(rowsOfTask, rows / (2 * zones.length));
  const most = Math.max(1, Math.floor(rowsAtMost / (rows / worlds)));
  const byZone = zones.map((zone) => ({ zone, worlds: [] }));
  const found = [];
  for (let number = 0; number < worlds; number += 1) {
    if (only !== undefined && number !== only) continue;
    const own = byZone[number % zones.length];
    own.worlds.push([number, Math.floor(((number + 1) * rows) / worlds) - Math.floor((number * rows) / worlds)]);
    if (own.worlds.length === most) found.push({ ...own, worlds: own.worlds.splice(0) });
  }
  return [...found, ...byZone.filter((rest) => rest.worlds.length > 0)];
}

async function work() {
  for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) await carryOut(task);
}

function carryOut({ zone, worlds: numbers }) {
  return new Promise((resolve) => {
    const worker = fork(file, [], { env: { ...process.env, TZ: zone } });
    worker.on("message", (verdict) => add(verdict, zone));
    worker.on("close", resolve);
    worker.send({ seed: words.seed, worlds: numbers });
  });
}

function add(verdict, zone) {
  total.worlds += 1;
  total.rows += verdict.rows;
  for (const count of counts) total[count] += verdict[count] ?? 0;
  const isSound = verdict.failure === undefined && counts.every((count) => verdict[count] === 0);
  if (!isSound) tell(verdict, zone);
  if (process.stdout.isTTY) {
    const pace = Math.round(total.rows / Math.max(1, Number(seconds(started))));
    process.stdout.write(`\r\x1b[K${total.worlds} of ${worlds} worlds, ${total.rows} rows, ${pace} a second`);
  }
}

function tell({ number, failure, complaints = [] }, zone) {
  failures += 1;
  const again = `npm run soak -- --rows ${rows} --worlds ${worlds} --seed ${words.seed} --world ${number}`;
  console.log(`\nWorld ${number} (seed ${words.seed}.${number}, ${zone}) is not sound; alone: ${again}`);
  for (const complaint of [...(failure === undefined ? [] : [failure]), ...complaints].slice(0, 10))
    console.log(`  ${complaint}`);
}

function wholeNumber(name, text, least) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < least)
    stop(`--${name} is "${text}", but must be a whole number of at least ${least}.`);
  return number;
}
