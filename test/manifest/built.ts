/** The files of dist/, which the tests take as built. */
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

const dist = join(__dirname, "../../dist");

/** Reads a file of dist/ by its path there, or nothing if it is not there. */
export function readBuilt(path: string): Uint8Array | undefined {
  const file = join(dist, path);
  return existsSync(file) && statSync(file).isFile() ? readFileSync(file) : undefined;
}

/** The text of a file of dist/. */
export function builtText(path: string): string {
  const bytes = readBuilt(path);
  if (bytes === undefined) throw new Error(`dist/${path} is not there. Run "npm run build" first.`);
  return Buffer.from(bytes).toString("utf8");
}
