import type { MovementKind } from "../books";

export type Block = "cost" | "accumulated" | "impairment" | "book value";

/** A line of the roll-forward: what was there, a kind of movement, or what is there in the end. */
export interface RollForwardLine {
  readonly block: Block;
  readonly word: string;
  readonly label: string;
  readonly holds: "opening" | "closing" | readonly MovementKind[];
}

/**
 * The reconciliation of the carrying amount that IAS 16.73(d) and (e) ask for. Increases of a block are positive,
 * decreases negative; the book value is the cost less both other blocks.
 */
export const rollForwardLines: readonly RollForwardLine[] = [
  line("cost", "opening", "Cost, opening", "opening"),
  line("cost", "additions", "Additions", ["acquisition"]),
  line("cost", "improvements", "Improvements", ["improvement"]),
  line("cost", "transfers", "Transfers", ["transfer"]),
  line("cost", "disposals", "Disposals", ["disposal"]),
  line("cost", "revaluation", "Revaluation", ["revaluation"]),
  line("cost", "closing", "Cost, closing", "closing"),
  line("accumulated", "opening", "Accumulated depreciation, opening", "opening"),
  line("accumulated", "charge", "Charge", ["depreciation"]),
  line("accumulated", "transfers", "Depreciation transferred", ["transfer"]),
  line("accumulated", "disposals", "Depreciation of disposals", ["disposal"]),
  line("accumulated", "eliminated", "Depreciation eliminated on revaluation", ["revaluation"]),
  line("accumulated", "closing", "Accumulated depreciation, closing", "closing"),
  line("impairment", "opening", "Accumulated impairment, opening", "opening"),
  line("impairment", "loss", "Impairment loss", ["impairment"]),
  line("impairment", "reversal", "Impairment reversed", ["impairment-reversal"]),
  // A class can tie only where the impairment moves along with the asset.
  line("impairment", "transfers", "Impairment transferred", ["transfer"]),
  line("impairment", "disposals", "Impairment of disposals", ["disposal"]),
  line("impairment", "eliminated", "Impairment eliminated on revaluation", ["revaluation"]),
  line("impairment", "closing", "Accumulated impairment, closing", "closing"),
  line("book value", "opening", "Book value, opening", "opening"),
  line("book value", "closing", "Book value, closing", "closing"),
];

function line(block: Block, word: string, label: string, holds: RollForwardLine["holds"]): RollForwardLine {
  return { block, word, label, holds };
}
