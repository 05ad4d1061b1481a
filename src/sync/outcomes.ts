import type { Decimals } from "../engine";
import type { StatusBlock } from "../sheet";
import type { Outcome } from "./push";
import type { RowStep } from "./steps";

/** The six status cells of a row after a push. Text of the ledger's is in it: write it as plain text only. */
export declare function statusOf(outcome: Outcome, decimals: Decimals): StatusBlock;

/** The six status cells of a row that the push did not send, from its step; undefined for a row still to be sent. */
export declare function statusOfStep(step: RowStep, decimals: Decimals): StatusBlock | undefined;
