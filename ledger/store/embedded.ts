import { existsSync, fsyncSync, openSync, closeSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { again } from "./again";
import { columnReaders } from "./column-readers";
import { DurableFolder, durableStart } from "./durable-folder";
import { lockFolder } from "./folder-lock";
import type { Column, Session, Store } from "./store";

/** A ledger that is gone when the process ends. With an image it begins as the database that the image was taken of. */
export async function openMemory(image?: Blob): Promise<Store> {
  const from = image === undefined ? {} : { loadDataDir: image };
  return storeOf(await PGlite.create({ ...from, parsers: columnReaders }), () => undefined);
}

/** A ledger in a folder of this machine, for this process alone. Throws FolderInUse when another process has it. */
export async function openFolder(folder: string): Promise<Store> {
  const release = lockFolder(folder);
  try {
    return storeOf(await openFiles(join(folder, "postgres")), release);
  } catch (error) {
    release();
    throw error;
  }
}

async function openFiles(files: string): Promise<PGlite> {
  const isNew = !existsSync(join(files, "PG_VERSION"));
  const fs = new DurableFolder(files);
  const database = await PGlite.create({ fs, startParams: [...durableStart], parsers: columnReaders });
  // The program that makes a new database does not sync the files it writes; this does it for it, once.
  if (isNew) syncAll(files);
  return database;
}

function storeOf(database: PGlite, release: () => void): Store {
  return {
    query: (sql, params) => again(() => sessionOf(database).query(sql, params)),
    transaction: (work) => again(() => database.transaction((transaction) => work(sessionOf(transaction)))),
    close: async () => {
      await database.close();
      release();
    },
  };
}

function sessionOf(asked: Pick<PGlite, "query">): Session {
  return {
    query: async <R>(sql: string, params: readonly Column[] = []) => (await asked.query<R>(sql, [...params])).rows,
  };
}

function syncAll(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) syncAll(path);
    else if (entry.isFile()) sync(path);
  }
  // Windows cannot open a folder to sync it, and has no need to.
  if (process.platform !== "win32") sync(folder);
}

function sync(path: string): void {
  const open = openSync(path, "r");
  fsyncSync(open);
  closeSync(open);
}
