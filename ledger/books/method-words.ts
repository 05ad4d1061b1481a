import { methodNamed, wording } from "../../src/engine";
import type { Method } from "../../src/engine";

/** A word that DayZero has for a depreciation method, and the engine's word for it. */
interface MethodWord {
  readonly word: string;
  readonly engineWord: string;
}

/**
 * The methods that the ledger computes. DayZero sends no rate, so declining_balance takes the engine's declining
 * balance as it stands, which is twice the straight-line rate, and both declining words give the same charges.
 */
export const methodWords: readonly MethodWord[] = [
  { word: "straight_line", engineWord: "SL" },
  { word: "declining_balance", engineWord: "DB" },
  { word: "double_declining", engineWord: "DB" },
];

/** The method of an asset; the words were checked when the asset was written. */
export function methodOf(word: string): Method {
  const engineWord = methodWords.find((entry) => entry.word === word)?.engineWord ?? word;
  const method = methodNamed(engineWord);
  if (!method.ok) throw new Error(wording(method.problem));
  return method.value;
}
