// Bad input of every kind in every field. Goal: a problem with its facts or a sound answer, at once; never an exception,
// never a NaN in a row, never a wait.
import fc from "fast-check";
import {
  accumulatedByAge,
  bookOf,
  chargeBetween,
  chargeOfYear,
  chargesByUse,
  chargesByYear,
  conventions,
  eventTypes,
  frequencies,
  macrsAmounts,
  methods,
  schedule,
  wording,
  yearTerms,
} from "../../src/engine";
import type { AssetEvent, AssetTerms, Day, Decimals, EventType, Frequency, Method } from "../../src/engine";
import type { Result, YearTerms } from "../../src/engine";

// Far more than any of them takes, for a machine may be slow: it catches what would not end.
const mostMilliseconds = 20_000;

const numbers: readonly number[] = [
  ...[NaN, Infinity, -Infinity, 0, -0, -1, -1e-9, 5e-324, 1e-300, 1e-9, 0.1 + 0.2, 0.5, 1.5, 2.000001, 1, 12, 13],
  ...[1e9, 1e12, 2 ** 53, 1e15, 1e16, 1e100, 1e150, 1e151, 1.797e308, -1.797e308, 1234.567, Number.MAX_VALUE],
];

const days: readonly Day[] = [
  ...numbers,
  ...[-25_509, -25_508, -25_507, 2_932_896, 2_932_897, 2_932_898, 20_000.5],
].map((day) => day as Day);

const [yearly, monthly] = [frequencies[0], frequencies.at(-1)] as [Frequency, Frequency];

/** A sound asset of a method, in which one thing at a time goes wrong. */
function sound(method: Method, isDated: boolean, frequency: Frequency): AssetTerms {
  const given = { lifeYears: 5, totalUnits: 10, units: [1, 2, 3], charges: [10, 20], system: "GDS" } as const;
  const extra = method.extraOf?.(given);
  const dated = { inService: 20_000 as Day, yearEnd: 12, convention: conventionOf("half-year") };
  return {
    cost: 1000,
    salvage: 100,
    decimals: 2,
    lifeYears: 5,
    rate: 0.3,
    method,
    frequency,
    ...(extra?.ok === true ? { extra: extra.value } : {}),
    ...(isDated ? { dated } : {}),
  };
}

function conventionOf(word: string): (typeof conventions)[number] {
  const found = conventions.find((one) => one.word === word);
  if (found === undefined) throw new Error(`no ${word}`);
  return found;
}

type Spoil = (terms: AssetTerms, number: number) => AssetTerms;

const fields: Readonly<Record<string, Spoil>> = {
  cost: (terms, cost) => ({ ...terms, cost }),
  salvage: (terms, salvage) => ({ ...terms, salvage }),
  "cost and salvage": (terms, cost) => ({ ...terms, cost, salvage: cost }),
  decimals: (terms, decimals) => ({ ...terms, decimals: decimals as Decimals }),
  "life in years": (terms, lifeYears) => ({ ...terms, lifeYears }),
  "life in months": (terms, lifeMonths) => ({ ...without("lifeYears", terms), lifeMonths }),
  rate: (terms, rate) => ({ ...terms, rate }),
  "rate without a life": (terms, rate) => ({ ...without("lifeYears", terms), rate }),
  factor: (terms, factor) => ({ ...without("rate", terms), factor }),
  amount: (terms, amount) => ({ ...without("lifeYears", terms), amount }),
  month: (terms, month) => ({ ...terms, month }),
  "total units": (terms, totalUnits) => ({ ...terms, extra: { kind: "units", totalUnits, units: [1, 2] } }),
  units: (terms, unit) => ({ ...terms, extra: { kind: "units", totalUnits: 10, units: [1, unit, 2] } }),
  charges: (terms, charge) => ({ ...terms, extra: { kind: "charges", charges: [charge, 1] } }),
  class: (terms, years) => ({ ...terms, extra: { kind: "class", years, system: "GDS" } }),
  "ADS class": (terms, years) => ({ ...terms, extra: { kind: "class", years, system: "ADS" } }),
  "year end": (terms, yearEnd) => withDates(terms, { yearEnd }),
  "opening amount": (terms, accumulated) => ({ ...terms, opening: { accumulated, asOf: 20_400 as Day } }),
  "charge of this year": (terms, chargedThisYear) => ({
    ...terms,
    opening: { accumulated: 300, asOf: 20_400 as Day, chargedThisYear },
  }),
};

function without(field: "lifeYears" | "rate", terms: AssetTerms): AssetTerms {
  return Object.fromEntries(Object.entries(terms).filter(([name]) => name !== field)) as unknown as AssetTerms;
}

function accumulatedAt(terms: AssetTerms, age: number): Result<number> {
  const byAge = accumulatedByAge(terms);
  return byAge.ok ? byAge.value(age) : byAge;
}

function withDates(terms: AssetTerms, dated: Partial<NonNullable<AssetTerms["dated"]>>): AssetTerms {
  return terms.dated === undefined ? terms : { ...terms, dated: { ...terms.dated, ...dated } };
}

const subjects = methods.flatMap((method) =>
  [true, false].map((isDated) => [method.word, isDated ? "with dates" : "without dates", method, isDated] as const),
);

describe.each(subjects)("%s %s", (_word, _dates, method, isDated) => {
  test.each(Object.entries(fields))("%s", (_field, spoil) => {
    for (const frequency of [yearly, monthly]) {
      for (const number of numbers) judge(spoil(sound(method, isDated, frequency), number));
    }
  });

  test("in service, opening and event dates, by every convention", () => {
    if (!isDated) return;
    const asset = sound(method, isDated, monthly);
    for (const day of days) {
      for (const convention of conventions) inTime(() => schedule(withDates(asset, { inService: day, convention })));
      inTime(() => schedule({ ...asset, opening: { accumulated: 100, asOf: day } }));
      // The way to the last day of the calendar is long, and the same for every event.
      const types = day === 2_932_896 ? eventTypes.slice(-1) : eventTypes;
      for (const type of types) inTime(() => schedule({ ...asset, events: [eventOf(type, day, 1)] }));
    }
  });

  test("event values and shares", () => {
    const asset = sound(method, isDated, monthly);
    for (const type of eventTypes) {
      for (const number of numbers) {
        inTime(() => schedule({ ...asset, events: [eventOf(type, 20_200 as Day, number)] }));
        inTime(() => schedule({ ...asset, events: [{ ...eventOf(type, 20_200 as Day, 1), share: number }] }));
      }
      for (const word of ["", "word", ...methods.map((one) => one.word)]) {
        inTime(() => schedule({ ...asset, events: [eventOf(type, 20_200 as Day, word)] }));
      }
    }
  });
});

test("events in any order, two disposals, events that follow a disposal", () => {
  const drawn = fc.array(
    fc.record({
      type: fc.constantFrom(...eventTypes),
      date: fc.oneof(fc.integer({ min: 19_900, max: 23_000 }), fc.constantFrom(...days)),
      value: fc.oneof(
        fc.constantFrom<number | string>(...numbers, "SL", "FDB", "UOP"),
        fc.integer({ min: 0, max: 900 }),
      ),
    }),
    { minLength: 2, maxLength: 6 },
  );
  fc.assert(
    fc.property(drawn, fc.constantFrom(...methods), fc.constantFrom(...conventions), (events, method, convention) => {
      const asset = withDates(sound(method, true, monthly), { convention });
      judge({ ...asset, events: events.map(({ type, date, value }) => eventOf(type, date as Day, value)) });
    }),
    { numRuns: 300 },
  );
  const [disposal] = eventTypes.filter(({ endsService }) => endsService === true);
  if (disposal === undefined) throw new Error("no disposal");
  const twice = [20_300, 20_600].map((date) => eventOf(disposal, date as Day, 1));
  const told = schedule({ ...sound(methods[0] as Method, true, monthly), events: twice });
  expect(told.ok ? "taken" : told.problem.code).toBe("event-out-of-turn");
});

describe("formula values", () => {
  const years: Readonly<Record<string, (terms: YearTerms, number: number) => YearTerms>> = {
    cost: (terms, cost) => ({ ...terms, cost }),
    salvage: (terms, salvage) => ({ ...terms, salvage }),
    "cost and salvage": (terms, cost) => ({ ...terms, cost, salvage: cost / 2 }),
    life: (terms, lifeYears) => ({ ...terms, lifeYears }),
    "life and cost": (terms, number) => ({ ...terms, lifeYears: number, cost: number, salvage: 0 }),
    rate: (terms, rate) => ({ ...terms, rate }),
    factor: (terms, factor) => ({ ...terms, factor }),
    month: (terms, month) => ({ ...terms, month }),
  };

  test.each(
    methods.flatMap((method) =>
      Object.entries(years).map(([field, spoil]) => [method.word, field, method, spoil] as const),
    ),
  )("%s, %s", (_word, _field, method, spoil) => {
    for (const number of numbers) {
      const terms = spoil({ cost: 1000, salvage: 100, lifeYears: 5, rate: 0.3 }, number);
      const checked = caught(() => yearTerms(terms), terms);
      if (!checked.ok) continue;
      inTime(() => chargesByYear(method, checked.value));
      for (const other of [1, number]) {
        inTime(() => chargeOfYear(method, checked.value, other));
        inTime(() => chargeBetween(method, checked.value, 0, other));
        inTime(() => chargeBetween(method, checked.value, other, 2));
      }
    }
  });

  test("by use", () => {
    for (const number of numbers) {
      for (const other of numbers) {
        inTime(() => chargesByUse(number, other, [1]));
        inTime(() => chargesByUse(1000, number, [other, 1]));
        inTime(() => chargesByUse(1000, 10, [number], other));
      }
    }
  });

  test("by Publication 946", () => {
    for (const number of numbers) {
      for (const convention of conventions) {
        const terms = { cost: 1000, years: 5, system: "GDS", convention, monthsToYearEnd: 3 } as const;
        inTime(() => macrsAmounts({ ...terms, cost: number }));
        inTime(() => macrsAmounts({ ...terms, years: number }));
        inTime(() => macrsAmounts({ ...terms, years: number, system: "ADS" }));
        inTime(() => macrsAmounts({ ...terms, factor: number }));
        inTime(() => macrsAmounts({ ...terms, monthsToYearEnd: number }));
        inTime(() => macrsAmounts({ ...terms, years: 39, monthsToYearEnd: number }));
      }
    }
  });
});

function eventOf(type: EventType, date: Day, value: number | string): AssetEvent {
  return { type, date, value, newClass: "Other" };
}

function judge(terms: AssetTerms): void {
  inTime(() => schedule(terms), terms);
  inTime(() => {
    const book = bookOf(terms);
    return book.ok ? { ok: true, value: [book.value.movements, book.value.balancesAt(21_000 as Day)] } : book;
  }, terms);
  for (const age of [5e-324, 1e-9, 0.5, 1e9]) inTime(() => accumulatedAt(terms, age), terms);
}

/** The answer, which came at once, without an exception, and is made of numbers or of the facts of a problem. */
function inTime<T>(ask: () => Result<T>, of?: unknown): Result<T> {
  const started = process.cpuUsage().user;
  const answer = caught(ask, of);
  const milliseconds = (process.cpuUsage().user - started) / 1000;
  if (milliseconds > mostMilliseconds) throw new Error(`took ${milliseconds} ms: ${told(of ?? ask.toString())}`);
  if (!answer.ok) expect(wording(answer.problem)).toMatch(/\.$/);
  else if (!isSound(answer.value))
    throw new Error(`${told(answer.value).slice(0, 400)} of ${told(of ?? ask.toString())}`);
  return answer;
}

function caught<T>(ask: () => Result<T>, of: unknown): Result<T> {
  try {
    return ask();
  } catch (error) {
    throw new Error(`${String(error)} of ${told(of ?? ask.toString())}`, { cause: error });
  }
}

function isSound(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isSound);
  if (typeof value === "object" && value !== null) return Object.values(value).every(isSound);
  return true;
}

// The terms with words in the place of the lists' entries, and numbers as they are.
function told(terms: unknown): string {
  return JSON.stringify(terms, (_key, value: unknown) => {
    if (typeof value === "number") return String(value);
    return typeof value === "object" && value !== null && "word" in value ? value.word : value;
  });
}
