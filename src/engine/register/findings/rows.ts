/** Checks of what the rows say: their terms, their dates, and rows that say the same twice. */
import { dayText, type Day } from "../../day";
import { amountText, cents, exactCents, roundedCents, type Cents, type Decimals } from "../../money";
import { wording } from "../../problem";
import { accountBook } from "../accounts";
import type { KeptAsset } from "../asset";
import { sameKey } from "../keys";
import {
  amountFigure,
  check,
  checkEach,
  dayFigure,
  textFigure,
  type Check,
  type ComputedAsset,
  type Found,
} from "./finding";

export const notComputable: Check = check<{ sentence: string }>({
  code: "not-computed",
  severity: "error",
  about: "asset",
  find: ({ register }) =>
    register.assets.flatMap((at) => {
      const problem = at.problem();
      if (problem === undefined || problem.code === "salvage-above-cost") return [];
      return [{ at, facts: { sentence: wording(problem) } }];
    }),
  wording: ({ sentence }) => `The row cannot be computed: ${sentence}`,
});

export const salvageAboveCost: Check = check<{ salvage: string; cost: string }>({
  code: "salvage-above-cost",
  severity: "error",
  about: "salvage",
  find: ({ register }) =>
    register.assets.flatMap((at) => {
      if (at.problem()?.code !== "salvage-above-cost" || !at.asset.terms.ok) return [];
      const { cost, salvage, decimals } = at.asset.terms.value;
      const [most, given] = [exactCents(cost, decimals, "cost"), roundedCents(salvage, decimals, "salvage")];
      if (!most.ok || !given.ok) return [];
      const facts = { salvage: amountText(given.value, decimals), cost: amountText(most.value, decimals) };
      return [{ at, facts, value: amountFigure(given.value), expected: amountFigure(most.value) }];
    }),
  wording: ({ salvage, cost }) => `salvage is ${salvage}, but must not be more than the cost, which is ${cost}.`,
});

export const accumulatedAboveBase: Check = checkEach<{ accumulated: string; base: string }>({
  code: "accumulated-above-base",
  severity: "error",
  about: "opening accumulated",
  find: ({ books: { terms } }, { decimals }) => {
    const accumulated = inCents(terms.opening?.accumulated ?? 0, decimals);
    const base = cents(inCents(terms.cost, decimals) - inCents(terms.salvage, decimals));
    if (accumulated <= base) return undefined;
    const facts = { accumulated: amountText(accumulated, decimals), base: amountText(base, decimals) };
    return { facts, value: amountFigure(accumulated), expected: amountFigure(base) };
  },
  wording: ({ accumulated, base }) =>
    `opening accumulated is ${accumulated}, but must not be more than cost less salvage, which is ${base}.`,
});

export const duplicateId: Check = check<{ id: string; first: string }>({
  code: "duplicate-id",
  severity: "error",
  about: "asset",
  find: ({ register }) =>
    repeated(
      register.assets.filter(({ asset }) => asset.id !== ""),
      ({ asset }) => asset.id,
    ).map(({ at, first }) => ({ at, facts: { id: at.asset.id, first: String(first.row + 1) } })),
  wording: ({ id, first }) => `asset "${id}" is also row ${first} of the register. Give each asset its own id.`,
});

export const sameAsset: Check = check<{ other: string; cost: string; day: string }>({
  code: "same-cost-date-description",
  severity: "warning",
  about: "asset",
  find: ({ computed, decimals }) =>
    repeated(computed, ({ asset, books }) =>
      JSON.stringify([books.terms.cost, dateOf({ asset, books }), sameKey(asset.description.trim())]),
    ).map(({ at, first }) => ({
      at,
      facts: {
        other: first.asset.id,
        cost: amountText(inCents(at.books.terms.cost, decimals), decimals),
        day: dayText(dateOf(at)),
      },
      value: amountFigure(inCents(at.books.terms.cost, decimals)),
    })),
  wording: ({ other, cost, day }) =>
    `The cost of ${cost}, the date ${day} and the description are those of asset "${other}". Is it the same one?`,
});

export const lifeOutsidePolicy: Check = checkEach<{ life: string; least: string; most: string; assetClass: string }>({
  code: "life-outside-policy",
  severity: "warning",
  about: "life",
  find: ({ asset, books: { terms } }, { policies = [] }) => {
    const policy = policies.find(({ assetClass }) => sameKey(assetClass) === sameKey(asset.assetClass));
    const months = terms.lifeMonths ?? (terms.lifeYears === undefined ? undefined : terms.lifeYears * 12);
    if (policy === undefined || months === undefined) return undefined;
    const { leastMonths, mostMonths, assetClass } = policy;
    if (months >= leastMonths - noise && months <= mostMonths + noise) return undefined;
    const facts = { life: String(months), least: String(leastMonths), most: String(mostMonths), assetClass };
    const nearest = months < leastMonths ? leastMonths : mostMonths;
    return { facts, value: { kind: "months", months }, expected: { kind: "months", months: nearest } };
  },
  wording: ({ life, least, most, assetClass }) =>
    `life is ${life} months, but class "${assetClass}" has from ${least} to ${most} months.`,
});

export const inServiceBeforeAcquired: Check = checkEach<{ inService: string; acquired: string }>({
  code: "in-service-before-acquired",
  severity: "error",
  about: "in service",
  find: ({ asset: { acquired }, books: { terms } }) => {
    const { inService } = terms.dated;
    if (acquired === undefined || inService >= acquired) return undefined;
    const facts = { inService: dayText(inService), acquired: dayText(acquired) };
    return { facts, value: dayFigure(inService), expected: dayFigure(acquired) };
  },
  wording: ({ inService, acquired }) =>
    `in service is ${inService}, but must not be before the asset was acquired, which is ${acquired}.`,
});

export const noAccount: Check = check<{ assetClass: string }>({
  code: "no-account",
  severity: "warning",
  about: "class",
  find: ({ register, accounts }): readonly Found<{ assetClass: string }>[] => {
    if (accounts === undefined) return [];
    const known = accountBook(accounts);
    const strangers = register.assets.filter(({ asset }) => !known.knows(asset.assetClass));
    return strangers.map((at) => ({
      at,
      facts: { assetClass: at.asset.assetClass },
      value: textFigure(at.asset.assetClass),
    }));
  },
  wording: ({ assetClass }) =>
    `class "${assetClass}" has no accounts, so that the usual ones are used. Give it a row of its own in the accounts.`,
});

export const beforeOpening: Check = checkEach<{ from: string; asOf: string }>({
  code: "before-opening",
  severity: "note",
  about: "opening date",
  find: ({ books: { terms } }, { from }) => {
    const { opening, dated } = terms;
    if (from === undefined || opening === undefined) return undefined;
    if (opening.asOf < from || dated.inService > opening.asOf) return undefined;
    const facts = { from: dayText(from), asOf: dayText(opening.asOf) };
    return { facts, value: dayFigure(from), expected: dayFigure(opening.asOf) };
  },
  wording: ({ from, asOf }) =>
    `The months from ${from} to the opening date ${asOf} show no charge: it is inside the opening balance.`,
});

// A life worked out in a cell carries noise; whole months are meant within this many.
const noise = 1e-6;

/** The amounts of computed terms came through the door, so reading them again finds no problem. */
function inCents(amount: number, decimals: Decimals): Cents {
  const read = roundedCents(amount, decimals, "amount");
  return read.ok ? read.value : cents(0);
}

function dateOf({ asset, books }: Pick<ComputedAsset, "asset" | "books">): Day {
  return asset.acquired ?? books.terms.dated.inService;
}

interface Repeated<T> {
  readonly at: T;
  readonly first: T;
}

/** Every later one that says the same as an earlier one, with that one. */
function repeated<T extends Pick<KeptAsset, "row" | "asset">>(
  assets: readonly T[],
  keyOf: (asset: T) => string,
): readonly Repeated<T>[] {
  const firsts = new Map<string, T>();
  return assets.flatMap((at) => {
    const key = keyOf(at);
    const first = firsts.get(key);
    if (first !== undefined) return [{ at, first }];
    firsts.set(key, at);
    return [];
  });
}
