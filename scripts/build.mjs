// Builds what is not up to date. A part is current when its outputs are there and the hash of its inputs is the one
// of its last build; so a clean checkout with a cached build folder, or a touched file without a change, costs nothing.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parts } from "./parts.mjs";
import { ensureDependencies, root, seconds, stop } from "./setup.mjs";

/** Builds every named part (all by default) that is not current, side by side. Returns the names of the parts that failed. */
export async function build(names = parts.map((part) => part.name)) {
  const stale = parts.filter((part) => names.includes(part.name) && !isCurrent(part));
  const failed = await Promise.all(stale.map(async (part) => ((await buildPart(part)) ? [] : [part.name])));
  return failed.flat();
}

async function buildPart(part) {
  console.log(`Building the ${part.name} …`);
  const started = Date.now();
  const before = fingerprint(part);
  const { code, output } = await run(part);
  if (code !== 0) {
    console.error(output);
    console.error(`The ${part.name} could not be built.`);
    return false;
  }
  mkdirSync(join(root, "build", "stamps"), { recursive: true });
  writeFileSync(stampOf(part), before);
  console.log(`Built the ${part.name} in ${seconds(started)} s.`);
  return true;
}

function run(part) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(root, "node_modules", part.tool), ...part.words], { cwd: root });
    let output = "";
    child.stdout.on("data", (text) => (output += text));
    child.stderr.on("data", (text) => (output += text));
    child.on("close", (code) => resolve({ code, output }));
  });
}

function isCurrent(part) {
  if (!part.outputs.every((output) => existsSync(join(root, output)))) return false;
  return existsSync(stampOf(part)) && readFileSync(stampOf(part), "utf8") === fingerprint(part);
}

function stampOf(part) {
  return join(root, "build", "stamps", part.name);
}

function fingerprint(part) {
  const hash = createHash("sha256");
  for (const [name, unset] of Object.entries(part.settings)) hash.update(`${name}=${process.env[name] ?? unset}\n`);
  for (const file of part.inputs.flatMap((input) => filesOf(input)))
    hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

function filesOf(path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full)
    .sort()
    .flatMap((name) => filesOf(`${path}/${name}`));
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureDependencies();
  const failed = await build();
  if (failed.length > 0) stop(`Not built: ${failed.join(", ")}.`);
}
