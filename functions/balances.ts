/** DEPR.ACCUMULATED, DEPR.BOOKVALUE and DEPR.BETWEEN: what is charged by a date or an age, in exact amounts of the currency. */
import {
  accumulatedByAge,
  amountOf,
  bookOf,
  cents,
  dayText,
  exactCents,
  frequencyNamed,
  type AssetTerms,
  type Balances,
  type Cents,
  type Day,
} from "../src/engine";
import { assetTerms, type AssetArguments } from "./asset-terms";
import { dayIfGiven, numberGiven } from "./arguments";
import { cellError, handOnErrors, orCellError, valueError } from "./cell";
import { dateSystemOf, optionsFrom } from "./options";
import { forEachCell, isLeftOut } from "./ranges";

/** The arguments as Excel hands them over: anything, and null where one is left out. */
export interface AsOfArguments extends AssetArguments {
  readonly as_of: unknown;
  readonly options: unknown;
}

export interface BetweenArguments extends AssetArguments {
  readonly from: unknown;
  readonly to: unknown;
  readonly options: unknown;
}

/** What is charged by then, in the shape of `as_of`. */
export function accumulatedCharges(argued: AsOfArguments): unknown[][] {
  return atEach(argued, ({ accumulated }) => accumulated);
}

/** What is not, or not yet, charged by then, in the shape of `as_of`. */
export function bookValues(argued: AsOfArguments): unknown[][] {
  return atEach(argued, ({ cost, accumulated, impairment }) => cents(cost - accumulated - impairment));
}

/** The charges from one date or age to another, in the shape of the two. */
export function chargesBetween(argued: BetweenArguments): unknown[][] {
  handOnErrors({ ...argued });
  const { from, to } = argued;
  if (isLeftOut(from)) throw cellError({ code: "missing", what: "from" });
  if (isLeftOut(to)) throw cellError({ code: "missing", what: "to" });
  const { terms, time } = readAsset(argued);
  return forEachCell({ from, to }, (first, last) => amountOf(time.between(first, last), terms.decimals));
}

type Standing = Pick<Balances, "cost" | "accumulated" | "impairment">;

/** How cells that say when are read, and what the asset is then. */
interface AssetInTime {
  readonly at: (asOf: unknown) => Standing;
  readonly between: (from: unknown, to: unknown) => Cents;
}

function atEach(argued: AsOfArguments, amount: (standing: Standing) => Cents): unknown[][] {
  handOnErrors({ ...argued });
  const { as_of } = argued;
  if (isLeftOut(as_of)) throw cellError({ code: "missing", what: "as_of" });
  const { terms, time } = readAsset(argued);
  return forEachCell({ as_of }, (cell) => amountOf(amount(time.at(cell)), terms.decimals));
}

function readAsset(argued: AssetArguments & { readonly options: unknown }): {
  readonly terms: AssetTerms;
  readonly time: AssetInTime;
} {
  const options = optionsFrom(argued.options);
  const read = assetTerms(argued, options);
  // Months count, unless the terms say something of longer periods.
  const isByRow = read.method.saysEachRow === true || (read.dated === undefined && options.frequency !== undefined);
  const terms = isByRow ? read : { ...read, frequency: orCellError(frequencyNamed("month")) };
  const system = dateSystemOf(options);
  const dayOf = (cell: unknown, what: string): Day => dayIfGiven(cell, what, system) ?? missing(what);
  return { terms, time: terms.dated === undefined ? byAge(terms) : byDate(terms, dayOf) };
}

function byDate(terms: AssetTerms, dayOf: (cell: unknown, what: string) => Day): AssetInTime {
  const book = orCellError(bookOf(terms));
  let charges: readonly { readonly day: Day; readonly accumulated: Cents }[] | undefined;
  return {
    at: (asOf) => {
      const day = dayOf(asOf, "as_of");
      checkKnown(terms, "as_of", day, day);
      return book.balancesAt(day);
    },
    between: (first, last) => {
      const [from, to] = [dayOf(first, "from"), dayOf(last, "to")];
      if (from > to) throw cellError({ code: "reversed", first: dayText(from), second: dayText(to) });
      checkKnown(terms, "from", from, (from - 1) as Day);
      charges ??= book.movements.filter(({ kind }) => kind === "depreciation");
      return cents(
        charges.reduce((sum, { day, accumulated }) => (day >= from && day <= to ? sum + accumulated : sum), 0),
      );
    },
  };
}

// An opening amount does not say when it was charged.
function checkKnown({ opening }: AssetTerms, what: string, given: Day, needed: Day): void {
  if (opening === undefined || needed >= opening.asOf) return;
  throw valueError(
    `${what} is ${dayText(given)}, but what was charged up to the opening date, ${dayText(opening.asOf)}, is known in one sum only. Give a later day.`,
  );
}

function byAge(terms: AssetTerms): AssetInTime {
  const cost = orCellError(exactCents(terms.cost, terms.decimals, "cost"));
  const byAges = orCellError(accumulatedByAge(terms));
  const accumulatedAt = (age: number): Cents => orCellError(byAges(age));
  return {
    at: (asOf) => ({ cost, accumulated: accumulatedAt(ageFrom(asOf, "as_of")), impairment: cents(0) }),
    between: (first, last) => {
      const [from, to] = [ageFrom(first, "from"), ageFrom(last, "to")];
      if (from > to) throw cellError({ code: "reversed", first: String(from), second: String(to) });
      return cents(accumulatedAt(to) - accumulatedAt(from));
    },
  };
}

const mostYears = 9999;

// Without a start a date would be an age of more than forty thousand years.
function ageFrom(cell: unknown, what: string): number {
  const age = numberGiven(cell, what);
  if (age >= 0 && age <= mostYears) return age;
  throw cellError({
    code: "out-of-range",
    what: `${what}, an age in years where no start is given,`,
    given: age,
    least: 0,
    most: mostYears,
  });
}

function missing(what: string): never {
  throw cellError({ code: "missing", what });
}
