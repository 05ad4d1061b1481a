/** The charges of one asset as rows: what is posted stays, what is open follows from the terms of today. */
import {
  amountText,
  cents,
  lastDay,
  monthOf,
  monthText,
  ok,
  type AssetBook,
  type Cents,
  type Day,
  type Frequency,
  type Month,
  type Result,
} from "../engine";
import type { Change } from "./changes";
import { rangeText } from "./covered-range";
import { monthlyCharges, stretchesOf, type Stretch } from "./monthly-charges";
import { openingOf, postedHistory, reopened, type PostedHistory } from "./posted-history";
import type { RegisterAsset } from "./register-row";
import type { ScheduleLine } from "./schedule";

export interface ChargeTerms {
  readonly frequency: Frequency;
  readonly from: Month;
  readonly to: Month;
  /** The asset's charges that the ledger holds, with the amounts that it holds. */
  readonly posted: readonly ScheduleLine[];
  /** Where a difference to what is posted goes; undefined as long as nobody has said. */
  readonly change?: Change | undefined;
  readonly accountAt: (day: Day) => string;
}

/** What posted months and the terms of today differ by. */
export interface TermsDifference {
  readonly asset: string;
  readonly posted: Cents;
  readonly computed: Cents;
}

export interface ChargeLines {
  readonly lines: readonly ScheduleLine[];
  /** Where the terms of today give another sum for what is posted. */
  readonly difference?: TermsDifference;
  /** What could not be corrected within the open months: the amount by which it would fall below 0. */
  readonly belowZero?: { readonly month: Month; readonly amount: Cents };
}

/** The rows of the months from..to and every posted one. Problems: those of books that go on from what was posted. */
export function chargeLines(asset: RegisterAsset, book: AssetBook, terms: ChargeTerms): Result<ChargeLines> {
  const { posted, change } = terms;
  const history = postedHistory(asset.terms, book, posted);
  if (!history.ok) return history;
  const { held, computed } = history.value;
  if (held === computed) return ok({ lines: withTotals(asset, terms, openLines(asset, terms, history.value)) });
  const difference = { asset: asset.id, posted: held, computed };
  // Without an answer there is no telling what the open months are.
  if (change === undefined) return ok({ lines: withTotals(asset, terms, []), difference });
  const corrected = corrections[change.goes](asset, terms, history.value, change);
  if (!corrected.ok) return corrected;
  const { lines, belowZero } = corrected.value;
  const all = withTotals(asset, terms, lines);
  return ok({ lines: all, difference, ...(belowZero === undefined ? {} : { belowZero }) });
}

type Corrected = Pick<ChargeLines, "lines" | "belowZero">;
type Correction = (
  asset: RegisterAsset,
  terms: ChargeTerms,
  history: PostedHistory,
  change: Change,
) => Result<Corrected>;

const corrections: Readonly<Record<Change["goes"], Correction>> = { forward: spread, "at-once": caughtUp };

/** From the first open month the book value that is left is spread over the life that is left. */
function spread(asset: RegisterAsset, terms: ChargeTerms, history: PostedHistory, change: Change): Result<Corrected> {
  const { last } = history;
  if (last === undefined) return ok({ lines: openLines(asset, terms, history) });
  const book = reopened(asset.terms, terms.posted, last);
  if (!book.ok) return book;
  const lines = openLines(asset, terms, { ...history, charges: monthlyCharges(book.value) });
  const first = lines.find((line) => isWanted(line, terms));
  return ok({ lines: lines.map((line) => (line === first ? marked(line, change) : line)) });
}

/** The difference comes with the first open period: a row of its own, or netted with its charge where it is negative. */
function caughtUp(asset: RegisterAsset, terms: ChargeTerms, history: PostedHistory, change: Change): Result<Corrected> {
  const lines = openLines(asset, terms, history);
  const { held, computed, last } = history;
  const month = last === undefined ? terms.from : (Math.max(terms.from, monthOf(last) + 1) as Month);
  if (month > terms.to) return ok({ lines });
  const [amount, first] = [cents(computed - held), lines.find(({ periodEnd }) => monthOf(periodEnd) >= month)];
  if (amount > 0)
    return ok({ lines: [...lines, catchUp(asset, terms, first?.periodEnd ?? lastDay(month), amount, change)] });
  const sum = cents((first?.amount ?? 0) + amount);
  if (first === undefined || sum <= 0) return ok({ lines: [], belowZero: { month, amount: sum } });
  const lessened = `less ${amountText(cents(held - computed), asset.terms.decimals)}`;
  const netted = { ...first, amount: sum, memo: `${first.memo}, ${lessened}`, change: change.word };
  return ok({ lines: lines.map((line) => (line === first ? marked(netted, change) : line)) });
}

function catchUp(
  { id, description }: RegisterAsset,
  { accountAt }: ChargeTerms,
  periodEnd: Day,
  amount: Cents,
  change: Change,
): ScheduleLine {
  const memo = `Catch-up ${monthText(monthOf(periodEnd))}, ${description || id}`;
  const line = {
    asset: id,
    periodEnd,
    type: "DEPRECIATION",
    amount,
    counterAccount: accountAt(periodEnd),
    memo,
  } as const;
  return marked(line, change);
}

function marked(line: ScheduleLine, { word, inMemo }: Change): ScheduleLine {
  return { ...line, change: word, memo: `${line.memo} (${inMemo})` };
}

/** The rows of all open months up to `to`, those before `from` too: what is charged to date counts them. */
function openLines(asset: RegisterAsset, terms: ChargeTerms, history: PostedHistory): readonly ScheduleLine[] {
  const yearEnd = asset.terms.dated?.yearEnd ?? 12;
  const { charges, ranges } = history;
  return stretchesOf({ ...terms, charges, yearEnd, taken: ranges }).map((stretch) => lineOf(asset, stretch));
}

function lineOf({ id, description }: RegisterAsset, { first, last, charge, account }: Stretch): ScheduleLine {
  return {
    asset: id,
    periodStart: first,
    periodEnd: last,
    type: "DEPRECIATION",
    amount: charge,
    counterAccount: account,
    memo: `Depreciation ${rangeText({ first, last })}, ${description || id}`,
  };
}

/** Posted and open rows by date with what is charged to date; of the open ones those that are wanted. */
function withTotals(asset: RegisterAsset, terms: ChargeTerms, open: readonly ScheduleLine[]): readonly ScheduleLine[] {
  const openedUntil = asset.terms.opening?.asOf ?? -Infinity;
  const posted = new Set(terms.posted);
  let total: number = openingOf(asset.terms);
  return [...terms.posted, ...open]
    .sort((left, right) => left.periodEnd - right.periodEnd)
    .map((line) => {
      if (line.periodEnd > openedUntil) total += line.amount;
      return { line, chargedToDate: cents(total) };
    })
    .filter(({ line }) => posted.has(line) || isWanted(line, terms))
    .map(({ line, chargedToDate }) => ({ ...line, chargedToDate }));
}

function isWanted({ periodEnd }: ScheduleLine, { from, to }: ChargeTerms): boolean {
  const month = monthOf(periodEnd);
  return month >= from && month <= to;
}
