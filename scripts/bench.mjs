// `npm run bench`: figures of this machine, printed as one table. Timings are never judged by a test.
import { gzipSync } from "node:zlib";
import { createRequire } from "node:module";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { benchFormulas } from "./bench-formulas.mjs";
import { benchPosting } from "./bench-posting.mjs";
import { build } from "./build.mjs";
import { ensureDependencies, root, stop } from "./setup.mjs";

ensureDependencies();
const failed = await build();
if (failed.length > 0) stop(`Not measured, because this could not be built: ${failed.join(", ")}.`);

const rows = [...bundleSizes(), ...(await benchFormulas()), ...(await benchPosting())];
const postgres = await ownPostgres();
for (const file of benches()) rows.push(...(await (await import(pathToFileURL(file).href)).run()));
await postgres?.stop();

const title = `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0].model}), load ${loadavg()[0].toFixed(1)}, ${new Date().toISOString().slice(0, 10)}`;
console.log(`\n${title}\n`);
const width = Math.max(...rows.map((row) => row.name.length));
for (const row of rows)
  console.log(`${row.name.padEnd(width)}  ${row.value.padStart(12)}  ${row.unit}  ${goalOf(row)}`);
const report = join(root, "bench", "RESULTS.md");
writeFileSync(report, results() + longRuns(report));
process.exit(0);

/** A PostgreSQL for the ledger's figures, where no other is named; without one they are those of PGlite alone. */
async function ownPostgres() {
  if (process.env.DATABASE_URL !== undefined) return undefined;
  const { startPostgres } = createRequire(import.meta.url)(
    join(root, "build", "server", "test", "ledger", "postgres", "start.js"),
  );
  try {
    const started = await startPostgres();
    process.env.DATABASE_URL = started.url;
    return started;
  } catch (error) {
    console.log(`The ledger is measured on PGlite alone. ${error.message}`);
    return undefined;
  }
}

function benches() {
  const folder = join(root, "build", "server", "bench");
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(".js"))
        .map((name) => join(folder, name))
    : [];
}

function bundleSizes() {
  const scripts = [
    "dist/functions.js",
    "dist/taskpane.js",
    ...chunks("dist", /^pane\..*\.js$/),
    ...chunks("build/workbench", /\.js$/),
  ];
  return scripts
    .filter((file) => existsSync(join(root, file)))
    .map((file) => {
      const bytes = readFileSync(join(root, file));
      return {
        name: `${file}, gzipped`,
        value: (gzipSync(bytes, { level: 9 }).length / 1000).toFixed(1),
        unit: `kB (${(bytes.length / 1000).toFixed(1)} kB raw)`,
      };
    });
}

function chunks(folder, pattern) {
  const full = join(root, folder);
  return existsSync(full)
    ? readdirSync(full)
        .filter((name) => pattern.test(name))
        .map((name) => `${folder}/${name}`)
    : [];
}

function results() {
  const table = rows.map((row) => `| ${row.name} | ${row.value} | ${row.unit} | ${goalOf(row)} |`);
  return [
    "# What it takes",
    "",
    "Written by `npm run bench`: medians of interleaved rounds, on whatever else the machine was doing. Ratios carry",
    "over to another machine; figures do not.",
    "",
    title + ".",
    "",
    "| measured | figure | unit | goal |",
    "| --- | ---: | --- | --- |",
    ...table,
    "",
  ].join("\n");
}

/** What long runs found stands below the table, and is kept: they take hours, and are added by hand. */
function longRuns(file) {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "";
  const at = text.indexOf("\n## ");
  return at < 0 ? "" : text.slice(at);
}

function goalOf({ value, goal }) {
  if (goal === undefined) return "";
  const isMet = goal.most === undefined ? Number(value) >= goal.least : Number(value) <= goal.most;
  return `${goal.most === undefined ? `at least ${goal.least}` : `at most ${goal.most}`}${isMet ? "" : ": missed"}`;
}
