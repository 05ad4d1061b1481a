import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import {
  conventionOfProfile,
  dayFromText,
  eventTypeNamed,
  freedoms,
  frequencyNamed,
  methodNamed,
  profileNamed,
} from "../../src/engine";
import type { AssetEvent, AssetTerms, Decimals, Policy, YearTerms } from "../../src/engine";
import { value } from "./random-assets";

/** One line of a table: an asset in words on the left of the bar, what must come out on the right. */
export interface Case {
  /** The line as it stands in the table, for the name of its test. */
  readonly line: string;
  readonly words: readonly string[];
  readonly options: ReadonlyMap<string, string>;
  readonly expected: string;
}

const folder = join(__dirname, "..", "cases");

export function tablesNamed(start: string): readonly string[] {
  return readdirSync(folder).filter((file) => file.startsWith(start));
}

/** The cases of a table. Only lines with a bar below the first blank line are cases; # begins a comment. */
export function casesIn(file: string): readonly Case[] {
  const [, ...sections] = readFileSync(join(folder, file), "utf8").split(/\n\n/);
  const lines = sections.join("\n").split("\n");
  return lines.filter((line) => line.includes("|") && !line.startsWith("#")).map(caseOf);
}

function caseOf(line: string): Case {
  const [given = "", expected = ""] = line.split("|");
  const tokens = given.trim().split(/\s+/);
  const options = tokens.slice(4).map((token) => [token.split("=")[0] ?? "", token.split("=")[1] ?? ""] as const);
  return { line, words: tokens.slice(0, 4), options: new Map(options), expected: expected.trim() };
}

/** The case as terms for formula values. */
export function yearTermsOf({ words, options }: Case): YearTerms {
  const [, cost, salvage, lifeYears] = words;
  return {
    cost: Number(cost),
    salvage: Number(salvage),
    lifeYears: Number(lifeYears),
    ...numberFrom(options, "factor"),
    ...numberFrom(options, "rate"),
    ...numberFrom(options, "month"),
    switchToStraightLine: options.has("switch"),
  };
}

/** The case as terms for a schedule. */
export function assetTermsOf({ words, options }: Case): AssetTerms {
  const [word = "", cost, salvage, life = "-"] = words;
  const profile = options.get("profile");
  return {
    method: value(methodNamed(word)),
    cost: Number(cost),
    salvage: Number(salvage),
    ...lifeFrom(life),
    decimals: Number(options.get("decimals") ?? 2) as Decimals,
    frequency: value(frequencyNamed(options.get("every") ?? "year")),
    ...numberFrom(options, "factor"),
    ...numberFrom(options, "rate"),
    switchToStraightLine: options.has("switch"),
    ...(profile === undefined ? {} : { profile: value(profileNamed(profile)) }),
    ...datedFrom(options),
    ...openingFrom(options),
    ...eventsFrom(options),
    ...extraFrom(options),
    policy: policyFrom(options),
  };
}

function lifeFrom(life: string): Pick<AssetTerms, "lifeYears" | "lifeMonths"> {
  if (life === "-") return {};
  return life.endsWith("m") ? { lifeMonths: Number(life.slice(0, -1)) } : { lifeYears: Number(life) };
}

function datedFrom(options: Case["options"]): Pick<AssetTerms, "dated"> {
  const inService = options.get("in-service");
  if (inService === undefined) return {};
  const yearEnd = Number(options.get("year-end") ?? 12);
  const word = options.get("profile");
  const profile = word === undefined ? undefined : value(profileNamed(word));
  const usual = profile?.convention.word ?? "full-month";
  const given = options.get("convention")?.replaceAll("_", " ");
  const convention = value(conventionOfProfile(profile, given ?? usual));
  const posting = options.get("first-posting");
  const firstPosting = posting === undefined ? {} : { firstPosting: value(dayFromText(posting)) };
  return { dated: { inService: value(dayFromText(inService)), yearEnd, convention, ...firstPosting } };
}

/** Freedoms by their key, such as policy.dayCount=30/360. */
function policyFrom(options: Case["options"]): Partial<Policy> {
  const parts = freedoms.map(({ key, read }) => {
    const word = options.get(`policy.${key}`);
    return word === undefined ? {} : value(read(word));
  });
  return Object.assign({}, ...parts) as Partial<Policy>;
}

/** Events as date:word:value, with commas between. */
function eventsFrom(options: Case["options"]): Pick<AssetTerms, "events"> {
  const given = options.get("events");
  return given === undefined ? {} : { events: given.split(",").map(eventFrom) };
}

function eventFrom(text: string): AssetEvent {
  const [date = "", word = "", amount] = text.split(":");
  const type = value(eventTypeNamed(word));
  return { date: value(dayFromText(date)), type, ...(amount === undefined ? {} : { value: Number(amount) }) };
}

function extraFrom(options: Case["options"]): Pick<AssetTerms, "extra"> {
  const years = options.get("class");
  return years === undefined ? {} : { extra: { kind: "class", years: Number(years), system: "GDS" } };
}

function openingFrom(options: Case["options"]): Pick<AssetTerms, "opening"> {
  const [accumulated, asOf] = options.get("opening")?.split("@") ?? [];
  if (accumulated === undefined || asOf === undefined) return {};
  return { opening: { accumulated: Number(accumulated), asOf: value(dayFromText(asOf)) } };
}

function numberFrom<K extends string>(options: Case["options"], name: K): { readonly [Name in K]?: number } {
  const given = options.get(name);
  return given === undefined ? {} : ({ [name]: Number(given) } as { readonly [Name in K]: number });
}
