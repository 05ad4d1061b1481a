import type { Cents, Decimals } from "../engine";
import type { Answer, Connection } from "./connector";

/** An asset's terms without dates, as calculators take them. */
export interface PlainTerms {
  readonly cost: Cents;
  readonly salvage: Cents;
  readonly decimals: Decimals;
  readonly lifeMonths: number;
  /** The word of the engine's depreciation method. */
  readonly method: string;
  readonly factor?: number;
}

/** A year of a calculator's schedule, in currency units and as exact as the calculator gives it. */
export interface ComputedYear {
  /** Counted from 1, the first year of the life. */
  readonly year: number;
  readonly charge: number;
  readonly accumulated: number;
  readonly bookValue: number;
}

/** For calculators: they keep nothing, and say what they would charge. */
export interface SecondOpinionVerb {
  /** Why the calculator cannot compute such an asset; undefined where it can. */
  misfit(terms: PlainTerms): string | undefined;
  compute(connection: Connection, terms: PlainTerms, signal?: AbortSignal): Answer<readonly ComputedYear[]>;
}
