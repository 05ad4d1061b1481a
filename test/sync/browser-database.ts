import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";

/** A browser that has stored nothing yet. */
export function emptyBrowser(): void {
  globalThis.indexedDB = new IDBFactory();
}
