import type { Chance } from "../engine/reference/chance";

/** What befalls one request: when it reaches the ledger (each time it does), and what its sender is told, and when. */
export interface Fate {
  readonly word: string;
  /** Milliseconds after sending; none: it never arrives. More than one: it is delivered more than once. */
  readonly arrivals: readonly number[];
  readonly answer: Told;
}

/** What the sender is told. Delays count from the ledger's answer, or from sending where the ledger is not asked. */
export type Told =
  | { readonly kind: "ledger's"; readonly delay: number; readonly isCut?: boolean }
  | { readonly kind: "nothing" }
  | { readonly kind: "broken line"; readonly after: number }
  | { readonly kind: "instead"; readonly after: number; readonly status: number; readonly headers: Headers };

type Headers = Readonly<Record<string, string>>;

/** The longest that a request is under way: less than the quarantine of two minutes, more than any time-out. */
export const longestOnTheWay = 110_000;

export interface Fault {
  readonly word: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  readonly fate: (chance: Chance, now: number) => Omit<Fate, "word">;
}

/** A request that nothing befalls. */
export function smooth(chance: Chance): Fate {
  return { word: "none", arrivals: [hop(chance)], answer: { kind: "ledger's", delay: hop(chance) } };
}

export const faults: readonly Fault[] = [
  { word: "request lost", weight: 4, fate: () => ({ arrivals: [], answer: { kind: "nothing" } }) },
  { word: "line broken before", weight: 4, fate: (chance) => ({ arrivals: [], answer: broken(chance) }) },
  { word: "response lost", weight: 6, fate: (chance) => ({ arrivals: [hop(chance)], answer: { kind: "nothing" } }) },
  {
    word: "line broken after",
    weight: 6,
    fate: (chance) => ({ arrivals: [hop(chance)], answer: broken(chance, 500) }),
  },
  { word: "slow request", weight: 4, fate: (chance) => ({ arrivals: [slow(chance, 45_000)], answer: prompt(chance) }) },
  {
    word: "slow response",
    weight: 4,
    fate: (chance) => ({ arrivals: [hop(chance)], answer: { kind: "ledger's", delay: slow(chance, 45_000) } }),
  },
  {
    word: "late after the time-out",
    weight: 5,
    fate: (chance) => ({ arrivals: [chance.whole(31, 110) * 1000], answer: { kind: "nothing" } }),
  },
  {
    word: "line broken, late",
    weight: 5,
    fate: (chance) => ({ arrivals: [slow(chance, longestOnTheWay)], answer: broken(chance) }),
  },
  {
    word: "delivered twice",
    weight: 4,
    fate: (chance) => ({ arrivals: twice(chance, 2_000), answer: prompt(chance) }),
  },
  {
    word: "delivered again late",
    weight: 4,
    fate: (chance) => ({ arrivals: twice(chance, longestOnTheWay), answer: prompt(chance) }),
  },
  { word: "503 before the effect", weight: 4, fate: (chance) => ({ arrivals: [], answer: failing(chance, 503) }) },
  {
    word: "502 and then the effect",
    weight: 4,
    fate: (chance) => ({ arrivals: [slow(chance, 90_000)], answer: failing(chance, 502) }),
  },
  {
    word: "500 after the effect",
    weight: 6,
    fate: (chance) => ({ arrivals: [hop(chance)], answer: failing(chance, 500, 600) }),
  },
  { word: "408", weight: 1, fate: (chance) => ({ arrivals: [], answer: failing(chance, 408) }) },
  {
    word: "answered half",
    weight: 3,
    fate: (chance) => ({ arrivals: [hop(chance)], answer: { kind: "ledger's", delay: hop(chance), isCut: true } }),
  },
  { word: "429 in seconds", weight: 3, fate: (chance) => busy(chance, { "retry-after": String(chance.whole(1, 90)) }) },
  { word: "429 with a date", weight: 3, fate: (chance, now) => busy(chance, untilDate(chance.whole(1, 90), now)) },
  { word: "429 without a word", weight: 1, fate: (chance) => busy(chance, {}) },
  { word: "429 for an hour", weight: 1, fate: (chance) => busy(chance, { "retry-after": "3600" }) },
  { word: "401", weight: 1, fate: (chance) => ({ arrivals: [], answer: failing(chance, 401) }) },
];

const weightOfAll = faults.reduce((sum, { weight }) => sum + weight, 0);

/** One of the faults, each as often as it weighs. */
export function misfortune(chance: Chance, now: number): Fate {
  let left = chance.part() * weightOfAll;
  const found = faults.find(({ weight }) => (left -= weight) < 0) ?? faults[0];
  if (found === undefined) throw new Error("There are no faults.");
  return { word: found.word, ...found.fate(chance, now) };
}

/** Few enough moments that requests meet in the ledger. */
function hop(chance: Chance): number {
  return chance.whole(1, 8) * 10;
}

function slow(chance: Chance, most: number): number {
  return chance.whole(1, most / 100) * 100;
}

function twice(chance: Chance, most: number): readonly number[] {
  return [hop(chance), slow(chance, most)];
}

function prompt(chance: Chance): Told {
  return { kind: "ledger's", delay: hop(chance) };
}

function broken(chance: Chance, least = 0): Told {
  return { kind: "broken line", after: least + hop(chance) };
}

function failing(chance: Chance, status: number, least = 0): Told {
  return { kind: "instead", after: least + hop(chance), status, headers: {} };
}

function busy(chance: Chance, headers: Headers): Omit<Fate, "word"> {
  return { arrivals: [], answer: { kind: "instead", after: hop(chance), status: 429, headers } };
}

function untilDate(seconds: number, now: number): Headers {
  return { "retry-after": new Date(now + seconds * 1000).toUTCString(), date: new Date(now).toUTCString() };
}
