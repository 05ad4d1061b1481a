import fc from "fast-check";
import { frequencyNamed, lastDay, monthOf, type Day, type Month } from "../../../src/engine";
import type { Balances, Movement } from "../../../src/engine/books";
import type { RegisterAsset } from "../../../src/engine/register";
import { dated, minorUnits, undatedTerms, value, usualMethods } from "../random-assets";
import { asset, day } from "./assets";
import { handMade, moved, type HandMade } from "./hand-made-book";

const month = value(frequencyNamed("month"));
const className = fc.constantFrom("Vans", "VANS", "Tools", "Land", "");
export const classNames = ["Vans", "Tools", "Land", ""] as const;

/** Assets of every method, in two decimals, acquired up to a year before service, with opening balances now and then. */
export const plainAssets: fc.Arbitrary<readonly RegisterAsset[]> = fc.array(
  fc
    .record({
      id: fc.integer({ min: 0, max: 9_999 }),
      assetClass: className,
      costCentre: fc.constantFrom("10", "20"),
      of: fc.constantFrom(...usualMethods).chain((method) => undatedTerms(method, month)),
      inTime: dated,
      early: fc.option(fc.nat(365), { nil: undefined }),
    })
    .map(({ id, assetClass, costCentre, of, inTime, early }) => {
      const acquired = early === undefined ? {} : { acquired: (inTime.inService - early) as Day };
      const small = { cost: cut(of.cost, of.decimals), salvage: 0, decimals: 2 as const };
      return asset({ id: `A${id}`, assetClass, costCentre, ...acquired }, { ...of, ...small, dated: inTime });
    }),
  { maxLength: 8 },
);

function cut(cost: number, decimals: number): number {
  return Math.round(cost * 10 ** decimals) / 100;
}

type Step = (balances: Balances, on: Day, drawn: Drawn) => Movement | undefined;

interface Drawn {
  readonly amount: number;
  readonly share: number;
  readonly to: string;
}

/** What can happen to an asset on a day, each as the standards book it. */
const steps: readonly Step[] = [
  (_balances, on, { amount }) => moved(on, "improvement", { cost: amount }),
  (balances, on, { share }) => {
    const impairment = Math.floor(bookValue(balances) * share);
    const surplus = Math.min(balances.surplus, impairment);
    return moved(on, "impairment", { impairment, surplus: -surplus, profit: surplus - impairment });
  },
  (balances, on, { share }) => {
    const impairment = Math.floor(balances.impairment * share);
    return moved(on, "impairment-reversal", { impairment: -impairment, profit: impairment });
  },
  (balances, on, { amount, share }) => {
    const change = amount - bookValue(balances);
    const surplus = change > 0 ? Math.floor(change * share) : -Math.min(balances.surplus, -change);
    const { cost, accumulated, impairment } = balances;
    const gone = { cost: amount - cost, accumulated: 0 - accumulated, impairment: 0 - impairment };
    return moved(on, "revaluation", { ...gone, surplus, profit: change - surplus });
  },
  (_balances, on, { to }) => moved(on, "transfer", {}, { assetClass: to }),
  (balances, on, { amount, share }) => {
    const part = (whole: number): number => Math.round(whole * share);
    const [cost, accumulated] = [part(balances.cost), part(balances.accumulated)];
    const impairment = Math.min(part(balances.impairment), cost - accumulated);
    const profit = amount - (cost - accumulated - impairment);
    const gone = { cost: -cost, accumulated: -accumulated, impairment: -impairment };
    return moved(on, "disposal", { ...gone, surplus: -part(balances.surplus), proceeds: amount, profit });
  },
];

interface DrawnMonth extends Drawn {
  readonly step: Step | undefined;
  readonly daysBeforeEnd: number;
  /** The part of the book value that the month is charged. */
  readonly charge: number;
}

const drawn: fc.Arbitrary<DrawnMonth> = fc.record({
  step: fc.option(fc.constantFrom(...steps), { nil: undefined, freq: 2 }),
  amount: minorUnits,
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  to: className,
  daysBeforeEnd: fc.nat(27),
  charge: fc.double({ min: 0, max: 0.2, noNaN: true }),
});

/** Assets of two years with an event in about every third month. */
export const eventfulAssets: fc.Arbitrary<readonly HandMade[]> = fc.array(
  fc
    .record({
      id: fc.integer({ min: 0, max: 9_999 }),
      assetClass: className,
      cost: minorUnits,
      months: fc.array(drawn),
    })
    .map(({ id, assetClass, cost, months }) => {
      const begin = monthOf(day("2025-03-10"));
      return handMade({ id: `E${id}`, assetClass }, "2025-03-10", life(cost, begin, months.slice(0, 24)));
    }),
  { maxLength: 6 },
);

function life(cost: number, begin: Month, months: readonly DrawnMonth[]): readonly Movement[] {
  const movements: Movement[] = [moved("2025-03-10", "acquisition", { cost })];
  let balances: Balances = moved("2025-03-10", "acquisition", { cost });
  const take = (movement: Movement | undefined): void => {
    if (movement === undefined) return;
    movements.push(movement);
    balances = moved(movement.day, movement.kind, {
      cost: balances.cost + movement.cost,
      accumulated: balances.accumulated + movement.accumulated,
      impairment: balances.impairment + movement.impairment,
      surplus: balances.surplus + movement.surplus,
    });
  };
  months.forEach(({ step, daysBeforeEnd, charge, ...rest }, at) => {
    const end = lastDay((begin + 1 + at) as Month);
    take(step?.(balances, (end - daysBeforeEnd) as Day, rest));
    take(moved(end, "depreciation", { accumulated: Math.floor(bookValue(balances) * charge) }));
  });
  return movements;
}

function bookValue({ cost, accumulated, impairment }: Balances): number {
  return cost - accumulated - impairment;
}
