/** The options argument: a two-column range or array of name and value. */
import { freedoms, frequencyNamed, methodNamed, profileNamed } from "../src/engine";
import type { Decimals, Frequency, MacrsSystem, Method, Policy, Profile } from "../src/engine";
import type { DateSystem } from "../src/sheet/serial";
import { entryIfGiven, given, numberGiven, numberIfGiven, truthIfGiven, wholeNumberIfGiven } from "./arguments";
import { cellError, isBlank, isMatrix, plain, valueError } from "./cell";
import { dateSystemNamed, macrsSystemNamed } from "./option-words";

export interface Options {
  readonly method?: Method;
  readonly frequency?: Frequency;
  /** As the cell has it, for a profile may have its own words. */
  readonly convention?: unknown;
  readonly profile?: Profile;
  readonly factor?: number;
  /** A fraction of a year's book value, 0.3 for 30 %. */
  readonly rate?: number;
  /** A fixed charge a year. */
  readonly amount?: number;
  /** How many months the first year of FDB has. */
  readonly month?: number;
  readonly switchToStraightLine?: boolean;
  readonly decimals?: Decimals;
  readonly headers?: boolean;
  /** The month, 1 to 12, that the fiscal year ends with. */
  readonly yearEnd?: number;
  readonly dateSystem?: DateSystem;
  readonly totalUnits?: number;
  /** Of one period each, in their order. */
  readonly units?: readonly number[];
  readonly charges?: readonly number[];
  readonly system?: MacrsSystem;
  readonly openingAccumulated?: number;
  /** As the cell has it, for the date system is an option as well. */
  readonly openingDate?: unknown;
  readonly openingCharge?: number;
  /** Of a journal: one line an account and side. */
  readonly summary?: boolean;
  /** The book that the keys of a journal name. */
  readonly book?: string;
  /** The day to check from; as the cell has it. */
  readonly asOf?: unknown;
  /** The freedoms that are named one by one. */
  readonly policy?: Partial<Policy>;
}

interface Option {
  readonly word: string;
  /** What a value that is not blank sets; one that means nothing is the error of the cell. */
  readonly read: (value: unknown) => Options;
  /** Whether it has a row for each period. */
  readonly isList?: boolean;
}

/** What the options say. Blank rows, and names without a value, say nothing. */
export function optionsFrom(argument: unknown): Options {
  const values = new Map<Option, unknown>();
  let read: Options = {};
  for (const [name, value] of pairs(argument)) {
    const option = optionNamed(text(name));
    const before = values.get(option);
    if (before !== undefined && option.isList !== true) throw givenTwice(option, before, value);
    if (isBlank(value)) continue;
    values.set(option, value);
    read = both(read, option.read(value));
  }
  return read;
}

// Lists go on, and each freedom settles its own part of the policy.
function both(left: Options, right: Options): Options {
  const { units, charges, policy } = right;
  return {
    ...left,
    ...right,
    ...(units === undefined ? {} : { units: [...(left.units ?? []), ...units] }),
    ...(charges === undefined ? {} : { charges: [...(left.charges ?? []), ...charges] }),
    ...(policy === undefined ? {} : { policy: { ...left.policy, ...policy } }),
  };
}

/** 1900 is Excel's usual one. */
export function dateSystemOf(given: Options): DateSystem {
  return given.dateSystem ?? "1900";
}

const options: readonly Option[] = [
  { word: "factor", read: (value) => given({ factor: numberIfGiven(value, "factor") }) },
  { word: "rate", read: (value) => given({ rate: numberIfGiven(value, "rate") }) },
  { word: "amount", read: (value) => given({ amount: numberIfGiven(value, "amount") }) },
  { word: "month", read: (value) => given({ month: wholeNumberIfGiven(value, "month", 1, 12) }) },
  { word: "switch", read: (value) => given({ switchToStraightLine: truthIfGiven(value, "switch") }) },
  // The type names the numbers of the range one by one.
  { word: "decimals", read: (value) => given({ decimals: wholeNumberIfGiven(value, "decimals", 0, 4) as Decimals }) },
  { word: "headers", read: (value) => given({ headers: truthIfGiven(value, "headers") }) },
  { word: "year end", read: (value) => given({ yearEnd: wholeNumberIfGiven(value, "year end", 1, 12) }) },
  { word: "profile", read: (value) => given({ profile: entryIfGiven(value, profileNamed) }) },
  { word: "date system", read: (value) => given({ dateSystem: entryIfGiven(value, dateSystemNamed) }) },
  { word: "total units", read: (value) => given({ totalUnits: numberIfGiven(value, "total units") }) },
  { word: "units", isList: true, read: (value) => ({ units: [numberGiven(value, "units")] }) },
  { word: "charges", isList: true, read: (value) => ({ charges: [numberGiven(value, "charges")] }) },
  { word: "system", read: (value) => given({ system: entryIfGiven(value, macrsSystemNamed) }) },
  { word: "opening accumulated", read: (value) => ({ openingAccumulated: numberGiven(value, "opening accumulated") }) },
  { word: "opening date", read: (value) => ({ openingDate: value }) },
  { word: "opening charge", read: (value) => ({ openingCharge: numberGiven(value, "opening charge") }) },
  { word: "summary", read: (value) => given({ summary: truthIfGiven(value, "summary") }) },
  { word: "book", read: (value) => ({ book: text(value) }) },
  { word: "as of", read: (value) => ({ asOf: value }) },
  // These three are arguments of DEPR.SCHEDULE, which beat them; other functions have no such argument.
  { word: "method", read: (value) => given({ method: entryIfGiven(value, methodNamed) }) },
  { word: "frequency", read: (value) => given({ frequency: entryIfGiven(value, frequencyNamed) }) },
  { word: "convention", read: (value) => ({ convention: value }) },
  ...freedoms.map(({ word, read }) => ({
    word,
    read: (value: unknown) => given({ policy: entryIfGiven(value, read) }),
  })),
];

function optionNamed(name: string): Option {
  const found = options.find((option) => bare(option.word) === bare(name));
  if (found !== undefined) return found;
  throw cellError({ code: "unknown-word", what: "option", given: name, known: options.map(({ word }) => word) });
}

function pairs(argument: unknown): readonly (readonly [unknown, unknown])[] {
  const rows = isMatrix(argument) ? argument : [[argument]];
  return rows.filter((row) => !row.every(isBlank)).map(pair);
}

function pair(row: readonly unknown[]): readonly [unknown, unknown] {
  const [name, value, ...others] = row;
  if (row.length < 2 || !others.every(isBlank)) {
    throw valueError("options must have two columns: the name of an option, and its value beside it.");
  }
  if (isBlank(name)) throw valueError(`In options, the value ${text(value)} has no name beside it.`);
  return [name, value];
}

function givenTwice(option: Option, first: unknown, second: unknown): Error {
  return cellError({
    code: "given-twice",
    what: `The option ${option.word}`,
    first: text(first),
    second: text(second),
  });
}

function text(value: unknown): string {
  const cell = plain(value);
  return typeof cell === "string" || typeof cell === "number" || typeof cell === "boolean" ? String(cell) : "";
}

/** Case, spaces, hyphens and underscores do not count. */
function bare(name: string): string {
  return name.replace(/[\s_-]/g, "").toLowerCase();
}
