/**
 * The reference ledger: a double-entry ledger for fixed assets that answers as Layer, DayZero, Sage Intacct, FreeAgent and
 * oanor do.
 */
export { demoBusiness, demoBusinessId, openBusiness } from "./books/business";
export { registerLedger } from "./register";
export { FolderInUse } from "./store/folder-lock";
export { openStore, type StoreOptions } from "./store/open";
export type { Column, Session, Store } from "./store/store";
