import { type AssetBook, type Day, type Month, type Movement, bookOf, cents, firstDay, lastDay } from "../../engine";
import {
  type Accounts,
  type EventRow,
  type Events,
  type Register,
  type RegisterAsset,
  type ScheduleLine,
  eventsByAsset,
  unreadEvents,
  valueLines,
} from "../../sheet";
import type { HeldBalances } from "./holdings";

/** What the register says now of one asset and the months asked for. */
export interface RegisterSide {
  readonly asset: RegisterAsset;
  readonly lines: readonly ScheduleLine[];
  /** What no row can post. */
  readonly byHand: readonly Movement[];
  /** On the day before the first month, and at the end of the last one. */
  readonly before: HeldBalances;
  readonly after: HeldBalances;
}

export interface RegisterGiven {
  readonly register: Register;
  readonly accounts: Accounts;
  readonly events: Events;
  readonly from: Month;
  readonly to: Month;
}

/** The assets that can be computed, in the register's order. Those that cannot are in no list: see `register.ids`. */
export function registerSides(given: RegisterGiven): readonly RegisterSide[] {
  const { register, events } = given;
  if (!events.isReadable) return [];
  const eventsOf = eventsByAsset(events);
  const unread = unreadEvents(events);
  return register.assets.flatMap((asset) => {
    if (unread.has(asset.id)) return [];
    const side = sideOf(asset, eventsOf.get(asset.id) ?? [], given);
    return side === undefined ? [] : [side];
  });
}

function sideOf(
  asset: RegisterAsset,
  events: readonly EventRow[],
  { accounts, from, to }: RegisterGiven,
): RegisterSide | undefined {
  const book = bookOf(events.length === 0 ? asset.terms : { ...asset.terms, events });
  if (!book.ok) return undefined;
  const balances = events.length === 0 ? plainBalances(asset, book.value) : eventfulBalances(asset, book.value);
  return {
    asset,
    ...valueLines(asset, book.value, accounts, from, to),
    before: balances((firstDay(from) - 1) as Day),
    after: balances(lastDay(to)),
  };
}

type BalancesAt = (day: Day) => HeldBalances;

function plainBalances(asset: RegisterAsset, book: AssetBook): BalancesAt {
  const { inService, terms, acquired = inService } = asset;
  return (asked) => {
    const day = atOpening(terms.opening?.asOf, asked);
    if (terms.opening === undefined && day < inService) return unused(asset, acquired, day);
    const { cost, accumulated } = book.balancesAt(day);
    return { cost, accumulated };
  };
}

/**
 * Balances as a ledger of postings has them: charges are accumulated, every other change of the book value is cost. A
 * ledger that knows no impairment account shows the same book value so.
 */
function eventfulBalances(asset: RegisterAsset, book: AssetBook): BalancesAt {
  const { movements } = book;
  const begin = movements[0]?.day ?? asset.inService;
  const kept = movements.filter(({ kind }) => accumulating.has(kind));
  return (asked) => {
    const day = atOpening(asset.terms.opening?.asOf, asked);
    if (day < begin) return unused(asset, asset.acquired ?? begin, day);
    const { cost, accumulated, impairment } = book.balancesAt(day);
    const charged = kept.reduce((sum, one) => (one.day <= day ? sum + one.accumulated : sum), 0);
    return { cost: cents(cost - accumulated - impairment + charged), accumulated: cents(charged) };
  };
}

const accumulating: ReadonlySet<Movement["kind"]> = new Set(["opening", "depreciation", "disposal"]);

/** An opening balance is there on every day before its own. */
function atOpening(opening: Day | undefined, day: Day): Day {
  return opening !== undefined && day < opening ? opening : day;
}

function unused({ cost }: RegisterAsset, acquired: Day, day: Day): HeldBalances {
  return { cost: acquired <= day ? cost : cents(0), accumulated: cents(0) };
}
