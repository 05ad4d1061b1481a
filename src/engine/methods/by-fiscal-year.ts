import { assert } from "../assert";
import type { Asset } from "../asset";
import { difference, doubleDouble, nearest, product } from "../double-double";
import { amountText, cents, type Cents } from "../money";
import { compared, dividedBy, halfUp, lowest, minus, plus, times, whole, type Ratio } from "../ratio";
import { fail, ok, type Result } from "../result";
import { withinLife, yearAt, yearStart, type TimeLine } from "../time-line";
import { mostPeriods, type Course } from "./method";
import { estimatedCourse, type NearDecline } from "./estimated-years";
import { beginningYear, switching, type Decline, type EvenStretch } from "./fiscal-year";
import { decay, drift, exactBookValue, type Decay, type FullYears } from "./full-years";
import { roundedTotal } from "./rounded-total";

/** How a declining balance declines, nearly and, where that does not decide, exactly. */
export interface Pace extends NearDecline {
  readonly rate: () => Ratio;
}

/** The course of a method that goes by fiscal year, from estimates where they decide. Problem: too-many-periods. */
export function courseByFiscalYear(asset: Asset, line: TimeLine, fromTick: number, pace: Pace): Result<Course> {
  const exactly = (): Result<Course> => exactCourse(asset, line, fromTick, { ...pace, rate: pace.rate() });
  const estimated = fromTick > 0 ? undefined : estimatedCourse(asset, line, pace, () => found(exactly()));
  return estimated === undefined ? exactly() : ok(estimated);
}

function found(course: Result<Course>): Course {
  assert(course.ok, "what can be estimated has a course");
  return course.value;
}

/**
 * The course of a method that goes by fiscal year: a year takes its part of the book value at its start, evenly over
 * its months of life; cap and switch are tested once a fiscal year. The rest of the year in which the course begins is
 * exact arithmetic; the full years after it are a geometric sequence, which estimates decide where they can.
 * Problem: too-many-periods, where an open life would go on for longer than a sheet has rows.
 */
function exactCourse(asset: Asset, line: TimeLine, fromTick: number, decline: Decline): Result<Course> {
  const { bookValueAtStart, rest } = beginningYear(asset, line, fromTick, decline);
  const left = minus(bookValueAtStart, whole(asset.salvage));
  const toCharge = asset.cost - asset.salvage - asset.accumulated;
  // The rest of less than one minor unit with which an open life ends may be there from the beginning.
  if (line.life === undefined && compared(left, whole(1)) < 0) return ok(standing(asset, rest.from));
  if (toCharge <= 0) return ok(standing(asset, line.life ?? rest.from));
  if (switching(line, decline) && compared(rest.from, line.life) === 0) return lifeIsOver(asset, toCharge);
  const years = yearsAfter(asset, line, fromTick, decline, rest);
  const most = line.life === undefined ? mostOpenYears : mostPeriods;
  const course = decay(years, most);
  if (course === undefined) return fail({ code: "too-many-periods", what: "the asset", most });
  const totalAt = (tick: number): Cents =>
    tick <= years.start ? totalWithin(asset, rest, withinLife(line, tick)) : totalAfter(asset, years, course, tick);
  return ok({ end: course.end, totalsAt: (ticks) => ticks.map(totalAt) });
}

// A rate so low that an asset outlives this many years is a slip of the hand, and finding its end would take seconds.
const mostOpenYears = 100_000;

function lifeIsOver({ decimals }: Asset, toCharge: number): Result<Course> {
  return fail({ code: "life-is-over", left: amountText(cents(toCharge), decimals) });
}

function standing(asset: Asset, end: Ratio): Course {
  return { end, totalsAt: (ticks) => ticks.map(() => asset.accumulated) };
}

function yearsAfter(asset: Asset, line: TimeLine, fromTick: number, decline: Decline, rest: EvenStretch): FullYears {
  return {
    ...decline,
    start: yearStart(line, yearAt(line, fromTick) + 1),
    ticksPerYear: line.ticksPerYear,
    ...(line.life === undefined ? {} : { life: line.life }),
    bookValue: lowest(minus(rest.bookValue, rest.charge)),
    salvage: asset.salvage,
  };
}

function totalWithin(asset: Asset, { from, to, charge }: EvenStretch, age: Ratio): Cents {
  const length = minus(to, from);
  const part = length.top === 0n ? whole(1) : dividedBy(minus(age, from), length);
  return cents(Number(halfUp(plus(whole(asset.accumulated), times(charge, part)))));
}

function totalAfter(asset: Asset, years: FullYears, course: Decay, tick: number): Cents {
  const year = Math.ceil((tick - years.start) / years.ticksPerYear) - 1;
  const { evenly, decliningYears } = course;
  if (evenly !== undefined && year >= decliningYears) return totalEvenly(asset, years, course, evenly, tick);
  assert(year < decliningYears, "no period ends after the fiscal year in which the life does");
  return totalInYear(asset, years, course, year, tick);
}

// cost - book value + book value * rate * months gone / 12
function totalInYear(asset: Asset, years: FullYears, course: Decay, year: number, tick: number): Cents {
  const start = years.start + year * years.ticksPerYear;
  const age = years.life === undefined || compared(years.life, whole(tick)) > 0 ? whole(tick) : years.life;
  const keep = minus(whole(1), dividedBy(times(years.rate, minus(age, whole(start))), whole(years.ticksPerYear)));
  const left = product(course.bookValues[year] ?? doubleDouble(0), nearest(keep));
  return roundedTotal({
    value: difference(doubleDouble(asset.cost), left),
    error: asset.cost * drift(year),
    exact: () => minus(whole(asset.cost), times(exactBookValue(years, year), keep)),
  });
}

// cost - salvage - (book value - salvage) * what remains of the stretch
function totalEvenly(
  asset: Asset,
  years: FullYears,
  { bookValues, decliningYears }: Decay,
  { from, to }: { readonly from: number; readonly to: Ratio },
  tick: number,
): Cents {
  const base = asset.cost - asset.salvage;
  if (compared(to, whole(tick)) <= 0) return cents(base);
  const remaining = dividedBy(minus(to, whole(tick)), minus(to, whole(from)));
  const rest = difference(bookValues[decliningYears] ?? doubleDouble(0), doubleDouble(asset.salvage));
  return roundedTotal({
    value: difference(doubleDouble(base), product(rest, nearest(remaining))),
    error: asset.cost * drift(decliningYears),
    exact: () => {
      const exactRest = minus(exactBookValue(years, decliningYears), whole(asset.salvage));
      return minus(whole(base), times(exactRest, remaining));
    },
  });
}
