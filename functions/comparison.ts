/** DEPR.COMPARE: the charges of one asset by several methods or profiles, side by side. */
import { amountOf, cents, methodNamed, methods, profileNamed, profiles, schedule } from "../src/engine";
import type { Cents, Decimals, Method, Profile, ScheduleRow } from "../src/engine";
import { assetTerms, type AssetArguments } from "./asset-terms";
import { cellError, handOnErrors, isBlank, isMatrix, orCellError, plain } from "./cell";
import { dateSystemOf, optionsFrom, type Options } from "./options";
import { periodCell } from "./schedule";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface ComparisonArguments extends AssetArguments {
  readonly methods: unknown;
  readonly options: unknown;
}

/** A column: what the user called it, and its rows. */
interface Compared {
  readonly word: string;
  readonly rows: readonly ScheduleRow[];
}

/** A header row unless the options take it off, one row a period for as long as any column goes on, and the totals. */
export function comparison(argued: ComparisonArguments): unknown[][] {
  handOnErrors({ ...argued });
  const options = optionsFrom(argued.options);
  const decimals = options.decimals ?? 2;
  const columns = wordsIn(argued.methods).map((word) => compared(word, argued, options));
  const longest = columns.reduce<readonly ScheduleRow[]>(
    (most, { rows }) => (rows.length > most.length ? rows : most),
    [],
  );
  const body = longest.map((row, at) => [
    periodCell(row, dateSystemOf(options)),
    ...columns.map(({ rows }) => amountCell(rows[at]?.charge, decimals)),
  ]);
  const totals = columns.map(({ rows }) => cents(rows.reduce((sum, { charge }) => sum + charge, 0)));
  const all = [...body, ["Total", ...totals.map((total) => amountOf(total, decimals))]];
  return options.headers === false ? all : [["Period", ...columns.map(({ word }) => word)], ...all];
}

function wordsIn(methods: unknown): readonly string[] {
  const cells = isMatrix(methods) ? methods.flat() : [methods];
  const words = cells.filter((cell) => !isBlank(cell)).map((cell) => String(plain(cell)));
  if (words.length === 0) throw cellError({ code: "missing", what: "methods" });
  return words;
}

function compared(word: string, argued: AssetArguments, options: Options): Compared {
  const terms = assetTerms(argued, { ...options, ...meantBy(word) });
  return { word, rows: orCellError(schedule(terms)) };
}

// What the word does not say (the method of a profile, the profile of a method) the options say, or our defaults.
function meantBy(word: string): { readonly method: Method } | { readonly profile: Profile } {
  const method = methodNamed(word);
  if (method.ok) return { method: method.value };
  const profile = profileNamed(word);
  if (profile.ok) return { profile: profile.value };
  const known = [...methods, ...profiles].map((entry) => entry.word);
  throw cellError({ code: "unknown-word", what: "method or profile", given: word, known });
}

function amountCell(charge: Cents | undefined, decimals: Decimals): number | "" {
  return charge === undefined ? "" : amountOf(charge, decimals);
}
