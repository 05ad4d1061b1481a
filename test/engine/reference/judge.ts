/** Judges the cents of `schedule()`, case by case. */
import { schedule, wording, type AssetTerms, type Method } from "../../../src/engine";
import { policyOf } from "../../../src/engine/policy/of-terms";
import { civilDay } from "./calendar";
import { Chance } from "./chance";
import { drawnAsset, type Drawn } from "./drawing";
import { Fraction } from "./fraction";
import type { InYears } from "./months";
import { postedOnBook } from "./on-book";
import { exactRows, posted } from "./rows";
import type { Judged } from "./totals";

/** What a run of cases came to. */
export interface Verdict {
  readonly cases: number;
  readonly rows: number;
  /** Rows whose exact running total lies half-way between two minor units. */
  readonly ties: number;
  readonly wrong: number;
  /** The first wrong ones, in words. */
  readonly complaints: readonly string[];
}

/** So many cases of one method, the first of them with this number; each is drawn from the seed and its own number. */
export function judgeCases(method: Method, seed: string, first: number, count: number): Verdict {
  let [rows, ties, wrong] = [0, 0, 0];
  const complaints: string[] = [];
  for (let number = first; number < first + count; number += 1) {
    const drawn = drawnAsset(new Chance(`${seed} ${method.word} ${number}`), method);
    const found = judgeOne(drawn);
    rows += found.rows;
    ties += found.ties;
    if (found.complaint === undefined) continue;
    wrong += 1;
    if (complaints.length < 3) complaints.push(`case ${number}: ${found.complaint}\n  ${told(drawn.terms)}`);
  }
  return { cases: count, rows, ties, wrong, complaints };
}

interface Found {
  readonly rows: number;
  readonly ties: number;
  readonly complaint?: string;
}

export function judgeOne({ terms, cost, salvage }: Drawn): Found {
  const asset = judged(terms, BigInt(cost), BigInt(salvage));
  const step = terms.frequency.months;
  const exact = exactRows(asset, step);
  const rounding = policyOf(terms).rounding.word;
  const onBook = rounding === "remaining-book" && ["DB", "RB"].includes(asset.method);
  const right = onBook ? postedOnBook(asset, step) : posted(asset, exact, rounding);
  const ties = exact.filter(({ total }) => total.isTie).length;
  const found = { rows: exact.length, ties };
  const computed = schedule(terms);
  if (!computed.ok) return { ...found, complaint: wording(computed.problem) };
  const wrong = difference(
    computed.value.map(({ accumulated }) => accumulated),
    right,
  );
  return wrong === undefined ? found : { ...found, complaint: wrong };
}

function difference(given: readonly number[], right: readonly number[]): string | undefined {
  const at = Array.from({ length: Math.max(given.length, right.length) }, (_, row) => row);
  const row = at.find((index) => given[index] !== right[index]);
  if (row === undefined) return undefined;
  return `row ${row + 1} of ${right.length} is ${given[row] ?? "missing"}, but must be ${right[row] ?? "missing"}`;
}

/** The terms as the reference takes them; cost and salvage in minor units. */
export function judged(terms: AssetTerms, cost: bigint, salvage: bigint): Judged {
  const { method, rate, amount, factor, month, extra, switchToStraightLine, decimals } = terms;
  const life = lifeOf(terms);
  return {
    method: method.word,
    cost,
    salvage,
    ...(life === undefined ? {} : { lifeMonths: life }),
    ...(rate === undefined ? {} : { rate: Fraction.of(rate) }),
    ...(amount === undefined ? {} : { amount: BigInt(Math.round(amount * 10 ** decimals)) }),
    factor: Fraction.of(factor ?? 2),
    switching: switchToStraightLine ?? false,
    end: policyOf(terms).end,
    ...(month === undefined ? {} : { firstMonths: month }),
    ...(extra === undefined ? {} : extraOf(extra, decimals, factor)),
    ...(terms.dated === undefined ? {} : { dated: inYears(terms.dated, terms) }),
  };
}

function extraOf(
  extra: NonNullable<AssetTerms["extra"]>,
  decimals: number,
  factor: number | undefined,
): Partial<Judged> {
  switch (extra.kind) {
    case "units":
      return { units: extra.units.map((one) => Fraction.of(one)), totalUnits: Fraction.of(extra.totalUnits) };
    case "charges":
      return { charges: extra.charges.map((charge) => BigInt(Math.round(charge * 10 ** decimals))) };
    case "class":
      return { recovery: { years: extra.years, system: extra.system, ...(factor === undefined ? {} : { factor }) } };
  }
}

// Lives that are meant as whole months come as whole months, or as years that give them.
function lifeOf({ lifeMonths, lifeYears }: AssetTerms): Fraction | undefined {
  if (lifeYears === undefined) return lifeMonths === undefined ? undefined : Fraction.whole(lifeMonths);
  const months = Math.round(lifeYears * 12);
  const isWhole = months > 0 && Math.abs(lifeYears * 12 - months) < 1e-6;
  return isWhole ? Fraction.whole(months) : Fraction.of(lifeYears).multiply(Fraction.of(12)).lowest();
}

function inYears({ inService, yearEnd, convention }: NonNullable<AssetTerms["dated"]>, terms: AssetTerms): InYears {
  return {
    inService: civilDay(inService),
    yearEnd,
    convention: convention.word,
    dayCount: policyOf(terms).dayCount.word,
  };
}

// The terms with words in the place of the lists' entries.
function told(terms: AssetTerms): string {
  return JSON.stringify(terms, (_key, value: unknown) =>
    typeof value === "object" && value !== null && "word" in value ? value.word : value,
  );
}
