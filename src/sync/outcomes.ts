import type { Cents, Day, Decimals } from "../engine";
import { amountText } from "../engine";
import type { StatusBlock } from "../sheet";
import type { BlockCode, RowStep, Total } from "./steps";
import { totalsBy } from "./totals";

/** The five words for what became of a row, in the sheet, in the pane and in the log alike. */
export type OutcomeWord = "Posted" | "Already there" | "Refused" | "Unknown" | "Skipped";

export const outcomeWords: readonly OutcomeWord[] = ["Posted", "Already there", "Refused", "Unknown", "Skipped"];

export interface Outcome {
  readonly key: string;
  /** The row's place in the matrix that was read; find the row by its key, for people sort while a push runs. */
  readonly row: number;
  readonly word: OutcomeWord;
  readonly sentence: string;
  /** The ledger's id of the posting. */
  readonly ledgerRef?: string;
  /** What the ledger holds; for a row that it does not hold, undefined. */
  readonly amount?: Cents;
  /** ISO 8601 in UTC: the ledger's clock where it tells, else this machine's. */
  readonly postedAt?: string;
  /** Where the period of a refused row is closed: the first day that is open. */
  readonly firstOpen?: Day;
}

/** The six status cells of a row. The ledger's own words are in them: write them as plain text only. */
export function statusOf(outcome: Outcome, decimals: Decimals): StatusBlock {
  return {
    syncKey: outcome.key,
    status: outcome.word,
    ledgerRef: outcome.ledgerRef ?? "",
    postedAmount: outcome.amount === undefined ? "" : amountText(outcome.amount, decimals),
    postedAt: (outcome.postedAt ?? "").replace("T", " ").replace(/(\.\d+)?Z$/, ""),
    message: outcome.sentence,
  };
}

/** The six status cells of a row as the plan sees it, before anything is sent: the view, written anew. */
export function statusOfStep(step: RowStep, decimals: Decimals): StatusBlock {
  const outcome = outcomeOfStep(step);
  if (outcome !== undefined) return statusOf(outcome, decimals);
  const unknown = step.kind === "post" ? step.unsettled : undefined;
  const blank = { syncKey: step.row.key, status: "", ledgerRef: "", postedAmount: "", postedAt: "", message: "" };
  return unknown === undefined ? blank : { ...blank, status: "Unknown", message: unknown.sentence ?? notKnown };
}

/** What to do about a row whose outcome is not known. */
export const postAgain = "Post again: the same request is sent again, and counts once.";
const notKnown = `Whether it was posted is not known. ${postAgain}`;

/** What somebody must mend in the ledger: nothing that is done in the sheet, or left undone, settles it. */
const wrongInLedger: ReadonlySet<BlockCode> = new Set(["there-twice"]);

/** What becomes of a row that the push does not send; undefined for one that it sends. */
export function outcomeOfStep(step: RowStep): Outcome | undefined {
  const { key, row } = step.row;
  switch (step.kind) {
    case "post":
      return undefined;
    case "already-there":
      return { key, row, word: "Already there", sentence: "", ledgerRef: step.posted.id, amount: step.posted.amount };
    case "changed": {
      const { id, amount } = step.posted;
      return { key, row, word: "Skipped", sentence: step.sentence, ledgerRef: id, amount };
    }
    case "blocked":
      return { key, row, word: wrongInLedger.has(step.code) ? "Refused" : "Skipped", sentence: step.sentence };
    case "skipped":
      return { key, row, word: "Skipped", sentence: step.sentence };
  }
}

/** Count and money by outcome word. The money of a row is what the sheet says, so that the totals tie to the sheet. */
export function outcomeTotals(
  outcomes: readonly Outcome[],
  amounts: ReadonlyMap<number, Cents>,
): Readonly<Record<OutcomeWord, Total>> {
  return totalsBy(
    outcomeWords,
    outcomes,
    ({ word }) => word,
    ({ row }) => amounts.get(row) ?? (0 as Cents),
  );
}

/** What the sheet has in each row. A blocked copy of a charge has the charge's key, and may have another amount. */
export function amountsByRow(steps: readonly RowStep[]): ReadonlyMap<number, Cents> {
  return new Map(steps.map(({ row }) => [row.row, row.line.amount]));
}
