// `npm test`: types, lint, every jest test and the manifest check, from a fresh clone; the last line counts them all.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "./build.mjs";
import { ensureDependencies, root, seconds } from "./setup.mjs";

ensureDependencies();
mkdirSync(join(root, "build"), { recursive: true });

const started = Date.now();
const counts = [await builds()];
const checks = [
  check("types", "typescript/bin/tsc", ["--noEmit", "-p", "tsconfig.json"]),
  check("lint", "eslint/bin/eslint.js", ["--max-warnings", "0", "."]),
];
counts.push(...(await Promise.all(checks)));
// The browser tests come after the others and one file at a time: a busy machine would make honest waits too short.
counts.push(await jest("quick", ["--maxWorkers=2"]));
counts.push(await jest("browser", ["--runInBand"]));

const passed = counts.reduce((sum, count) => sum + count.passed, 0);
const failed = counts.reduce((sum, count) => sum + count.failed, 0);
process.exitCode = failed === 0 ? 0 : 1;
console.log(`\nThe whole run took ${seconds(started)} s.\n`);
console.log(`${passed} passed, ${failed} failed`);

async function builds() {
  const failures = await build();
  return failures.length === 0 ? pass() : fail();
}

async function check(name, tool, words) {
  console.log(`\nChecking ${name} …`);
  const begun = Date.now();
  const code = await run(tool, words, {});
  console.log(code === 0 ? `${name}: nothing to say (${seconds(begun)} s).` : `${name}: failed.`);
  return code === 0 ? pass() : fail();
}

async function jest(project, words) {
  const results = join(root, "build", `jest-${project}.json`);
  rmSync(results, { force: true });
  // PGlite is loaded by a dynamic import, which jest allows only under this flag; its notice would drown the results.
  const environment = { NODE_OPTIONS: "--experimental-vm-modules --no-warnings" };
  const code = await run(
    "jest/bin/jest.js",
    ["--selectProjects", project, "--json", "--outputFile", results, ...words],
    environment,
  );
  return counted(results, code);
}

// A test that was skipped, a file that could not run and a runner that died without a word all count as failures.
function counted(results, code) {
  try {
    const told = JSON.parse(readFileSync(results, "utf8"));
    const failed = told.numFailedTests + told.numRuntimeErrorTestSuites + told.numPendingTests + told.numTodoTests;
    return { passed: told.numPassedTests, failed: failed === 0 && code !== 0 ? 1 : failed };
  } catch {
    return fail();
  }
}

function run(tool, words, environment) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", tool), ...words], {
      cwd: root,
      stdio: ["ignore", tool.startsWith("jest") ? "ignore" : "inherit", "inherit"],
      env: { ...process.env, ...environment },
    });
    child.on("close", (code) => resolve(code ?? 1));
  });
}

function pass() {
  return { passed: 1, failed: 0 };
}

function fail() {
  return { passed: 0, failed: 1 };
}
