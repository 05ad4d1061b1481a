import type { Asset } from "../asset";
import { cents, type Cents } from "../money";
import { whole, type Ratio } from "../ratio";
import type { TimeLine } from "../time-line";
import type { Course } from "./method";

/** How a declining balance declines, as far as estimates need to know. */
export interface NearDecline {
  /** The part of the book value that a full year takes, off by less than 5 * 2^-53 of itself. */
  readonly nearRate: number;
  readonly switchToStraightLine: boolean;
}

/** What estimates are made from; ages in ticks, money in minor units. */
interface Plain extends NearDecline {
  readonly cost: number;
  readonly salvage: number;
  readonly ticksPerYear: number;
  readonly firstYearEnd: number;
  /** Infinity where the life is open. */
  readonly life: number;
}

/** A fiscal year's part of the life. */
interface EstimatedYear {
  readonly from: number;
  readonly to: number;
  readonly bookValue: number;
  readonly charge: number;
  /** How far the book value may be off. */
  readonly error: number;
}

/**
 * The course of an asset without an opening in plain doubles, which decide nearly every cent; `exactly` is asked for the
 * others. Undefined where it is not for it: amounts, lives and rates of an unusual size.
 *
 * The bound, with u = 2^-53: a year's charge is the larger of two, and no more than what is left, so whichever is taken
 * wrongly is as near. It is off by less than 9 * u of itself, and the book value that it leaves by u more and by what the
 * one before was off, for no charge grows faster than the book value. So the bound adds 12 * u of the book value a year;
 * a total adds 16 * u of the cost.
 */
export function estimatedCourse(
  asset: Asset,
  line: TimeLine,
  decline: NearDecline,
  exactly: () => Course,
): Course | undefined {
  const plain = plainOf(asset, line, decline);
  const end = plain === undefined ? undefined : endOf(plain, line);
  if (plain === undefined || end === undefined) return undefined;
  let known: Course | undefined;
  const exactAt = (tick: number): Cents => (known ??= exactly()).totalsAt([tick])[0] ?? asset.accumulated;
  return { end, totalsAt: (ticks) => totalsAt(plain, ticks, exactAt) };
}

const unit = 2 ** -53;
const mostCost = 2 ** 40;
const mostYears = 2_000;

function plainOf(asset: Asset, line: TimeLine, decline: NearDecline): Plain | undefined {
  const { cost, salvage, accumulated, chargedThisYear } = asset;
  if (accumulated > 0 || chargedThisYear !== undefined || cost <= salvage || cost > mostCost) return undefined;
  if (line.life !== undefined && line.life.bottom !== 1n) return undefined;
  const life = line.life === undefined ? Infinity : Number(line.life.top);
  if (life !== Infinity && life > mostYears * line.ticksPerYear) return undefined;
  const firstYearEnd = Math.min(line.firstYear.at(-1) ?? 0, life);
  const { nearRate, switchToStraightLine } = decline;
  const { ticksPerYear } = line;
  return { nearRate, switchToStraightLine, cost, salvage, ticksPerYear, firstYearEnd, life };
}

// Without a life the years end when less than one minor unit is left at the start of one.
function endOf(plain: Plain, line: TimeLine): Ratio | undefined {
  if (line.life !== undefined) return line.life;
  let year = yearFrom(plain, 0, plain.firstYearEnd, plain.cost, 0);
  for (let count = 0; count < mostYears; count += 1) {
    year = yearAfter(plain, year);
    const left = year.bookValue - plain.salvage - 1;
    if (Math.abs(left) <= year.error) return undefined;
    if (left < 0) return whole(year.from);
  }
  return undefined;
}

// Ticks rise, so the years go on from one to the next.
function totalsAt(plain: Plain, ticks: readonly number[], exactAt: (tick: number) => Cents): readonly Cents[] {
  let year = yearFrom(plain, 0, plain.firstYearEnd, plain.cost, 0);
  return ticks.map((tick) => {
    while (tick > year.to && year.to < plain.life) year = yearAfter(plain, year);
    const { from, to, bookValue, charge } = year;
    const part = tick >= to ? 1 : (tick - from) / (to - from);
    const total = plain.cost - bookValue + charge * part;
    const lower = Math.floor(total);
    const beyondHalf = total - lower - 0.5;
    if (Math.abs(beyondHalf) <= year.error + 16 * unit * (plain.cost + 1)) return exactAt(tick);
    return cents(beyondHalf > 0 ? lower + 1 : lower);
  });
}

function yearAfter(plain: Plain, { to, bookValue, charge, error }: EstimatedYear): EstimatedYear {
  return yearFrom(
    plain,
    to,
    Math.min(to + plain.ticksPerYear, plain.life),
    bookValue - charge,
    error + 12 * unit * bookValue,
  );
}

function yearFrom(plain: Plain, from: number, to: number, bookValue: number, error: number): EstimatedYear {
  const { nearRate, ticksPerYear, salvage, switchToStraightLine, life } = plain;
  const rest = bookValue - salvage;
  const declining = (bookValue * nearRate * (to - from)) / ticksPerYear;
  const straight = switchToStraightLine && life > from ? (rest * (to - from)) / (life - from) : 0;
  return { from, to, bookValue, charge: Math.min(Math.max(declining, straight), rest), error };
}
