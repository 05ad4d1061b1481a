import type { Answer, Connection } from "./connector";

/** An object of a system as other objects name it. */
export interface Naming {
  readonly key: string;
  readonly id: string;
  /** "" where the system tells none. */
  readonly name: string;
}

/** In which unit a posting rule has the useful lives of its assets. */
export type LifeUnit = "months" | "years";

/** A depreciation rule as the system holds it. */
export interface LedgerRule {
  /** Assigned by the system. */
  readonly key: string;
  readonly asset: Naming;
  readonly postingRule: Naming;
  readonly method: Naming;
  readonly usefulLife?: number;
  /** Percent with two decimals, as text: "30.00". */
  readonly rate?: string;
  /** When it was last changed, as the system writes it. */
  readonly modified?: string;
}

/** What a rule says; the ids of asset, posting rule and method. */
export interface RuleTerms {
  readonly asset: string;
  readonly postingRule: string;
  readonly method: string;
  readonly usefulLife: number;
  readonly rate?: string;
}

/** For systems that hold the rules of depreciation, and depreciate by themselves. */
export interface RulesVerb {
  /** All rules, or those of the asset with this id. */
  rules(connection: Connection, asset?: string): Answer<readonly LedgerRule[]>;
  rule(connection: Connection, key: string): Answer<LedgerRule>;
  /** The units by the posting rule's id; those that the system does not tell are left out. */
  lifeUnits(connection: Connection): Answer<ReadonlyMap<string, LifeUnit>>;
  create(connection: Connection, terms: RuleTerms, signal?: AbortSignal): Answer<{ readonly key: string }>;
  /** Sends only the fields that are given. */
  change(
    connection: Connection,
    key: string,
    terms: Partial<RuleTerms>,
    signal?: AbortSignal,
  ): Answer<{ readonly key: string }>;
  remove(connection: Connection, key: string, signal?: AbortSignal): Answer<undefined>;
}
