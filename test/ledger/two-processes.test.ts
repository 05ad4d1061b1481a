// Two processes on one data folder would lose rows of one another without an error. Here both are real: the server as
// `npm start` runs it, and a second one on the same folder.
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

const script = join(process.cwd(), "build", "server", "scripts", "serve-main.js");

let dataFolder: string;
let first: Told;

beforeAll(async () => {
  if (!existsSync(script)) throw new Error(`${script} is not built. Run npm run build.`);
  dataFolder = mkdtempSync(join(tmpdir(), "depr-two-"));
  first = start(dataFolder);
  await first.says("Ctrl+C");
});

afterAll(async () => {
  const ended = once(first.process, "exit");
  first.process.kill("SIGTERM");
  await ended;
  rmSync(dataFolder, { recursive: true, force: true });
});

test("the second process ends with a sentence that names the folder and the first one, which goes on serving", async () => {
  expect(await health()).toBe(200);
  const second = start(dataFolder);
  expect(await once(second.process, "close")).toEqual([1, null]);
  expect(second.text()).toContain(
    `The ledger in ${join(dataFolder, "ledger")} is open in process ${first.process.pid}. Stop that process first, or use another data folder.`,
  );
  expect(second.text()).not.toContain("Workbench  ");
  expect(await health()).toBe(200);
  expect(await trialBalance()).toMatchObject({ balance: 0 });
});

/** A process with all that it has said, on either of its outputs. */
interface Told {
  readonly process: ChildProcess;
  text(): string;
  says(words: string): Promise<void>;
}

function start(folder: string): Told {
  const child = spawn(process.execPath, [script, "0", folder], { env: { ...process.env, NODE_OPTIONS: "" } });
  let told = "";
  const says = async (words: string): Promise<void> => {
    while (!told.includes(words)) {
      if (child.exitCode !== null) throw new Error(`The process ended: ${told}`);
      await Promise.race([once(child.stdout, "data"), once(child, "exit")]);
    }
  };
  for (const output of [child.stdout, child.stderr]) output.on("data", (part: Buffer) => (told += part.toString()));
  return { process: child, text: () => told, says };
}

async function health(): Promise<number> {
  return (await ask("health")).status;
}

/** A question that only the database can answer. */
async function trialBalance(): Promise<unknown> {
  return JSON.parse((await ask("trial-balance")).text) as unknown;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Asks the first process, trusting the certificate that its announcement names. */
function ask(path: string): Promise<Answer> {
  const [url, authority] = [matched(/^Workbench\s+(\S+)$/m), matched(/--cacert '([^']+)'/)];
  const authorization = `Bearer ${readFileSync(join(dataFolder, "demo-token"), "utf8")}`;
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { ca: readFileSync(authority), headers: { authorization } }, (response) => {
      let text = "";
      response.on("data", (part: Buffer) => (text += part.toString()));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    }).on("error", reject);
  });
}

function matched(pattern: RegExp): string {
  const found = pattern.exec(first.text())?.[1];
  if (found === undefined) throw new Error(`The announcement has no ${pattern.source}: ${first.text()}`);
  return found;
}
