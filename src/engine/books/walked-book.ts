import type { AssetTerms } from "../asset";
import { checkedAsset } from "../asset-terms";
import type { Day } from "../day";
import { cents } from "../money";
import { fail, ok, type Result } from "../result";
import { walkOf } from "../walk/walk-of";
import { firstMovement, nothing, type AssetBook, type Balances, type Movement } from "./book";

/**
 * The books of an asset to which something happens in mid-life, or whose rules take every step of it. Problems: those of
 * its schedule, and needs-start.
 */
export function walkedBook(terms: AssetTerms): Result<AssetBook> {
  const { dated, opening, events = [] } = terms;
  if (dated === undefined) return fail({ code: "needs-start", what: "a book" });
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  const walked = walkOf(terms, asset.value);
  if (!walked.ok) return walked;
  const begin = opening?.asOf ?? firstOf(dated.inService, events);
  const first = firstMovement(asset.value, opening === undefined ? "acquisition" : "opening", begin);
  const { rows, movements } = walked.value;
  const all = [first, ...movements];
  return ok({ rows, movements: all, balancesAt: balancesIn(all), lastDay: rows.at(-1)?.lastDay });
}

// What happens to an asset before it is in service happens to a cost that is in the books by then.
function firstOf(inService: Day, events: readonly { readonly date: Day }[]): Day {
  return events.reduce((first, { date }) => (date < first ? date : first), inService);
}

function balancesIn(movements: readonly Movement[]): (day: Day) => Balances {
  return (day) => movements.filter((movement) => movement.day <= day).reduce(sum, nothing);
}

function sum(balances: Balances, movement: Balances): Balances {
  return {
    cost: cents(balances.cost + movement.cost),
    accumulated: cents(balances.accumulated + movement.accumulated),
    impairment: cents(balances.impairment + movement.impairment),
    surplus: cents(balances.surplus + movement.surplus),
  };
}
