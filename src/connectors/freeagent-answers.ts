import { type Cents, type Day, type Result, cents, fail, ok } from "../engine";
import type { DepreciationProfile } from "./connector";
import { type Reader, day, isObject, list, object, oneOf, optional, text, whole } from "./read";

const method = object({ method: oneOf(["straight_line", "reducing_balance", "no_depreciation"]) });
const frequency = optional(oneOf(["monthly", "annually"]));
const straightLine = object({ asset_life_years: whole, frequency });
const reducingBalance = object({ annual_depreciation_percentage: whole, frequency });

/** Each method has its own parameters; a frequency that is not given is monthly. */
export const profile: Reader<DepreciationProfile> = (given, where): Result<DepreciationProfile, string> => {
  const named = method(given, where);
  if (!named.ok) return named;
  switch (named.value.method) {
    case "no_depreciation":
      return ok({ method: "no_depreciation" });
    case "straight_line": {
      const read = straightLine(given, where);
      if (!read.ok) return read;
      const { asset_life_years: years, frequency: often = "monthly" } = read.value;
      return ok({ method: "straight_line", years, frequency: often });
    }
    case "reducing_balance": {
      const read = reducingBalance(given, where);
      if (!read.ok) return read;
      const { annual_depreciation_percentage: percent, frequency: often = "monthly" } = read.value;
      return ok({ method: "reducing_balance", percent, frequency: often });
    }
  }
};

/** An amount such as "-20000.0" in pence: by its digits, never through a binary fraction. A number is read by its text. */
export const pence: Reader<Cents> = (given, where) => {
  const written = typeof given === "number" ? String(given) : typeof given === "string" ? given : "";
  const [, sign, units = "", part = ""] = /^(-?)(\d{1,13})(?:\.(\d{1,2})0*)?$/.exec(written) ?? [];
  if (units === "") {
    return fail(
      `${where} should be an amount such as "-20000.0", but is ${JSON.stringify(given ?? null).slice(0, 40)}`,
    );
  }
  const amount = Number(units) * 100 + Number(part.padEnd(2, "0"));
  return ok(cents(sign === "-" ? -amount : amount));
};

export interface HistoryItem {
  readonly type: string;
  readonly date: Day;
  /** Allowances change what is taxed and not the value: they have none. */
  readonly value: Cents | undefined;
}

export interface CapitalAssetAnswer {
  readonly url: string;
  readonly description: string;
  readonly purchased_on: Day;
  readonly disposed_on: Day | undefined;
  readonly depreciation_profile: DepreciationProfile | undefined;
  readonly capital_asset_history: readonly HistoryItem[] | undefined;
}

export const capitalAssets: Reader<CapitalAssetAnswer> = object({
  url: text,
  description: text,
  purchased_on: day,
  disposed_on: optional(day),
  depreciation_profile: optional(profile),
  capital_asset_history: optional(list(object({ type: text, date: day, value: optional(pence) }))),
});

export interface ExpenseAnswer {
  readonly url: string;
  readonly dated_on: Day;
  readonly gross_value: Cents;
  readonly receipt_reference: string | undefined;
  readonly capital_asset:
    { readonly url: string | undefined; readonly profile: DepreciationProfile | undefined } | undefined;
}

const capitalAssetOf: Reader<{
  readonly url: string | undefined;
  readonly profile: DepreciationProfile | undefined;
}> = (given, where) => {
  // FreeAgent's documents name a capital asset of an expense by its address alone, too.
  if (typeof given === "string") return ok({ url: given, profile: undefined });
  const read = object({ url: optional(text), depreciation_profile: optional(profile) })(given, where);
  if (!read.ok) return read;
  return ok({ url: read.value.url, profile: read.value.depreciation_profile });
};

export const expense: Reader<ExpenseAnswer> = (given, where) =>
  object({
    url: text,
    dated_on: day,
    gross_value: pence,
    receipt_reference: optional(text),
    capital_asset: optional(capitalAssetOf),
  })(isObject(given) ? given : {}, where);
