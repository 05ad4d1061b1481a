// `npm run verify`: judges the cents of every method that the engine lists against slow rational arithmetic, on random
// cases, and then the ledger. VERIFY_SEED repeats a run, VERIFY_CASES says how many cases a method gets.
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import { build } from "./build.mjs";
import { verifyLedger } from "./verify-ledger.mjs";
import { ensureDependencies, root, seconds, stop } from "./setup.mjs";

ensureDependencies();
if ((await build(["server"])).length > 0) stop("Not verified, because the engine could not be built.");

const seed = process.env.VERIFY_SEED ?? String(Math.floor(Math.random() * 2 ** 32));
const cases = Number(process.env.VERIFY_CASES ?? 100_000);
if (!Number.isInteger(cases) || cases < 1) stop("VERIFY_CASES must be a whole number of cases, such as 100000.");
const file = join(root, "build", "server", "test", "engine", "reference", "verify-worker.js");
const { words } = (await import(pathToFileURL(file).href)).default;
const started = Date.now();
const verdicts = new Map(words.map((word) => [word, { cases: 0, rows: 0, ties: 0, wrong: 0, complaints: [] }]));
console.log(
  `${cases} cases a method, seed ${seed}: VERIFY_SEED=${seed} VERIFY_CASES=${cases} npm run verify repeats them.`,
);

const tasks = tasksOf();
const total = tasks.length;
await Promise.all(Array.from({ length: availableParallelism() }, () => work(new Worker(file))));
if (process.stdout.isTTY) process.stdout.write("\r\x1b[K");
printTable();
const wrong = sum("wrong");
console.log(`\n${sum("cases")} cases, ${sum("rows")} rows, ${wrong} wrong, in ${seconds(started)} s.`);
console.log("\nThe ledger:");
const ledgerWrong = await verifyLedger(Number(seed) || 1);
process.exit(wrong + ledgerWrong === 0 ? 0 : 1);

// Small tasks in turn over the methods, so that the workers end together and the line below tells the truth.
function tasksOf() {
  const size = Math.min(500, cases);
  const found = [];
  for (let first = 0; first < cases; first += size)
    for (const word of words) found.push({ word, seed, first, count: Math.min(size, cases - first) });
  return found;
}

function work(worker) {
  return new Promise((resolve, reject) => {
    const next = () => {
      const task = tasks.shift();
      if (task === undefined) resolve(worker.terminate());
      else worker.postMessage(task);
    };
    worker.on("error", reject);
    worker.on("message", (verdict) => {
      add(verdict);
      next();
    });
    next();
  });
}

function add(verdict) {
  const known = verdicts.get(verdict.word);
  for (const key of ["cases", "rows", "ties", "wrong"]) known[key] += verdict[key];
  known.complaints.push(...verdict.complaints.slice(0, 3 - known.complaints.length));
  const done = total - tasks.length;
  const line = `${((100 * done) / total).toFixed(0)} %, ${seconds(started)} s, ${sum("wrong")} wrong`;
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
}

function printTable() {
  const head = ["method", "cases", "rows", "ties", "wrong"];
  const rows = [...verdicts].map(([word, verdict]) => [word, ...head.slice(1).map((key) => String(verdict[key]))]);
  for (const row of [head, ...rows]) {
    const [word, ...numbers] = row;
    console.log(word.padEnd(10) + numbers.map((text) => text.padStart(12)).join(""));
  }
  for (const [word, { complaints }] of verdicts) for (const told of complaints) console.log(`\n${word}, ${told}`);
}

function sum(key) {
  return [...verdicts.values()].reduce((found, verdict) => found + verdict[key], 0);
}
