import {
  type AssetBook,
  type Day,
  type Month,
  type Movement,
  addMonths,
  bookOf,
  cents,
  firstDay,
  lastDay,
  monthOf,
} from "../../engine";
import {
  type Accounts,
  type ChangeWord,
  type EventRow,
  type Events,
  type Register,
  type RegisterAsset,
  type ScheduleLine,
  type ValueLines,
  byMonth,
  changeNamed,
  eventsByAsset,
  unreadEvents,
  valueLines,
} from "../../sheet";
import { bookOfKey } from "../key";
import type { HeldBalances, HeldPosting } from "./holdings";

/** What the register says now of one asset and the months asked for. */
export interface RegisterSide {
  readonly asset: RegisterAsset;
  /** By the month, from a year before the months asked for to a year after: a longer period may reach over their ends. */
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
  /** What the ledger holds of an asset. */
  readonly postingsOf: (asset: string) => readonly HeldPosting[];
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

function sideOf(asset: RegisterAsset, events: readonly EventRow[], given: RegisterGiven): RegisterSide | undefined {
  const { from, to } = given;
  const withEvents = events.length === 0 ? asset : { ...asset, terms: { ...asset.terms, events } };
  const book = bookOf(withEvents.terms);
  if (!book.ok) return undefined;
  const balances = events.length === 0 ? plainBalances(asset, book.value) : eventfulBalances(asset, book.value);
  const settled = settledLines(withEvents, book.value, given);
  const built = settled ?? linesFrom(withEvents, book.value, given, addMonths(from, -12), []);
  if (built === undefined) return undefined;
  const at = settled === undefined ? balances : settledBalances(balances, book.value, settled.lines);
  return {
    asset,
    lines: built.lines,
    byHand: built.byHand.filter(({ day }) => monthOf(day) >= from && monthOf(day) <= to),
    before: at((firstDay(from) - 1) as Day),
    after: at(lastDay(to)),
  };
}

function linesFrom(
  asset: RegisterAsset,
  book: AssetBook,
  { accounts, to }: RegisterGiven,
  from: Month,
  posted: readonly ScheduleLine[],
): ValueLines | undefined {
  const { frequency } = byMonth;
  const built = valueLines(asset, book, { accounts, from, to: addMonths(to, 12), frequency, posted });
  return built.ok ? built.value : undefined;
}

/**
 * The lines of an asset whose terms were changed and whose posted months were said to stay: up to the last posting with
 * such a word the ledger is what was agreed to, and the terms of today go on from there. Undefined where nothing was
 * agreed, or where the terms have changed once more since.
 */
function settledLines(asset: RegisterAsset, book: AssetBook, given: RegisterGiven): ValueLines | undefined {
  const live = ownWhereThereAre(given.postingsOf(asset.id).filter(isLiveCharge));
  const agreed = live.filter((posting) => changeOf(posting) !== undefined).map(({ period }) => period);
  if (agreed.length === 0) return undefined;
  const until = Math.max(...agreed);
  const posted = live.filter(({ period }) => period <= until).map((posting) => lineOf(asset.id, posting));
  const built = linesFrom(asset, book, given, monthOf(asset.inService), posted);
  return built?.difference === undefined ? built : undefined;
}

function isLiveCharge({ isLive, type }: HeldPosting): boolean {
  return isLive && type === "DEPRECIATION";
}

/** What another door added to a period that has charges under our keys was never agreed to. */
function ownWhereThereAre(postings: readonly HeldPosting[]): readonly HeldPosting[] {
  const isOurs = ({ key }: HeldPosting): boolean => key !== undefined && bookOfKey(key) !== undefined;
  const ours = new Set(postings.filter(isOurs).map(({ period }) => monthOf(period)));
  return postings.filter((posting) => isOurs(posting) || !ours.has(monthOf(posting.period)));
}

function lineOf(asset: string, posting: HeldPosting): ScheduleLine {
  const { period, amount, range } = posting;
  const change = changeOf(posting);
  const line = { asset, periodEnd: period, type: "DEPRECIATION", amount, counterAccount: "", memo: "" } as const;
  return {
    ...line,
    ...(range === undefined ? {} : { periodStart: range.first }),
    ...(change === undefined ? {} : { change }),
  };
}

/** The change that a posting names; undefined where it names none that we know. */
function changeOf({ change }: HeldPosting): ChangeWord | undefined {
  const named = change === undefined ? undefined : changeNamed(change);
  return named?.ok === true ? named.value.word : undefined;
}

/** What the books would have, with the charges that were agreed to in the place of their own. */
function settledBalances(balancesAt: BalancesAt, { rows }: AssetBook, lines: readonly ScheduleLine[]): BalancesAt {
  return (asked) => {
    const { cost, accumulated } = balancesAt(asked);
    if (cost === 0) return { cost, accumulated };
    const own = rows.reduce(
      (sum, { lastDay: day, charge }) => (day !== undefined && day <= asked ? sum + charge : sum),
      0,
    );
    const agreed = lines.filter(({ type, periodEnd }) => type === "DEPRECIATION" && periodEnd <= asked);
    const instead = agreed.reduce((sum, { amount }) => sum + amount, 0);
    return { cost, accumulated: cents(accumulated - own + instead) };
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
