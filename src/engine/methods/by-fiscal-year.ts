import type { Asset } from "../asset";
import { cents, type Cents } from "../money";
import { dividedBy, halfUp, larger, minus, plus, ratio, smaller, times, type Ratio } from "../ratio";
import { ok, type Result } from "../result";
import { withinLife, yearAt, yearStart, type TimeLine } from "../time-line";
import type { Course } from "./method";

/** How a declining balance declines. */
export interface Decline {
  /** The part of the book value that a full year takes, at most 1. */
  readonly rate: Ratio;
  readonly switchToStraightLine: boolean;
}

/**
 * The course of a method that goes by fiscal year: a year takes its part of the book value at its start, evenly over
 * its months of life. Cap and switch are tested once a fiscal year.
 */
export function courseByFiscalYear(asset: Asset, line: TimeLine, fromTick: number, decline: Decline): Result<Course> {
  const years = fiscalYears(asset, line, fromTick, decline);
  const end = years.at(-1)?.to ?? withinLife(line, fromTick);
  return ok({ end, totalsAt: (ticks) => totals(asset, years, line, ticks) });
}

/** The part of a fiscal year that belongs to the life. */
interface FiscalYear {
  readonly from: Ratio;
  readonly to: Ratio;
  readonly bookValue: Ratio;
  readonly charge: Ratio;
}

function fiscalYears(asset: Asset, line: TimeLine, fromTick: number, decline: Decline): readonly FiscalYear[] {
  const years: FiscalYear[] = [];
  const salvage = whole(asset.salvage);
  let year = yearAt(line, fromTick);
  let bookValue = bookValueAtYearStart(asset, line, fromTick, decline);
  for (;;) {
    const from = withinLife(line, yearStart(line, year));
    const to = withinLife(line, yearStart(line, year + 1));
    if (line.life === undefined ? isSpent(bookValue, salvage) : minus(to, from).top === 0n && year > 0) return years;
    const charge = yearCharge(asset, line, decline, { from, to, bookValue });
    years.push({ from, to, bookValue, charge });
    bookValue = minus(bookValue, charge);
    year += 1;
  }
}

// Without a life the years end when less than one minor unit is left at the start of one; that rest is left.
function isSpent(bookValue: Ratio, salvage: Ratio): boolean {
  const rest = minus(bookValue, salvage);
  return rest.top < rest.bottom;
}

function yearCharge(asset: Asset, line: TimeLine, decline: Decline, year: Omit<FiscalYear, "charge">): Ratio {
  const { from, to, bookValue } = year;
  const rest = larger(minus(bookValue, whole(asset.salvage)), whole(0));
  const length = minus(to, from);
  const share = dividedBy(length, whole(line.ticksPerYear));
  const declining = times(times(bookValue, decline.rate), share);
  const straight = decline.switchToStraightLine ? straightCharge(rest, length, line, from) : whole(0);
  return smaller(larger(declining, straight), rest);
}

function straightCharge(rest: Ratio, length: Ratio, line: TimeLine, from: Ratio): Ratio {
  if (line.life === undefined || length.top === 0n) return whole(0);
  return dividedBy(times(rest, length), minus(line.life, from));
}

/**
 * The book value with which the fiscal year began, of which only the opening accumulated amount is known: the one that
 * these terms bring down to it. Each rule of the year (declining, straight, capped) has its own answer; a rule that
 * charges more needs a higher beginning, so the larger charge is the larger answer, and the cap the smaller.
 */
function bookValueAtYearStart(asset: Asset, line: TimeLine, fromTick: number, decline: Decline): Ratio {
  const now = whole(asset.cost - asset.accumulated);
  if (asset.chargedThisYear !== undefined) return plus(now, whole(asset.chargedThisYear));
  const year = yearAt(line, fromTick);
  const from = withinLife(line, yearStart(line, year));
  const to = withinLife(line, yearStart(line, year + 1));
  const done = minus(withinLife(line, fromTick), from);
  if (done.top === 0n || done.top === minus(to, from).top) return now;
  const declining = dividedBy(now, minus(whole(1), times(decline.rate, dividedBy(done, whole(line.ticksPerYear)))));
  const evenly = (length: Ratio): Ratio => {
    const part = dividedBy(done, length);
    return dividedBy(minus(now, times(whole(asset.salvage), part)), minus(whole(1), part));
  };
  const straight = decline.switchToStraightLine && line.life !== undefined ? evenly(minus(line.life, from)) : now;
  return larger(now, smaller(larger(declining, straight), evenly(minus(to, from))));
}

function totals(asset: Asset, years: readonly FiscalYear[], line: TimeLine, ticks: readonly number[]): Cents[] {
  let index = 0;
  return ticks.map((tick) => {
    const age = withinLife(line, tick);
    while (index < years.length - 1 && minus(years[index]?.to ?? age, age).top < 0n) index += 1;
    const year = years[index];
    if (year === undefined) return asset.accumulated;
    const length = minus(year.to, year.from);
    const part = length.top === 0n ? whole(1) : smaller(dividedBy(minus(age, year.from), length), whole(1));
    return roundedTotal(minus(whole(asset.cost), minus(year.bookValue, times(year.charge, part))));
  });
}

function roundedTotal(exact: Ratio): Cents {
  return cents(Number(halfUp(exact)));
}

function whole(number: number): Ratio {
  return ratio(BigInt(number));
}
