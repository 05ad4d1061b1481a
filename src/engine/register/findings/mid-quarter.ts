import { addMonths, dayText, lastDay, monthOf, type Day, type Month } from "../../day";
import { check, textFigure, type Check, type ComputedAsset, type Found, type Scope } from "./finding";
import { disposalDay } from "./charges";
import { realPropertyYears, macrsYears } from "./macrs";

/**
 * The mid-quarter convention is due where more than 40 % of the bases placed in service in a tax year came in its last
 * three months; not counted are buildings and what was placed in service and disposed of in the same year (IRS
 * Publication 946, Which Convention Applies?).
 */
export const midQuarterTest: Check = check<Facts>({
  code: "mid-quarter-test",
  severity: "error",
  about: "convention",
  find: (scope) => [...taxYears(scope).values()].flatMap(failures),
  wording: ({ share, year, convention, expected }) =>
    `${share} of what was placed in service in the tax year to ${year} came in its last three months, so the ` +
    `convention must be ${expected}, but is ${convention}.`,
});

type Facts = { readonly share: string; readonly year: string; readonly convention: string; readonly expected: string };

function taxYears(scope: Scope): ReadonlyMap<Month, readonly ComputedAsset[]> {
  const years = new Map<Month, ComputedAsset[]>();
  for (const one of scope.computed) {
    const property = macrsYears(one.books.terms);
    if (property === undefined || property >= realPropertyYears) continue;
    const end = endOfYear(one);
    const sold = disposalDay(one);
    if (sold !== undefined && sold <= lastDay(end)) continue;
    const known = years.get(end);
    if (known === undefined) years.set(end, [one]);
    else known.push(one);
  }
  return years;
}

function failures(assets: readonly ComputedAsset[]): readonly Found<Facts>[] {
  const basis = sumOfCosts(assets);
  const late = sumOfCosts(assets.filter((one) => isLate(one)));
  // Both sums are whole, so the comparison is exact: late / basis > 40 %.
  const expected = 10n * late > 4n * basis ? midQuarter : halfYear;
  const share = basis === 0n ? 0 : Number((late * 10_000n) / basis) / 10_000;
  return assets.flatMap((at) => {
    const { convention } = at.books.terms.dated;
    // Another convention than these two is wrong only where the test asks for mid-quarter.
    if ((convention.word === midQuarter) === (expected === midQuarter)) return [];
    const facts = {
      share: `${(share * 100).toFixed(2)} %`,
      year: dayText(yearEndDay(at)),
      convention: convention.word,
      expected,
    };
    return [{ at, facts, value: textFigure(convention.word), expected: textFigure(expected) }];
  });
}

const midQuarter = "mid-quarter";
const halfYear = "half-year";

function isLate(one: ComputedAsset): boolean {
  return endOfYear(one) - monthOf(one.books.terms.dated.inService) < 3;
}

function yearEndDay(one: ComputedAsset): Day {
  return lastDay(endOfYear(one));
}

function endOfYear({ books: { terms } }: ComputedAsset): Month {
  const { inService, yearEnd } = terms.dated;
  const month = monthOf(inService);
  return addMonths(month, (((yearEnd - 1 - month) % 12) + 12) % 12);
}

function sumOfCosts(assets: readonly ComputedAsset[]): bigint {
  return assets.reduce((sum, { books: { terms, history } }) => {
    const { cost } = history.balancesAt(terms.dated.inService);
    return sum + BigInt(cost);
  }, 0n);
}
