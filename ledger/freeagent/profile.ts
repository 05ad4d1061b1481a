import { shown } from "../doors/complaint";
import { Unprocessable } from "./answers";
import type { TermsInForce } from "../books/terms-in-force";

/** A depreciation profile as FreeAgent shows it. */
export interface Profile {
  readonly method: string;
  readonly asset_life_years?: number;
  readonly annual_depreciation_percentage?: number;
  readonly frequency?: string;
}

/** What a profile makes of its asset. */
export interface ProfileTerms {
  readonly method: string;
  readonly lifeMonths: number | null;
  readonly rate: number | null;
  readonly frequency: string;
}

/** The number that a method needs, and its limits. */
interface Parameter {
  readonly field: "asset_life_years" | "annual_depreciation_percentage";
  readonly least: number;
  readonly most: number;
  readonly of: string;
}

interface ProfileMethod {
  readonly word: string;
  /** The ledger's words for methods that are this one. */
  readonly ledgerWords: readonly string[];
  readonly parameter?: Parameter;
}

const methods: readonly ProfileMethod[] = [
  {
    word: "straight_line",
    ledgerWords: ["straight_line"],
    parameter: { field: "asset_life_years", least: 2, most: 25, of: "years" },
  },
  {
    word: "reducing_balance",
    ledgerWords: ["reducing_balance", "declining_balance"],
    parameter: { field: "annual_depreciation_percentage", least: 1, most: 99, of: "percent" },
  },
  { word: "no_depreciation", ledgerWords: ["no_depreciation"] },
];

/** FreeAgent's word for how often depreciation is posted, and the engine's. */
const frequencies = [
  { word: "monthly", engineWord: "month" },
  { word: "annually", engineWord: "year" },
] as const;

/** The terms of a profile. Refusals: unknown words, a number that is missing or out of its limits, one that is another method's. */
export function profileTerms(given: Readonly<Record<string, unknown>>): ProfileTerms {
  const method = methods.find(({ word }) => word === given["method"]);
  if (method === undefined) throw wrong("method", given["method"], `one of ${listed(methods)}`);
  checkOthers(method, given);
  const { parameter } = method;
  const number = parameter === undefined ? null : numberFor(parameter, given[parameter.field]);
  return {
    method: method.word,
    lifeMonths: parameter?.field === "asset_life_years" ? (number ?? 0) * 12 : null,
    rate: parameter?.field === "annual_depreciation_percentage" ? (number ?? 0) * 100 : null,
    frequency: frequencyFor(given["frequency"]),
  };
}

// What goes with another method was meant for that method, so it is not passed over.
function checkOthers({ word, parameter }: ProfileMethod, given: Readonly<Record<string, unknown>>): void {
  const own: readonly string[] = parameter === undefined ? [] : [parameter.field, "frequency"];
  const strange = ["asset_life_years", "annual_depreciation_percentage", "frequency"].find(
    (field) => given[field] !== undefined && !own.includes(field),
  );
  if (strange === undefined) return;
  throw new Unprocessable(`${strange} is ${shown(given[strange])}, but ${word} takes no ${strange}.`);
}

function numberFor({ field, least, most, of }: Parameter, given: unknown): number {
  if (typeof given === "number" && Number.isInteger(given) && given >= least && given <= most) return given;
  throw wrong(field, given, `a whole number of ${of} from ${least} to ${most}`);
}

function frequencyFor(given: unknown): string {
  if (given === undefined) return "month";
  const frequency = frequencies.find(({ word }) => word === given);
  if (frequency === undefined) throw wrong("frequency", given, `one of ${listed(frequencies)}`);
  return frequency.engineWord;
}

function listed(words: readonly { readonly word: string }[]): string {
  return words.map(({ word }) => word).join(", ");
}

function wrong(field: string, given: unknown, right: string): Unprocessable {
  return new Unprocessable(`${field} is ${shown(given)}, but must be ${right}.`);
}

/** The profile that says an asset's terms; undefined where none can, as of a life of 30 months. */
export function profileOf({ method: { word }, lifeMonths, rate, frequency }: TermsInForce): Profile | undefined {
  const method = methods.find(({ ledgerWords }) => ledgerWords.includes(word));
  if (method === undefined) return undefined;
  const { parameter } = method;
  if (parameter === undefined) return { method: method.word };
  const number = parameter.field === "asset_life_years" ? (lifeMonths ?? 0) / 12 : (rate ?? 0) / 100;
  if (!Number.isInteger(number) || number === 0) return undefined;
  return { method: method.word, [parameter.field]: number, frequency: frequencyWord(frequency) };
}

function frequencyWord(engineWord: string): string {
  return frequencies.find((frequency) => frequency.engineWord === engineWord)?.word ?? "monthly";
}
