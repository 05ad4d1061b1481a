import type { AssetAccounts, Connection, Connector, Refusal, RunReport } from "../connectors";
import type { Cents, Decimals, Month, Result } from "../engine";
import type { Register } from "../sheet";
import type { Clock } from "./clock";
import type { SheetRow } from "./identify";
import type { Journal } from "./journal";
import type { CreatedAsset, Outcome } from "./push";
import type { CreateAsset } from "./steps";

export interface RunInput {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly book: string;
  readonly decimals: Decimals;
  readonly month: Month;
  readonly register: Register;
  readonly accountsOf: (assetClass: string) => AssetAccounts;
  /** The schedule's rows; those of other months and types are passed over. */
  readonly rows: readonly SheetRow[];
  readonly clock?: Clock;
}

/** One asset's month: what the sheet says beside what the ledger says. */
export interface RunLine {
  readonly asset: string;
  readonly ledgerId: string | undefined;
  /** The sheet's row and key; undefined where the sheet has no row for the asset. */
  readonly row: number | undefined;
  readonly key: string | undefined;
  readonly sheet: Cents | undefined;
  /** Booked already, or what a run would book; undefined where the ledger would book nothing or cannot tell yet. */
  readonly ledger: Cents | undefined;
  /** sheet - ledger, where both are there. */
  readonly difference: Cents | undefined;
  /** run: the run would book it; booked: it is there; create: the run creates the asset first; left: see `sentence`. */
  readonly standing: "run" | "create" | "booked" | "left";
  readonly sentence: string;
}

export interface RunPlan {
  readonly scope: string;
  readonly book: string;
  readonly month: Month;
  readonly decimals: Decimals;
  readonly lines: readonly RunLine[];
  readonly createAssets: readonly CreateAsset[];
  readonly totals: { readonly sheet: Cents; readonly ledger: Cents; readonly difference: Cents };
}

export interface RunOutcome {
  readonly outcomes: readonly Outcome[];
  readonly created: readonly CreatedAsset[];
  /** The comparison again, with what the ledger holds after the run. */
  readonly lines: readonly RunLine[];
  /** The ledger's own answer; absent where nothing was run. */
  readonly report?: RunReport;
  readonly stopped?: Refusal;
}

/** Previews a month and compares it, asset by asset, with the sheet. Sends nothing that changes the ledger. */
export declare function planRun(input: RunInput): Promise<Result<RunPlan, Refusal>>;

/** Creates the missing assets, runs the month for exactly the plan's assets, and reads back what was booked. */
export declare function pushRun(plan: RunPlan, input: RunInput): Promise<RunOutcome>;
