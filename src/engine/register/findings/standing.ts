/** Checks of where an asset stands: at the end of its life, and on a day. */
import { dayText, type Day } from "../../day";
import { amountText, cents, roundedCents, type Cents, type Decimals } from "../../money";
import { disposalDay } from "./charges";
import { amountFigure, checkEach, dayFigure, type Check, type ComputedAsset } from "./finding";

export const valueLeftAtEnd: Check = checkEach<{ left: string; salvage: string; end: string }>({
  code: "value-left-at-end",
  severity: "warning",
  about: "salvage",
  find: (one, { asOf, decimals }) => {
    const end = one.books.book.lastDay;
    if (end === undefined || end > (asOf ?? end) || disposalDay(one) !== undefined) return undefined;
    const [left, salvage] = [bookValueAt(one, end), salvageOf(one, decimals)];
    if (left <= salvage) return undefined;
    const facts = {
      left: amountText(left, decimals),
      salvage: amountText(salvage, decimals),
      end: dayText(end),
    };
    return { facts, value: amountFigure(left), expected: amountFigure(salvage) };
  },
  wording: ({ left, salvage, end }) =>
    `The life ends on ${end} with a book value of ${left}, which is more than the salvage of ${salvage}.`,
});

/** IAS 16.79(b) encourages entities to tell the gross carrying amount of what is fully depreciated and still in use. */
export const fullyDepreciated: Check = checkEach<{ cost: string; day: string }>({
  code: "fully-depreciated-in-use",
  severity: "note",
  about: "life",
  find: (one, { asOf, decimals }) => {
    const { terms, history } = one.books;
    const day = asOf ?? terms.opening?.asOf;
    if (day === undefined || day < terms.dated.inService) return undefined;
    const { cost, accumulated } = history.balancesAt(day);
    if (cost === 0 || accumulated === 0 || bookValueAt(one, day) > salvageOf(one, decimals)) return undefined;
    const facts = { cost: amountText(cost, decimals), day: dayText(day) };
    return { facts, value: amountFigure(cost), expected: dayFigure(day) };
  },
  wording: ({ cost, day }) =>
    `The asset with a cost of ${cost} is fully depreciated on ${day} and still in use (IAS 16.79(b)).`,
});

export const disposedBeforeAcquired: Check = checkEach<{ disposed: string; acquired: string }>({
  code: "disposed-before-acquired",
  severity: "error",
  about: "event",
  find: ({ asset, books: { terms, history } }) => {
    if (history.isPlain) return undefined;
    const acquired = asset.acquired ?? terms.dated.inService;
    const sale = history.changes().find(({ kind, day }) => kind === "disposal" && day < acquired);
    if (sale === undefined) return undefined;
    const facts = { disposed: dayText(sale.day), acquired: dayText(acquired) };
    return { facts, value: dayFigure(sale.day), expected: dayFigure(acquired) };
  },
  wording: ({ disposed, acquired }) =>
    `The disposal is dated ${disposed}, but must not be before the asset was acquired, which is ${acquired}.`,
});

function bookValueAt({ books: { history } }: ComputedAsset, day: Day): Cents {
  const { cost, accumulated, impairment } = history.balancesAt(day);
  return cents(cost - accumulated - impairment);
}

/** The salvage of the terms, which came through the door. */
function salvageOf({ books: { terms } }: ComputedAsset, decimals: Decimals): Cents {
  const read = roundedCents(terms.salvage, decimals, "salvage");
  return read.ok ? read.value : cents(0);
}
