// The first step of every command: a fresh clone installs what its lock file names, a current one goes straight on.
// Node's own modules only, because nothing else may be there yet.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Stops with a sentence on a Node that is too old, then installs the locked dependencies unless they are current. */
export function ensureDependencies() {
  refuseOldNode();
  if (dependenciesAreCurrent()) return;
  console.log("Installing the locked dependencies (about a minute, once) …");
  const started = Date.now();
  const done = runNpm(["ci", "--include=dev", "--include=optional", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (done.status !== 0)
    stop("The dependencies could not be installed. npm's own words are above; is the npm registry reachable?");
  console.log(`Installed in ${seconds(started)} s.`);
}

/** Ends the command with one sentence on the terminal and exit code 1. */
export function stop(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}

export function seconds(started) {
  return ((Date.now() - started) / 1000).toFixed(1);
}

function refuseOldNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) stop(`This is Node ${process.versions.node}; version 20 or newer is needed (https://nodejs.org).`);
}

// npm writes node_modules/.package-lock.json as the last act of an install, so an interrupted one does not count.
function dependenciesAreCurrent() {
  const installed = join(root, "node_modules", ".package-lock.json");
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, "package-lock.json")).mtimeMs;
}

// Under `npm start` the npm in use names its own script; without it, the npm on the PATH must do.
function runNpm(words) {
  const options = { cwd: root, stdio: ["ignore", "inherit", "inherit"] };
  const script = process.env.npm_execpath;
  if (script?.endsWith("js")) return spawnSync(process.execPath, [script, ...words], options);
  return spawnSync("npm", words, { ...options, shell: process.platform === "win32" });
}
