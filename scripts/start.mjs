// `npm start`: installs, builds and serves the workbench with the ledger. `-- --fresh` forgets the ledger and the workbook.
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { ensureDependencies, root, stop } from "./setup.mjs";

const known = ["--fresh"];
const unknown = process.argv.slice(2).filter((word) => !known.includes(word));
if (unknown.length > 0) stop(`"${unknown[0]}" is not known here. Use: npm start, or npm start -- --fresh.`);

const port = portFrom(process.env.PORT ?? "3000");
// Asked before the minutes of a first build, and again by the server itself when it listens.
if (!(await isFree(port)))
  stop(`Port ${port} is in use by another program. Stop that one, or choose another: PORT=3001 npm start`);

// The manifest and the help links carry the address, so another port means another build of the add-in.
process.env.ADDIN_URL ??= `https://localhost:${port}`;

ensureDependencies();
const failed = await build();
if (failed.length > 0) stop(`Not started, because this could not be built: ${failed.join(", ")}.`);

const { serve } = await import(pathToFileURL(join(root, "build", "server", "scripts", "serve.js")).href);
await serve({ root, port, dataFolder: join(root, "data"), fresh: process.argv.includes("--fresh") }).catch((error) =>
  stop(error.message),
);

function portFrom(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 65535)
    stop(`PORT is "${text}", but must be a whole number from 1 to 65535.`);
  return number;
}

function isFree(number) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(number, "localhost", () => probe.close(() => resolve(true)));
  });
}
