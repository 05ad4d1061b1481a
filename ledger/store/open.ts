import { openFolder, openMemory } from "./embedded";
import { migrate } from "./migrate";
import { openServer } from "./server";
import type { Store } from "./store";

/**
 * Where the ledger keeps its rows: a folder of this machine, a PostgreSQL server, or nowhere. An image of an empty
 * database saves making one.
 */
export type StoreOptions =
  { readonly dataFolder: string } | { readonly databaseUrl: string } | { readonly memory: true; readonly image?: Blob };

/**
 * Opens the ledger's database, brings its tables up to date and gives the store.
 * Throws FolderInUse, with a sentence, when another process has the folder open.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const store = await open(options);
  try {
    await migrate(store);
    return store;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function open(options: StoreOptions): Promise<Store> {
  if ("memory" in options) return openMemory(options.image);
  if ("dataFolder" in options) return openFolder(options.dataFolder);
  return openServer(options.databaseUrl);
}
