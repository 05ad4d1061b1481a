import type { OutcomeWord } from "../../src/sync";

interface OutcomeLook {
  readonly colour: string;
  /** Whether somebody has to do something about it. */
  readonly needsAttention: boolean;
}

/** How each of the five outcome words looks. */
export const outcomeLooks: Record<OutcomeWord, OutcomeLook> = {
  Posted: { colour: "success", needsAttention: false },
  "Already there": { colour: "success", needsAttention: false },
  Refused: { colour: "danger", needsAttention: true },
  Unknown: { colour: "warning", needsAttention: true },
  Skipped: { colour: "informative", needsAttention: false },
};
