import type { Outcome, OutcomeWord } from "../../src/sync";
import { outcomeLooks } from "./outcome-words";

/** Rows of a push that came to the same end for the same reason. */
export interface OutcomeGroup {
  readonly word: OutcomeWord;
  readonly sentence: string;
  readonly outcomes: readonly Outcome[];
}

/** The outcomes that somebody has to look at, grouped, so that five hundred of the same are one line. */
export function troubledGroups(outcomes: readonly Outcome[]): readonly OutcomeGroup[] {
  const groups = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter(({ word }) => outcomeLooks[word].needsAttention)) {
    const kind = `${outcome.word} ${outcome.sentence}`;
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [outcome]);
    else group.push(outcome);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [{ word: first.word, sentence: first.sentence, outcomes: group }];
  });
}
