import { ratioOf } from "../ratio";

/** The part of the book value that a year takes, as the fraction (bottom - keeps) / bottom in lowest terms. */
export interface Pace {
  readonly keeps: number;
  readonly bottom: number;
  /** What a year keeps and what a month takes of the book value, each the double nearest to it. */
  readonly keep: number;
  readonly ofMonth: number;
}

/** Finds the pace of a factor and a life in months; undefined where the schedule is to work it out, or to refuse it. */
export type FindPace = (factor: number, lifeMonths: number) => Pace | undefined;

/** Factors are few and lives as well, so that each pace is worked out once. */
export function paceFinder(): FindPace {
  const known = new Map<number, Map<number, Pace | undefined>>();
  let [factorBefore, ofFactor] = [NaN, new Map<number, Pace | undefined>()];
  return (factor, lifeMonths) => {
    if (factor !== factorBefore) {
      ofFactor = known.get(factor) ?? new Map<number, Pace | undefined>();
      known.set(factor, ofFactor);
      factorBefore = factor;
    }
    const found = ofFactor.get(lifeMonths);
    if (found !== undefined) return found;
    const made = paceOf(factor, lifeMonths);
    ofFactor.set(lifeMonths, made);
    return made;
  };
}

// 12 * factor / life, and never more than all.
function paceOf(factor: number, lifeMonths: number): Pace | undefined {
  if (!(factor > 0 && factor < 1e9)) return undefined;
  const exact = ratioOf(factor);
  const [top, bottom] = [12 * Number(exact.top), Number(exact.bottom) * lifeMonths];
  if (!(top < 2 ** 50 && bottom < 2 ** 50)) return undefined;
  const taken = Math.min(top, bottom);
  const common = greatestCommonDivisor(bottom - taken, bottom);
  const [keeps, whole] = [(bottom - taken) / common, bottom / common];
  return { keeps, bottom: whole, keep: keeps / whole, ofMonth: (whole - keeps) / (12 * whole) };
}

function greatestCommonDivisor(left: number, right: number): number {
  let [a, b] = [left, right];
  while (b > 0) [a, b] = [b, a % b];
  return a;
}
