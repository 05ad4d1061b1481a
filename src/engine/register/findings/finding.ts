import type { Day } from "../../day";
import type { Cents, Decimals } from "../../money";
import type { ClassAccounts } from "../accounts";
import type { Books, KeptAsset, Register } from "../asset";

/** An error makes figures wrong, a warning may, and a note is what a reader of the accounts wants to know. */
export type Severity = "error" | "warning" | "note";

/** What a finding is about, as a register's header words have it. */
export type About =
  | "asset"
  | "class"
  | "acquired"
  | "in service"
  | "cost"
  | "salvage"
  | "life"
  | "convention"
  | "opening accumulated"
  | "opening date"
  | "charge"
  | "event";

/** A figure as a sheet would show it; amounts in whole minor units, shares as fractions. */
export type Figure =
  | { readonly kind: "amount"; readonly amount: Cents }
  | { readonly kind: "day"; readonly day: Day }
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "share"; readonly share: number }
  | { readonly kind: "text"; readonly text: string };

/** What the wording names, each as text. */
export type FindingFacts = Readonly<Record<string, string>>;

export interface RegisterFinding {
  readonly severity: Severity;
  readonly code: string;
  /** 0-based in the order in which the rows were given. */
  readonly row: number;
  readonly asset: string;
  readonly about: About;
  readonly facts: FindingFacts;
  readonly value?: Figure;
  readonly expected?: Figure;
  /** One sentence that names the value and what would be right. */
  readonly sentence: string;
}

/** A kind of finding. A new one is an entry in the list of checks, and nothing else. */
export interface Check {
  readonly code: string;
  readonly severity: Severity;
  findings(scope: Scope): readonly RegisterFinding[];
}

/** A charge as a schedule sheet or a ledger has it. */
export interface GivenCharge {
  readonly asset: string;
  readonly day: Day;
  readonly amount: Cents;
}

/** The useful lives that a class may have, in months. */
export interface ClassPolicy {
  readonly assetClass: string;
  readonly leastMonths: number;
  readonly mostMonths: number;
}

export interface CheckTerms {
  readonly policies?: readonly ClassPolicy[];
  /** Left out, no class is missed in them. */
  readonly accounts?: readonly ClassAccounts[];
  /** The day to look from. What only time can tell is not looked for without it. */
  readonly asOf?: Day;
  /** The first day of the figures asked for. */
  readonly from?: Day;
  /** The charges to judge. Left out, the engine's own are looked at. */
  readonly charges?: readonly GivenCharge[];
}

export interface Scope extends CheckTerms {
  readonly register: Register;
  readonly decimals: Decimals;
  /** The rows that could be computed. */
  readonly computed: readonly ComputedAsset[];
  /** The charges that were given for an asset, in the order of their days. */
  readonly judged: (computed: ComputedAsset) => readonly Omit<GivenCharge, "asset">[];
}

export type ComputedAsset = Pick<KeptAsset, "row" | "asset"> & { readonly books: Books };

/** What a check found at a row, before it is put into words. */
export interface Found<F extends FindingFacts> {
  readonly at: Pick<KeptAsset, "row" | "asset">;
  readonly facts: F;
  readonly value?: Figure;
  readonly expected?: Figure;
}

interface CheckOf<F extends FindingFacts> {
  readonly code: string;
  readonly severity: Severity;
  readonly about: About;
  readonly find: (scope: Scope) => readonly Found<F>[];
  readonly wording: (facts: F) => string;
}

export function check<F extends FindingFacts>({ code, severity, about, find, wording }: CheckOf<F>): Check {
  return {
    code,
    severity,
    findings: (scope) =>
      find(scope).map(({ at: { row, asset }, facts, ...figures }) => ({
        severity,
        code,
        row,
        asset: asset.id,
        about,
        facts,
        ...figures,
        sentence: wording(facts),
      })),
  };
}

/** A check that looks at one asset at a time. */
export function checkEach<F extends FindingFacts>({
  find,
  ...rest
}: Omit<CheckOf<F>, "find"> & {
  readonly find: (one: ComputedAsset, scope: Scope) => Omit<Found<F>, "at"> | undefined;
}): Check {
  return check<F>({
    ...rest,
    find: (scope) =>
      scope.computed.flatMap((one) => {
        const found = find(one, scope);
        return found === undefined ? [] : [{ at: one, ...found }];
      }),
  });
}

export function amountFigure(amount: Cents): Figure {
  return { kind: "amount", amount };
}

export function dayFigure(day: Day): Figure {
  return { kind: "day", day };
}

export function textFigure(text: string): Figure {
  return { kind: "text", text };
}
