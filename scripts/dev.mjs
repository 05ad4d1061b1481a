// `npm run dev`: serves as `npm start` does and rebuilds the add-in whenever one of its files changes; reload the page to see it.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parts } from "./parts.mjs";
import { ensureDependencies, root } from "./setup.mjs";

ensureDependencies();
const addIn = parts.find((part) => part.name === "add-in");
const children = [
  spawn(process.execPath, [join(root, "scripts", "start.mjs"), ...process.argv.slice(2)], { stdio: "inherit" }),
  spawn(
    process.execPath,
    [join(root, "node_modules", addIn.tool), ...addIn.words, "--watch", "--mode", "development"],
    { cwd: root, stdio: "inherit" },
  ),
];
for (const child of children) child.on("exit", (code) => endAll(code ?? 0));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => children.forEach((child) => child.kill(signal)));

function endAll(code) {
  children.forEach((child) => child.kill("SIGTERM"));
  process.exitCode = code;
}
