import type { Register } from "../asset";
import { compareText } from "../keys";
import { chargedAfterDisposal, chargedPastLife, chargeNotPositive, holeInMonths } from "./charges";
import type { Check, CheckTerms, ComputedAsset, GivenCharge, RegisterFinding, Scope } from "./finding";
import { midQuarterTest } from "./mid-quarter";
import { reversalAboveCeiling } from "./reversal";
import {
  accumulatedAboveBase,
  beforeOpening,
  duplicateId,
  inServiceBeforeAcquired,
  lifeOutsidePolicy,
  noAccount,
  notComputable,
  salvageAboveCost,
  sameAsset,
} from "./rows";
import { disposedBeforeAcquired, fullyDepreciated, valueLeftAtEnd } from "./standing";

export type {
  About,
  Check,
  CheckTerms,
  ClassPolicy,
  Figure,
  FindingFacts,
  GivenCharge,
  RegisterFinding,
  Severity,
} from "./finding";

/** Every kind of finding, in the order in which those of one row are told. */
export const checks: readonly Check[] = [
  notComputable,
  salvageAboveCost,
  accumulatedAboveBase,
  duplicateId,
  sameAsset,
  lifeOutsidePolicy,
  inServiceBeforeAcquired,
  disposedBeforeAcquired,
  noAccount,
  chargeNotPositive,
  chargedPastLife,
  chargedAfterDisposal,
  holeInMonths,
  valueLeftAtEnd,
  fullyDepreciated,
  midQuarterTest,
  reversalAboveCeiling,
  beforeOpening,
];

/** What an accountant should look at before trusting the register, row by row; an empty list is a clean one. */
export function findingsOf(register: Register, terms: CheckTerms = {}): readonly RegisterFinding[] {
  const scope = scopeOf(register, terms);
  return checks.flatMap((one) => one.findings(scope)).sort((left, right) => left.row - right.row);
}

function scopeOf(register: Register, terms: CheckTerms): Scope {
  const computed = register.assets.flatMap(({ row, asset, ...kept }): readonly ComputedAsset[] => {
    const books = kept.books();
    return books.ok ? [{ row, asset, books: books.value }] : [];
  });
  const given = byAsset(terms.charges ?? []);
  return {
    ...terms,
    register,
    decimals: register.decimals,
    computed,
    judged: (one) => given.get(one.asset.id) ?? [],
  };
}

function byAsset(charges: readonly GivenCharge[]): ReadonlyMap<string, readonly GivenCharge[]> {
  const sorted = [...charges].sort((left, right) => left.day - right.day || compareText(left.asset, right.asset));
  const found = new Map<string, GivenCharge[]>();
  for (const charge of sorted) {
    const known = found.get(charge.asset);
    if (known === undefined) found.set(charge.asset, [charge]);
    else known.push(charge);
  }
  return found;
}
