import { createWriteStream, mkdirSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";

const largest = 16 * 1024 * 1024;

/**
 * Gives what writes a line to `log/requests.jsonl` in the data folder. A file that has grown large becomes
 * `requests.1.jsonl` at the next start, so that two at most are kept. A log that cannot be written stops nobody's work.
 */
export function requestLog(dataFolder: string): (line: string) => void {
  const folder = join(dataFolder, "log");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "requests.jsonl");
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > largest)
    renameSync(file, join(folder, "requests.1.jsonl"));
  const stream = createWriteStream(file, { flags: "a", mode: 0o600 });
  stream.on("error", () => undefined);
  return (line) => stream.write(`${line}\n`);
}
