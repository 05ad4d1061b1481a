import type { Connection, Connector, Refusal } from "../connectors";
import type { Decimals, Result } from "../engine";
import type { Accounts, Finding, Register } from "../sheet";
import type { Clock } from "./clock";
import type { SheetRow } from "./identify";
import type { Journal } from "./journal";
import type { Plan } from "./steps";

export interface Prepared {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly book: string;
  readonly decimals: Decimals;
  readonly rows: readonly SheetRow[];
  readonly findings: readonly Finding[];
  readonly register: Register;
  readonly accounts: Accounts;
  readonly clock?: Clock;
}

/** Reads the ledger and the journal and plans the push: everything that the preview needs, in one call. */
export declare function preparePush(given: Prepared): Promise<Result<Plan, Refusal>>;
