import { closeSync, mkdirSync, openSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Thrown when the folder is another process's; its message is a sentence for the person who started us. */
export class FolderInUse extends Error {}

interface Holder {
  readonly pid: number;
  /** When the process began, as far as the system tells; a process id alone is used again sooner or later. */
  readonly began: string;
}

/**
 * Takes the folder for this process alone and gives the function that releases it. Two processes on one PGlite folder
 * lose rows without an error, so the second is refused. A lock left by a process that is gone is taken over.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, "lock");
  if (!writeNew(file)) takeOver(folder, file);
  return () => rmSync(file, { force: true });
}

function takeOver(folder: string, file: string): void {
  const guard = join(folder, "lock.taking");
  if (isOld(guard)) rmSync(guard, { force: true });
  // Only the one who holds the guard may judge and replace a lock, else two could replace it after one another.
  if (!writeNew(guard)) throw new FolderInUse(`Another process is just opening the ledger in ${folder}.`);
  try {
    const holder = read(file);
    if (holder !== undefined && isAlive(holder)) throw new FolderInUse(inUse(folder, file, holder));
    rmSync(file, { force: true });
    if (!writeNew(file)) throw new FolderInUse(`Another process is just opening the ledger in ${folder}.`);
  } finally {
    rmSync(guard, { force: true });
  }
}

function inUse(folder: string, file: string, holder: Holder): string {
  return (
    `The ledger in ${folder} is open in process ${holder.pid}. Stop that process first, ` +
    `or use another data folder. If that process is no ledger, delete ${file}.`
  );
}

function writeNew(file: string): boolean {
  const holder: Holder = { pid: process.pid, began: beginningOf(process.pid) };
  try {
    const open = openSync(file, "wx", 0o600);
    writeSync(open, JSON.stringify(holder));
    closeSync(open);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function read(file: string): Holder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Partial<Holder> | null;
    if (typeof holder?.pid !== "number" || typeof holder.began !== "string") return undefined;
    return { pid: holder.pid, began: holder.began };
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder): boolean {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
  return beginningOf(holder.pid) === holder.began;
}

// Linux tells when a process began, in ticks since the machine started; elsewhere the process id alone must do.
function beginningOf(pid: number): string {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, "utf8");
    return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

const guardMs = 10_000;

function isOld(file: string): boolean {
  const status = statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs > guardMs;
}
