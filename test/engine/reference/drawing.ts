/** Random assets for the judge: any method, date, year end, convention and frequency, with half-cent ties sought. */
import {
  conventions,
  freedoms,
  frequencies,
  type AssetTerms,
  type Dated,
  type Day,
  type Decimals,
} from "../../../src/engine";
import type { Method, Policy } from "../../../src/engine";
import { dayNumber } from "./calendar";
import type { Chance } from "./chance";

const mostMinor = 1e14;

/** One asset; `cost` and `salvage` are also given in minor units, as they were drawn. */
export interface Drawn {
  readonly terms: AssetTerms;
  readonly cost: number;
  readonly salvage: number;
}

export function drawnAsset(chance: Chance, method: Method): Drawn {
  const { cost, salvage } = drawnMoney(chance);
  const decimals = chance.pick<Decimals>([0, 1, 2, 2, 2, 2, 3, 4]);
  const scale = 10 ** decimals;
  const frequency = chance.pick(frequencies);
  const money = { cost: cost / scale, salvage: salvage / scale, decimals };
  const plain = { ...money, method, frequency, ...(chance.once(3) ? {} : { dated: drawnDates(chance) }) };
  const draw = draws[method.word] ?? ((terms: AssetTerms): AssetTerms => ({ ...terms, ...drawnLife(chance, terms) }));
  return { terms: draw(plain, chance, { cost, salvage }), cost, salvage };
}

function drawnMoney(chance: Chance): { readonly cost: number; readonly salvage: number } {
  const cost = drawnCost(chance);
  const part = chance.pick([0, 0, 0, 0.1, 0.25, 0.5, 1, chance.part(), chance.part()]);
  return { cost, salvage: Math.floor(cost * part) };
}

// Odd multiples of halves of round numbers land on half minor units wherever a life or a rate divides evenly.
function drawnCost(chance: Chance): number {
  const odd = 2 * chance.whole(0, 5_000) + 1;
  return (
    chance.pick([
      (): number => chance.whole(0, 1_000),
      (): number => odd * chance.pick([1, 5, 25, 125, 625, 5_000, 50_000, 5_000_000, 500_000_000]),
      (): number => odd * 5 ** chance.whole(0, 11) * 2 ** chance.whole(0, 8),
      (): number => Math.floor(10 ** (14 * chance.part())),
      (): number => chance.whole(0, mostMinor),
    ])() %
    (mostMinor + 1)
  );
}

const everyDay: readonly [number, number] = [
  dayNumber({ year: 1900, month: 3, day: 1 }),
  dayNumber({ year: 2200, month: 12, day: 31 }),
];

function drawnDates(chance: Chance): Dated {
  return {
    inService: chance.whole(...everyDay) as Day,
    yearEnd: chance.whole(1, 12),
    convention: chance.pick(conventions),
  };
}

const tieLives = [1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 36, 40, 48, 60, 64, 80, 84, 96, 120, 125, 128, 144, 160, 200, 240];

function drawnMonths(chance: Chance): number {
  if (chance.once(2)) return chance.pick(tieLives);
  return chance.once(12) ? chance.whole(301, 1_200) : chance.whole(1, 300);
}

type Life = Pick<AssetTerms, "lifeMonths" | "lifeYears">;

// Whole months, in months or as the years that give them; without dates any life.
function drawnLife(chance: Chance, { dated }: Pick<AssetTerms, "dated">): Life {
  const months = drawnMonths(chance);
  if (dated === undefined && chance.once(4)) return { lifeYears: chance.whole(1, 4_000) / 100 };
  return chance.once(2) ? { lifeMonths: months } : { lifeYears: months / 12 };
}

const rates = [0.1, 0.125, 0.2, 0.25, 0.3, 0.375, 0.5, 0.75, 0.9];

function drawnRate(chance: Chance): number {
  return chance.once(2) ? chance.pick(rates) : chance.whole(10, 999) / 1_000;
}

const factors = [0.5, 1, 1.25, 1.5, 2, 2, 2, 2.5, 3, 10];

type Draw = (
  terms: AssetTerms,
  chance: Chance,
  minor: { readonly cost: number; readonly salvage: number },
) => AssetTerms;

const draws: Readonly<Record<string, Draw>> = {
  SL: (terms, chance, { cost, salvage }) => {
    if (chance.once(6)) return { ...terms, rate: drawnRateOfDays(chance, terms) };
    const yearly = Math.max(1, Math.floor((cost - salvage) / chance.whole(1, 60)));
    const byDays = terms.dated?.convention.firstYear === undefined && terms.dated !== undefined;
    if (chance.once(6) && !byDays) return { ...terms, amount: yearly / 10 ** terms.decimals };
    return withPolicy(chance, { ...terms, ...drawnLife(chance, terms) }, ["rounding"]);
  },
  SYD: (terms, chance) => withPolicy(chance, { ...terms, ...drawnLife(chance, terms) }, ["rounding"]),
  DB: (terms, chance) => {
    const pace = chance.once(6) ? { rate: drawnRate(chance) } : { factor: chance.pick(factors) };
    const whole = { ...terms, ...drawnLife(chance, terms), ...pace, switchToStraightLine: chance.once(2) };
    return withPolicy(chance, whole, ["rounding", "end"]);
  },
  RB: (terms, chance) => {
    if (chance.once(3)) return { ...terms, rate: Math.max(0.1, drawnRate(chance)) };
    return withPolicy(chance, { ...terms, ...drawnLife(chance, terms), rate: drawnRate(chance) }, ["rounding", "end"]);
  },
  FDB: ({ cost, salvage, decimals, method, frequency }, chance) => {
    const lifeYears = chance.once(10) ? chance.whole(1, 100) : chance.whole(1, 25);
    return { cost, salvage, decimals, method, frequency, lifeYears, month: chance.whole(1, 12) };
  },
  UOP: (terms, chance) => {
    const units = Array.from({ length: chance.whole(0, 60) }, () =>
      chance.pick([0, 1, 7, 8, 0.5, chance.whole(0, 9_999), chance.whole(0, 999_999) / 1_000]),
    );
    const sum = units.reduce((total, one) => total + one, 0);
    const totalUnits = Math.max(
      1,
      chance.pick([Math.round(sum), Math.ceil(sum / 2), 64, 2 ** chance.whole(0, 20), chance.whole(1, 1_000_000)]),
    );
    return { ...terms, extra: { kind: "units", totalUnits, units } };
  },
  MANUAL: (terms, chance, { cost, salvage }) => {
    let left = cost - salvage;
    const charges = Array.from({ length: chance.whole(0, 60) }, () => {
      const charge = chance.once(5) ? left : Math.floor(left * chance.part() * chance.part());
      left -= charge;
      return charge / 10 ** terms.decimals;
    });
    return { ...terms, extra: { kind: "charges", charges } };
  },
  MACRS: (terms, chance) => drawnRecovery(terms, chance),
};

// By days, a life ends on a day, so the rate must give whole months.
function drawnRateOfDays(chance: Chance, { dated }: AssetTerms): number {
  const byDays = dated !== undefined && dated.convention.firstYear === undefined;
  return byDays ? chance.pick([0.1, 0.125, 0.2, 0.25, 0.3, 0.5, 0.75, 1]) : chance.pick([1, drawnRate(chance)]);
}

// Real property goes by mid-month, all else by half-year or mid-quarter.
function drawnRecovery(terms: AssetTerms, chance: Chance): AssetTerms {
  const { dated, ...undated } = terms;
  const isReal = dated !== undefined && chance.once(2);
  const words = isReal ? ["mid-month"] : ["half-year", "mid-quarter"];
  const convention = chance.pick(conventions.filter(({ word }) => words.includes(word)));
  const system = chance.pick(["GDS", "GDS", "ADS"] as const);
  const alternative = isReal ? chance.pick([27.5, 30, 39, 40]) : chance.whole(6, 40) / 2;
  const years = system === "ADS" ? alternative : chance.pick(isReal ? [27.5, 39, 40] : [3, 5, 7, 10, 15, 20]);
  const elected = !isReal && chance.once(4) ? { factor: chance.pick([1, 1.5]) } : {};
  const time = dated === undefined ? {} : { dated: { ...dated, convention } };
  return { ...undated, ...time, ...elected, extra: { kind: "class", years, system } };
}

const known: Partial<Record<keyof Policy, readonly string[]>> = {
  rounding: ["each-period", "remaining-book", "year-rest"],
  end: ["rest-last", "switch"],
  dayCount: ["actual/365", "actual/360", "30/360", "life"],
};

/** One asset in three settles a freedom or two otherwise than the default. */
function withPolicy(chance: Chance, terms: AssetTerms, keys: readonly (keyof Policy)[]): AssetTerms {
  const byDays = terms.dated !== undefined && terms.dated.convention.firstYear === undefined;
  const counted = byDays && chance.once(2) ? [drawnValue(chance, "dayCount")] : [];
  const settled = chance.once(4) ? [drawnValue(chance, chance.pick(keys))] : [];
  const policy = Object.assign({}, ...counted, ...settled) as Partial<Policy>;
  return Object.keys(policy).length === 0 ? terms : { ...terms, policy };
}

function drawnValue(chance: Chance, key: keyof Policy): Partial<Policy> {
  const word = chance.pick(known[key] ?? []);
  const found = freedoms.find((freedom) => freedom.key === key)?.read(word);
  if (found?.ok !== true) throw new Error(`the engine knows no ${word}`);
  return found.value;
}
