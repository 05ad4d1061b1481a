import type { Convention } from "../conventions";
import type { Policy } from "../policy/policy";
import type { Named } from "../words";

/** The rules of one accounting system under one word: what counts where the terms leave a freedom. */
export interface Profile extends Named {
  readonly convention: Convention;
  /** The system takes lives in whole years only. */
  readonly wholeYears: boolean;
  /** What the system takes at all, where it documents that: years of a life, whole percent of a rate. */
  readonly limits?: { readonly lifeYears: Limits; readonly ratePercent: Limits };
  /** The freedoms that it settles otherwise than our defaults. */
  readonly policy?: Partial<Policy>;
  /** Where its rules are written. */
  readonly source: Source;
  /**
   * The values that published figures of the system pin, each with the names of the cases: with any other value at least
   * one of them comes out otherwise. All other values are declared by us.
   */
  readonly pinned: Pinned;
  /** The laws of depreciation that its rules break. */
  readonly exceptions: readonly Exception[];
  /** Its own words for conventions, where they mean another one than the same words mean elsewhere. */
  readonly conventionWords?: readonly (Named & { readonly convention: Convention })[];
}

export interface Limits {
  readonly least: number;
  readonly most: number;
}

export interface Source {
  readonly document: string;
  readonly address: string;
}

export type Pinned = { readonly [Freedom in keyof Policy | "convention"]?: readonly string[] };

/** A law that not every system keeps. */
export type Law = "ends-at-salvage" | "balances" | "never-too-much" | "frequency-neutral";

export interface Exception {
  readonly law: Law;
  readonly why: string;
}
