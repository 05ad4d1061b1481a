import type { Connection, Connector, Refusal } from "../connectors";
import type { Cents } from "../engine";
import type { Clock } from "./clock";
import type { Journal } from "./journal";
import type { Plan, Total } from "./steps";

/** The five words for what became of a row, in the sheet, in the pane and in the log alike. */
export type OutcomeWord = "Posted" | "Already there" | "Refused" | "Unknown" | "Skipped";

export interface Outcome {
  readonly key: string;
  readonly row: number;
  readonly word: OutcomeWord;
  readonly sentence: string;
  readonly ledgerId?: string;
  /** What the ledger holds. */
  readonly amount?: Cents;
  /** ISO 8601 in UTC: the ledger's clock where it tells, else this machine's. */
  readonly postedAt?: string;
}

export interface Progress {
  readonly done: number;
  readonly total: number;
  readonly rowsPerSecond: number;
  /** Undefined until there is a rate. */
  readonly secondsLeft: number | undefined;
}

export interface PushTools {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly onProgress?: (progress: Progress) => void;
  /** Cancels: nothing more is begun, what is in flight finishes. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
  /** 0 up to but not 1, for the jitter. */
  readonly random?: () => number;
}

export interface CreatedAsset {
  readonly asset: string;
  readonly ledgerId: string;
}

export interface PushReport {
  readonly batch: string;
  /** One for every row that came to an end; rows that were left ready have none. */
  readonly outcomes: readonly Outcome[];
  readonly created: readonly CreatedAsset[];
  /** Rows that nothing was sent for because the push stopped early; the next push takes them. */
  readonly leftReady: number;
  /** Why the push stopped before its end; absent when it did not, or was cancelled. */
  readonly stopped?: Refusal;
  readonly cancelled: boolean;
  readonly totals: Readonly<Record<OutcomeWord, Total>>;
}

/** Carries out a plan. Refuses as a whole, with every row left ready, when the ledger cannot be reached at all. */
export declare function push(plan: Plan, tools: PushTools): Promise<PushReport>;
