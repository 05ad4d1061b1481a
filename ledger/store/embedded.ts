import { existsSync, fsyncSync, openSync, closeSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { again } from "./again";
import { columnReaders } from "./column-readers";
import { DurableFolder, durableStart } from "./durable-folder";
import { isBroken } from "./failures";
import { lockFolder } from "./folder-lock";
import type { Column, Session, Store } from "./store";

/** A ledger that is gone when the process ends. With an image it begins as the database that the image was taken of. */
export async function openMemory(image?: Blob): Promise<Store> {
  const from = image === undefined ? {} : { loadDataDir: image };
  const gone = (): Promise<PGlite> => Promise.reject(new Error("The ledger was in memory and broke; it is gone."));
  return storeOf(await PGlite.create({ ...from, parsers: columnReaders }), gone, () => undefined);
}

/** A ledger in a folder of this machine, for this process alone. Throws FolderInUse when another process has it. */
export async function openFolder(folder: string): Promise<Store> {
  const release = lockFolder(folder);
  try {
    const files = join(folder, "postgres");
    return storeOf(await openFiles(files), () => openAgain(files), release);
  } catch (error) {
    release();
    throw error;
  }
}

// What kept it from going on may still be there: then it is away, as a server that does not start is.
async function openAgain(files: string): Promise<PGlite> {
  return openFiles(files).catch((cause: unknown) => {
    throw Object.assign(new Error("The database could not be opened again.", { cause }), { code: cannotConnectNow });
  });
}

const cannotConnectNow = "57P03";

async function openFiles(files: string): Promise<PGlite> {
  const isNew = !existsSync(join(files, "PG_VERSION"));
  const fs = new DurableFolder(files);
  const database = await PGlite.create({ fs, startParams: [...durableStart], parsers: columnReaders });
  // The program that makes a new database does not sync the files it writes; this does it for it, once.
  if (isNew) syncAll(files);
  return database;
}

/**
 * The store over a database that computes in this process, one piece of work after the other. After a failure that leaves
 * the database broken (it could not write its log, say), the next piece opens it anew, which recovers what was committed.
 */
function storeOf(first: PGlite, open: () => Promise<PGlite>, release: () => void): Store {
  let database: PGlite | undefined = first;
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<T>(work: (database: PGlite) => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      database ??= await open();
      return work(database).catch((error: unknown) => {
        if (isBroken(error)) database = undefined;
        throw error;
      });
    });
    last = turn.catch(() => undefined);
    return turn;
  }
  return {
    query: (sql, params) => again(() => inTurn((opened) => sessionOf(opened).query(sql, params))),
    transaction: (work) => again(() => inTurn((opened) => inTransaction(opened, work))),
    close: async () => {
      await last;
      await database?.close();
      release();
    },
  };
}

// A database that is broken cannot even roll back: asked to, it would never answer.
async function inTransaction<T>(database: PGlite, work: (session: Session) => Promise<T>): Promise<T> {
  const session = sessionOf(database);
  await session.query("begin");
  try {
    const answer = await work(session);
    await session.query("commit");
    return answer;
  } catch (error) {
    if (!isBroken(error)) await session.query("rollback");
    throw error;
  }
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
