import { bookValue, carrying, isOver, monthsLeft, type Standing } from "../events/standing";
import type { Movement } from "../books/book";
import type { Day } from "../day";
import { cents, type Cents } from "../money";
import { compared, lowest, minus, plus, smaller, times, whole, type Ratio } from "../ratio";
import type { ScheduleRow } from "../schedule";
import type { Lifetime, Slice } from "../time/time";
import type { Stretch } from "./stretch";
import type { Trip } from "./trip";
import type { Watch } from "./watch";

/** How far a walk has come. It is the one thing in the engine that changes as it goes. */
export interface Path {
  standing: Standing;
  lifetime: Lifetime;
  stretch: Stretch | undefined;
  /** Which part of the life the declining base belongs to. */
  base: number;
  /** The next event of the trip. */
  next: number;
  /** Months of life since the stretch began. */
  gone: Ratio;
  /** The exact accumulated amount now, and where the last posting left it. */
  exact: Ratio;
  posted: Ratio;
  /** Since the last posting: days of the calendar, and the days or months of life that were charged. */
  days: number;
  units: Ratio;
  /** The last day that was charged; nothing without dates. */
  lastDay: Day | undefined;
  /** The months of life that the fiscal year has, and which one it is. */
  year: { readonly fiscalYear: number; readonly months: () => Ratio };
  /** Likewise of the row, where a row has a charge of its own. */
  row: { readonly number: number; readonly months: () => Ratio };
  rows: ScheduleRow[];
  movements: Movement[];
  watch: Watch | undefined;
}

/** The months of life that a slice takes of those that are left. */
export function lifeIn(
  { standing }: Pick<Path, "standing">,
  { room, endsLife }: Slice,
  left: Ratio | undefined,
): Ratio {
  if (standing.isStopped) return whole(0);
  if (left === undefined) return room;
  return endsLife ? left : smaller(room, left);
}

/** The standing as it is now, with the stretch's charges in it. */
export function settled({ standing, gone, exact }: Path): Standing {
  const { pattern } = standing;
  return { ...standing, exact: lowest(exact), pattern: { ...pattern, age: lowest(plus(pattern.age, gone)) } };
}

/** Goes through a slice: its months of life, and what they charge exactly. */
export function pass(path: Path, trip: Trip, slice: Slice): void {
  const { stretch, standing, watch, gone: from, exact: before } = path;
  if (stretch === undefined) return;
  const left = leftAt(path);
  const life = times(lifeIn(path, slice, left), trip.monthsCount(slice));
  path.gone = lowest(plus(path.gone, life));
  const isLast = left !== undefined && compared(life, left) >= 0;
  path.exact = plus(standing.exact, stretch.at(path.gone, isLast));
  path.lastDay = slice.span?.lastDay;
  path.units = lowest(plus(path.units, slice.units));
  path.days += slice.span === undefined ? 0 : slice.span.lastDay - slice.span.firstDay + 1;
  if (watch?.row !== slice.row) return;
  watch.passed({ slice, standing, stretch, from, to: path.gone, charge: minus(path.exact, before) });
}

/** Months of life that are left; undefined where the life is open. */
export function leftAt({ standing, gone }: Path): Ratio | undefined {
  const left = monthsLeft(standing);
  return left === undefined ? undefined : minus(left, gone);
}

/** Posts what was charged since the last posting, as the rounding has it. */
export function post(path: Path, trip: Trip, slice: Slice): void {
  const { rounding } = trip.policy;
  const now = settled(path);
  const posted = path.standing.accumulated;
  const unrounded = {
    before: path.posted,
    after: path.exact,
    posted,
    units: path.units,
    decimals: trip.asset.decimals,
    endsYear: slice.endsYear,
    endsLife: isOver(now),
  };
  const accumulated = rounding.accumulated(unrounded);
  const kept = Math.max(posted, Math.min(accumulated, Math.max(posted, mostAccumulated(now))));
  if (path.watch?.row === slice.row) path.watch.posted({ ...unrounded, accumulated: kept });
  charge(path, trip, slice, kept - posted);
  path.standing = { ...path.standing, accumulated: kept };
  if (rounding.goesOnRounded) restart(path, { ...now, exact: whole(kept), accumulated: kept });
  path.posted = path.exact;
  path.days = 0;
  path.units = whole(0);
}

/** Ends the stretch here: what follows goes on from this standing. */
export function restart(path: Path, standing: Standing): void {
  path.standing = standing;
  path.exact = standing.exact;
  path.gone = whole(0);
  path.stretch = undefined;
}

// Roundings that go period by period must not go below salvage either; methods that know none go down to nothing.
function mostAccumulated({ cost, impairment, salvage, pattern: { rule } }: Standing): number {
  const knowsSalvage = rule.by !== "charges" && rule.by !== "year-amounts";
  const floor = knowsSalvage ? salvage : whole(0);
  return cost - impairment - Number((floor.top + floor.bottom - 1n) / floor.bottom);
}

function charge(path: Path, trip: Trip, slice: Slice, amount: number): void {
  chargeOn(path, trip, slice, amount, postingDay(path, trip, slice));
}

/** Charges an amount on a day of its own, beside what the formula charges. */
export function chargeAtOnce(path: Path, trip: Trip, slice: Slice, amount: number, day: Day): void {
  const most = Math.min(amount, mostAccumulated(path.standing) - path.standing.accumulated);
  const charged = Math.max(0, most);
  if (path.watch?.row === slice.row) path.watch.caughtUp(charged);
  chargeOn(path, trip, slice, charged, day);
  const { standing } = path;
  const accumulated = standing.accumulated + charged;
  restart(path, { ...standing, accumulated, exact: plus(standing.exact, whole(charged)) });
}

function chargeOn(path: Path, trip: Trip, slice: Slice, amount: number, day: Day | undefined): void {
  const row = rowOf(path, trip, slice);
  const accumulated = cents(path.standing.accumulated + amount);
  const closing = cents(row.closing - amount);
  replace(path, { ...row, charge: cents(row.charge + amount), accumulated, closing });
  if (day !== undefined) path.movements.push({ ...noMovement, day, kind: "depreciation", accumulated: cents(amount) });
}

// A charge is posted on the last day of its row, or of what was charged of it; or, in advance, on the row's first day.
function postingDay(path: Path, { time, policy }: Trip, slice: Slice): Day | undefined {
  if (path.lastDay === undefined) return undefined;
  const row = time.rowSpan(slice.row);
  if (policy.posting === "advance") return row?.firstDay;
  return slice.endsRow && slice.span?.lastDay === path.lastDay ? row?.lastDay : path.lastDay;
}

/** The row of a slice as it is so far. */
export function rowOf(path: Path, { time }: Trip, { row }: Slice): ScheduleRow {
  const known = path.rows.at(-1);
  if (known?.period === row) return known;
  const book = bookValue(path.standing);
  const begun = {
    period: row,
    ...time.rowSpan(row),
    opening: book,
    charge: cents(0),
    accumulated: cents(path.standing.accumulated),
    closing: book,
  };
  path.rows.push(begun);
  return begun;
}

/** Puts the row in the place of the one that it grew from. */
export function replace(path: Path, row: ScheduleRow): void {
  path.rows[path.rows.length - 1] = row;
}

const zero: Cents = cents(0);

export const noMovement = {
  cost: zero,
  accumulated: zero,
  impairment: zero,
  surplus: zero,
  proceeds: zero,
  profit: zero,
};

/** Whether an open life has ended: less than one minor unit is left at a fiscal year's start, and that is left. */
export function isSpent(standing: Standing): boolean {
  return compared(minus(carrying(standing), standing.salvage), whole(1)) < 0;
}
