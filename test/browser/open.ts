import { execFileSync, spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

const root = join(__dirname, "..", "..");

/** The real server in a process of its own, on a free port, with an empty data folder. */
export interface ServerProcess {
  readonly url: string;
  readonly token: string;
  readonly businessId: string;
  /** Kills the process without a word, as a power cut does. The data folder stays. */
  kill(): Promise<void>;
  /** Starts it again after a kill: on the same data folder, at the same address. */
  startAgain(): Promise<void>;
  /** Ends the process as Ctrl+C does and removes the data folder. */
  close(): Promise<void>;
}

/** A real browser with an empty profile, on the workbench of a server of its own. */
export interface OpenWorkbench extends ServerProcess {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Whatever the page said on its console as an error, and every uncaught exception. */
  readonly complaints: readonly string[];
}

/** Starts server and browser, opens the workbench and waits until it says that it is ready. */
export async function openWorkbench(size = { width: 1280, height: 800 }): Promise<OpenWorkbench> {
  const server = await startServer();
  const browser = await launchBrowser();
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: size });
  // As everywhere in the tests, only what hangs fails by the clock.
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const complaints = listen(page);
  await showWorkbench(page, server.url);
  const close = async (): Promise<void> => {
    await browser.close();
    await server.close();
  };
  return { ...server, browser, context, page, complaints, close };
}

/** Opens the workbench in a page, a new tab say, and waits until it says that it is ready. */
export async function showWorkbench(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate("window.workbench.ready");
}

export async function startServer(): Promise<ServerProcess> {
  const dataFolder = mkdtempSync(join(tmpdir(), "depr-"));
  let child = spawnServer("0", dataFolder);
  const told = await untilAnnounced(child);
  const url = matched(told, /^Workbench\s+(\S+)$/m);
  return {
    url,
    businessId: matched(told, /^Demo business\s+(\S+)$/m),
    token: readFileSync(join(dataFolder, "demo-token"), "utf8"),
    kill: () => ended(child, "SIGKILL"),
    startAgain: async () => {
      child = spawnServer(new URL(url).port, dataFolder);
      await untilAnnounced(child);
    },
    close: async () => {
      await ended(child, "SIGTERM");
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

function spawnServer(port: string, dataFolder: string): ChildProcess {
  const main = join(root, "build", "server", "scripts", "serve-main.js");
  return spawn(process.execPath, [main, port, dataFolder], { cwd: root, env: { ...process.env, NODE_OPTIONS: "" } });
}

export async function launchBrowser(): Promise<Browser> {
  const told = execFileSync(process.execPath, [join(root, "scripts", "find-browser.mjs")], { encoding: "utf8" });
  const found = JSON.parse(told) as { executablePath: string; env: Record<string, string> };
  // A root user, as in most containers, can run Chromium only without its sandbox; the pages are our own.
  const args = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ];
  const env = { ...(process.env as Record<string, string>), ...found.env };
  return chromium.launch({ executablePath: found.executablePath, args, env });
}

function listen(page: Page): string[] {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
}

function untilAnnounced(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = "";
    const hear = (text: Buffer): void => {
      told += text.toString();
      if (told.includes("Ctrl+C")) resolve(told);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("exit", (code) => reject(new Error(`The server ended with code ${String(code)}:\n${told}`)));
  });
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  return new Promise((resolve) => {
    child.once("exit", () => resolve());
    if (child.exitCode === null && child.signalCode === null) child.kill(signal);
    else resolve();
  });
}

function matched(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`The server's announcement has no ${pattern.source}:\n${text}`);
  return found;
}
