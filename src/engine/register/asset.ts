import { assert } from "../assert";
import type { AssetTerms, Dated } from "../asset";
import type { AssetBook } from "../books";
import { bookOf } from "../books";
import type { Day } from "../day";
import { frequencies, type Frequency } from "../frequency";
import type { Decimals } from "../money";
import type { Problem } from "../problem";
import { fail, ok, type Result } from "../result";
import { historyOf, type History } from "./history";

/** A row of a register. What a register does not say is "". */
export interface RegisterAsset {
  readonly id: string;
  readonly description: string;
  readonly assetClass: string;
  /** The day from which its cost is in the books; the in-service date where it is left out. */
  readonly acquired?: Day;
  /** With dates; its opening balances and its events are in them. Or what keeps the row from being read. */
  readonly terms: Result<AssetTerms>;
  /** The id of the asset that it is a component of. */
  readonly parent: string;
  readonly currency: string;
  readonly costCentre: string;
}

/** Terms with dates, as every computed row of a register has them. */
export type DatedTerms = AssetTerms & { readonly dated: Dated };

/** What the engine made of a row that can be computed. */
export interface Books {
  readonly terms: DatedTerms;
  readonly book: AssetBook;
  readonly history: History;
}

export type OpenBook = (terms: DatedTerms) => Result<AssetBook>;

/** A row of the register with its books, or with the problem that keeps it from having any. */
export interface KeptAsset {
  /** 0-based, in the order in which the rows were given. */
  readonly row: number;
  readonly asset: RegisterAsset;
  /** Opened anew each time: to keep the books of a large register takes longer than to open them twice. */
  readonly books: () => Result<Books>;
  /** What keeps the row from being computed; found once. */
  readonly problem: () => Problem | undefined;
}

/** Rows that go together. */
export interface Register {
  readonly assets: readonly KeptAsset[];
  /** Of every amount. */
  readonly decimals: Decimals;
  /** "" where no row names one. */
  readonly currency: string;
}

/** A row that is missing from every total, and why. */
export interface NotComputed {
  readonly row: number;
  readonly id: string;
  readonly problem: Problem;
}

/**
 * Takes the rows together; their books go by the month. A row that cannot be computed carries its problem and stops no
 * other one. Problem: mixed, where the rows have more than one currency or number of decimals.
 *
 * @param open how an asset's book is worked out
 */
export function openRegister(assets: readonly RegisterAsset[], open: OpenBook = bookOf): Result<Register> {
  const currency = theOne(
    "currency",
    assets.map((asset) => asset.currency).filter((word) => word !== ""),
  );
  if (!currency.ok) return currency;
  const terms = assets.flatMap((asset) => (asset.terms.ok ? [asset.terms.value] : []));
  const decimals = theOne(
    "number of decimals",
    terms.map((one) => one.decimals),
  );
  if (!decimals.ok) return decimals;
  return ok({
    assets: assets.map((asset, row) => kept(asset, row, open)),
    decimals: decimals.value ?? 2,
    currency: currency.value ?? "",
  });
}

/** The rows that are in no total. */
export function notComputed({ assets }: Register): readonly NotComputed[] {
  return assets.flatMap(({ row, asset, problem }) => {
    const found = problem();
    return found === undefined ? [] : [{ row, id: asset.id, problem: found }];
  });
}

/** What stands before a sum: a row that cannot be computed never leaves a clean total. */
export function totalLabel(missing: number): string {
  if (missing === 0) return "Total";
  return `Total (${missing} ${missing === 1 ? "row" : "rows"} not computed)`;
}

function theOne<T extends string | number>(what: string, given: readonly T[]): Result<T | undefined> {
  const [first] = given;
  const other = given.find((one) => one !== first);
  if (first === undefined || other === undefined) return ok(first);
  return fail({ code: "mixed", what, first: String(first), second: String(other) });
}

// One for all, for a large register keeps nothing else of each asset.
const computed: { readonly problem: undefined } = { problem: undefined };

function kept(asset: RegisterAsset, row: number, open: OpenBook): KeptAsset {
  let known: { readonly problem: Problem | undefined } | undefined;
  const books = (): Result<Books> => {
    const opened = booksOf(asset, open);
    known = opened.ok ? computed : opened;
    return opened;
  };
  const problem = (): Problem | undefined => {
    if (known === undefined) books();
    return known?.problem;
  };
  return { row, asset, books, problem };
}

function theMonth(): Frequency {
  const found = frequencies.find(({ months }) => months === 1);
  assert(found !== undefined, "there is a frequency of one month");
  return found;
}

const monthly = theMonth();

function booksOf(asset: RegisterAsset, open: OpenBook): Result<Books> {
  if (!asset.terms.ok) return asset.terms;
  const terms = monthlyTerms(asset.terms.value);
  if (terms === undefined) return fail({ code: "missing", what: "in service" });
  const book = open(terms);
  if (!book.ok) return book;
  return ok({ terms, book: book.value, history: historyOf(asset, terms, book.value) });
}

// A register of a hundred thousand rows has them monthly already, and copies nothing.
function monthlyTerms(given: AssetTerms): DatedTerms | undefined {
  if (!isDated(given)) return undefined;
  return withoutEmptyOpening(given.frequency === monthly ? given : { ...given, frequency: monthly });
}

function isDated(terms: AssetTerms): terms is DatedTerms {
  return terms.dated !== undefined;
}

// An opening amount of nothing before the asset is in service says only that the books began earlier: the asset is an
// addition like any other.
function withoutEmptyOpening(terms: DatedTerms): DatedTerms {
  if (terms.opening === undefined) return terms;
  const { opening, ...rest } = terms;
  return opening.accumulated !== 0 || opening.asOf >= terms.dated.inService ? terms : rest;
}
