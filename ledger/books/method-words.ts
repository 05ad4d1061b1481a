import { methodNamed, wording } from "../../src/engine";
import type { Method } from "../../src/engine";

/** A word that the ledger has for a depreciation method, and the engine's word for it. */
export interface MethodWord {
  readonly word: string;
  readonly engineWord: string;
  /** It cannot be computed without a life. */
  readonly needsLife: boolean;
  /** It takes a yearly rate, where one is given. */
  readonly takesRate: boolean;
}

/**
 * The methods that DayZero names. DayZero sends no rate, so declining_balance takes the engine's declining balance as it
 * stands, which is twice the straight-line rate, and both declining words give the same charges.
 */
export const methodWords: readonly MethodWord[] = [
  { word: "straight_line", engineWord: "SL", needsLife: true, takesRate: false },
  { word: "declining_balance", engineWord: "DB", needsLife: true, takesRate: true },
  { word: "double_declining", engineWord: "DB", needsLife: true, takesRate: false },
];

// FreeAgent's, which have a rate and no life, or neither.
const withoutLife: readonly MethodWord[] = [
  { word: "reducing_balance", engineWord: "RB", needsLife: false, takesRate: true },
  { word: "no_depreciation", engineWord: "NONE", needsLife: false, takesRate: false },
];

/** The entry of an asset's method; the words were checked when the asset was written. */
export function methodWordOf(word: string): MethodWord {
  const entry = [...methodWords, ...withoutLife].find((candidate) => candidate.word === word);
  if (entry === undefined) throw new Error(`The ledger has no method "${word}".`);
  return entry;
}

/** The engine's method for a word of the ledger. */
export function methodOf({ engineWord }: MethodWord): Method {
  const method = methodNamed(engineWord);
  if (!method.ok) throw new Error(wording(method.problem));
  return method.value;
}
