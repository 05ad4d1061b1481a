import type { AssetAccounts } from "../connectors";
import type { Decimals } from "../engine";
import type { Finding, Register } from "../sheet";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import type { LedgerState } from "./ledger-state";
import type { Plan } from "./steps";

export interface PlanInput {
  readonly scope: string;
  readonly book: string;
  readonly decimals: Decimals;
  /** From `identify`. */
  readonly rows: readonly IdentifiedRow[];
  /** Findings of the schedule sheet; an error blocks its row. */
  readonly findings: readonly Finding[];
  readonly register: Register;
  readonly accountsOf: (assetClass: string) => AssetAccounts;
  /** From `readLedger`. */
  readonly ledger: LedgerState;
  /** From the journal's `records`. */
  readonly journal: ReadonlyMap<string, JournalRecord>;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
}

/** Decides for every row what a push would do. Pure: it sends nothing, reads nothing and asks no clock. */
export declare function plan(input: PlanInput): Plan;
