/**
 * Checks of the charges, the engine's own or those that a schedule sheet or a ledger has. The engine's own cannot be late
 * or leave a month out, so only given ones are looked at for that.
 */
import { dayText, monthOf, monthText, type Day, type Month } from "../../day";
import { amountText, cents, type Cents } from "../../money";
import type { ScheduleRow } from "../../schedule";
import { amountFigure, checkEach, dayFigure, type Check, type ComputedAsset } from "./finding";

export const chargeNotPositive: Check = checkEach<{ amount: string; day: string; count: string }>({
  code: "charge-not-positive",
  severity: "warning",
  about: "charge",
  find: (one, scope) => {
    const own = ownCharges(one);
    const judged = scope.charges === undefined ? [...own.values()].map(amountOfRow) : scope.judged(one);
    const wrong = judged.filter(
      ({ day, amount }) => amount < 0 || (amount === 0 && isDue(own.get(monthOf(day)), scope.charges)),
    );
    const [first] = wrong;
    if (first === undefined) return undefined;
    const { day, amount } = first;
    const due = own.get(monthOf(day))?.row.charge ?? 0;
    const facts = { amount: amountText(amount, scope.decimals), day: dayText(day), count: String(wrong.length) };
    return { facts, value: amountFigure(amount), ...(due > 0 ? { expected: amountFigure(cents(due)) } : {}) };
  },
  wording: ({ amount, day, count }) =>
    `The charge of ${day} is ${amount}, but an asset in service is charged more than 0 each month (${months(count)}).`,
});

export const chargedPastLife: Check = checkEach<{ day: string; amount: string; end: string }>({
  code: "charged-past-life",
  severity: "error",
  about: "charge",
  find: (one, { charges, judged, decimals }) => {
    if (charges === undefined) return undefined;
    const end = one.books.book.lastDay;
    if (end === undefined || disposalDay(one) !== undefined) return undefined;
    const late = judged(one).find(({ day, amount }) => amount !== 0 && monthOf(day) > monthOf(end));
    if (late === undefined) return undefined;
    const facts = { day: dayText(late.day), amount: amountText(late.amount, decimals), end: dayText(end) };
    return { facts, value: dayFigure(late.day), expected: dayFigure(end) };
  },
  wording: ({ day, amount, end }) => `${amount} is charged on ${day}, but the life ended on ${end}.`,
});

export const chargedAfterDisposal: Check = checkEach<{ day: string; amount: string; end: string }>({
  code: "charged-after-disposal",
  severity: "error",
  about: "charge",
  find: (one, { charges, judged, decimals }) => {
    if (charges === undefined) return undefined;
    const end = disposalDay(one);
    if (end === undefined) return undefined;
    const late = judged(one).find(({ day, amount }) => amount !== 0 && monthOf(day) > monthOf(end));
    if (late === undefined) return undefined;
    const facts = { day: dayText(late.day), amount: amountText(late.amount, decimals), end: dayText(end) };
    return { facts, value: dayFigure(late.day), expected: dayFigure(end) };
  },
  wording: ({ day, amount, end }) => `${amount} is charged on ${day}, but the asset was disposed of on ${end}.`,
});

export const holeInMonths: Check = checkEach<{ month: string; count: string; last: string }>({
  code: "hole-in-months",
  severity: "error",
  about: "charge",
  find: (one, { charges, judged }) => {
    if (charges === undefined) return undefined;
    const charged = new Set<Month>(judged(one).map(({ day }) => monthOf(day)));
    const last = Math.max(...charged);
    const missing = [...ownCharges(one)].filter(
      ([month, { row }]) => month < last && row.charge !== 0 && !charged.has(month),
    );
    const [first] = missing;
    if (first === undefined) return undefined;
    const [month, { row, day }] = first;
    const facts = { month: monthText(month), count: String(missing.length), last: monthText(last as Month) };
    return { facts, value: dayFigure(day), expected: amountFigure(row.charge) };
  },
  wording: ({ month, count, last }) =>
    `${month} has no charge, but later months up to ${last} have one (${months(count)} missing).`,
});

/** The day on which nothing was left of it. */
export function disposalDay({ books: { history } }: ComputedAsset): Day | undefined {
  if (history.isPlain) return undefined;
  return history.changes().find(({ kind, day }) => kind === "disposal" && history.balancesAt(day).cost === 0)?.day;
}

interface OwnCharge {
  readonly row: ScheduleRow;
  readonly day: Day;
  readonly isFirst: boolean;
  /** What the rest of the rows, this one included, have to take. */
  readonly left: Cents;
  readonly rowsLeft: number;
}

function ownCharges({ books: { book } }: ComputedAsset): ReadonlyMap<Month, OwnCharge> {
  const { rows } = book;
  const end = rows.at(-1)?.accumulated ?? 0;
  const entries = rows.flatMap((row, at) => {
    if (row.lastDay === undefined) return [];
    const left = cents(end - row.accumulated + row.charge);
    return [
      [monthOf(row.lastDay), { row, day: row.lastDay, isFirst: at === 0, left, rowsLeft: rows.length - at }],
    ] as const;
  });
  return new Map(entries);
}

// A month of 0 is in order where the engine's own is 0 too: in the first month, as conventions have it, and where so
// little is left that rounding leaves some months without a unit.
function isDue(own: OwnCharge | undefined, given: readonly unknown[] | undefined): boolean {
  if (own === undefined) return false;
  if (given !== undefined) return own.row.charge > 0;
  return !own.isFirst && own.left > own.rowsLeft;
}

function amountOfRow({ row, day }: OwnCharge): { readonly day: Day; readonly amount: Cents } {
  return { day, amount: row.charge };
}

function months(count: string): string {
  return count === "1" ? "1 month" : `${count} months`;
}
