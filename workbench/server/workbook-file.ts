import { mkdir, open, readFile, rename } from "node:fs/promises";
import { join } from "node:path";

/** The one saved workbook. */
export interface WorkbookFile {
  /** The saved text, or undefined when nothing was saved yet. */
  read(): Promise<string | undefined>;
  /** Replaces the text as a whole: after a crash there is the old text or the new one, never half of one. */
  write(text: string): Promise<void>;
}

/** Opens `workbook.json` in a folder, which is made when missing. */
export async function openWorkbookFile(folder: string): Promise<WorkbookFile> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, "workbook.json");
  let last: Promise<void> = Promise.resolve();
  return {
    read: async () => readIfThere(path),
    write: async (text) => {
      // One write at a time, in the order in which they came; a write that failed does not stop the next one.
      last = last.catch(() => undefined).then(async () => replace(folder, path, text));
      return last;
    },
  };
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function replace(folder: string, path: string, text: string): Promise<void> {
  const fresh = `${path}.${process.pid}.new`;
  await writeDurably(fresh, text);
  await rename(fresh, path);
  await syncFolder(folder);
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file = await open(path, "w", 0o600);
  try {
    await file.writeFile(text, "utf8");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Windows cannot sync a folder; there the rename alone has to do. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
