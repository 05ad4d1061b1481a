import type { Result } from "../result";
import { ok } from "../result";
import { named, type Named } from "../words";
import type { Policy } from "./policy";

/** One degree of freedom: the word that names it, and the values it may have, the default first. */
export interface Freedom {
  readonly key: keyof Policy;
  readonly word: string;
  readonly values: readonly (Named & { readonly value: Policy[keyof Policy] })[];
  /** Whether it counts only where something happens in mid-life. */
  readonly ofEvents: boolean;
  /** The part of a policy that this word sets. Problem: unknown-word. */
  readonly read: (text: string) => Result<Partial<Policy>>;
}

export function freedom<K extends keyof Policy>(
  key: K,
  word: string,
  values: readonly (Named & { readonly value: Policy[K] })[],
  ofEvents = false,
): Freedom {
  return {
    key,
    word,
    values,
    ofEvents,
    read: (text) => {
      const found = named(word, values, [], text);
      return found.ok ? ok({ [key]: found.value.value }) : found;
    },
  };
}
