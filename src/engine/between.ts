import type { AssetTerms } from "./asset";
import { checkedAsset } from "./asset-terms";
import { chargesByYear } from "./charges";
import { mostPeriods, type Method } from "./methods";
import { cents, type Cents } from "./money";
import { hasClosedForm } from "./policy/of-terms";
import {
  ceiling,
  compared,
  dividedBy,
  lowest,
  minus,
  nearestWhole,
  plus,
  ratioOf,
  times,
  whole,
  type Ratio,
} from "./ratio";
import { fail, ok, type Result } from "./result";
import { schedule, type ScheduleRow } from "./schedule";
import { undatedLine } from "./time-line";
import type { YearTermsChecked } from "./year-terms";

/**
 * The charge from one age to another, both in years of life and the second not included, in currency units, unrounded: the
 * charges of the years between, with a part of a year taking its part (Microsoft, VDB function). Problems: not-a-number,
 * negative, out-of-range, reversed, and those of the method.
 */
export function chargeBetween(method: Method, terms: YearTermsChecked, from: number, to: number): Result<number> {
  const most = method.yearCount?.(terms) ?? terms.lifeYears;
  const wrong = wrongAge("start", from, most) ?? wrongAge("end", to, most) ?? wrongOrder(from, to);
  if (wrong !== undefined) return wrong;
  const charges = chargesByYear(method, terms);
  if (!charges.ok) return charges;
  const first = Math.floor(from);
  const between = charges.value.slice(first, Math.ceil(to)).map((charge, index) => {
    const age = first + index;
    const length = Math.min(1, most - age);
    return (charge * (Math.min(to, age + length) - Math.max(from, age))) / length;
  });
  return ok(between.reduce((sum, charge) => sum + charge, 0));
}

/**
 * What is charged of an asset without dates at each age in years, in whole minor units: at the end of a row it is the
 * schedule's, inside a year (where there is no closed form: inside a row) it goes evenly. Ages are 0 or more; those beyond
 * the life give what its end does. Problems: those of the terms.
 */
export function accumulatedByAge(terms: AssetTerms): Result<(years: number) => Result<Cents>> {
  const { method } = terms;
  if (method.course === undefined || !hasClosedForm(terms)) return insideRows(terms);
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  const life = method.lifeMonths(asset.value);
  if (!life.ok) return life;
  if (life.value !== undefined && compared(life.value, whole(12 * mostPeriods)) > 0) {
    return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  }
  return ok((years) => {
    const wrong = wrongAge("age", years, Infinity);
    if (wrong !== undefined) return wrong;
    const age = lowest(times(ageOf(years), whole(12)));
    const course = method.course?.(asset.value, undatedLine(life.value, Number(age.bottom)), 0);
    if (course?.ok !== true) return course ?? ok(asset.value.accumulated);
    const end = Number(ceiling(course.value.end));
    return ok(course.value.totalsAt([Math.min(Number(age.top), end)])[0] ?? asset.value.accumulated);
  });
}

// Where there is no closed form, the charge of a row goes evenly inside it.
function insideRows(terms: AssetTerms): Result<(years: number) => Result<Cents>> {
  const rows = schedule(terms);
  if (!rows.ok) return rows;
  return ok((years) => {
    const wrong = wrongAge("age", years, Infinity);
    if (wrong !== undefined) return wrong;
    const age = dividedBy(times(ageOf(years), whole(12)), whole(terms.frequency.months));
    const at = Number(age.top / age.bottom);
    const row: ScheduleRow | undefined = rows.value[at];
    if (row === undefined) return ok(rows.value.at(-1)?.accumulated ?? cents(0));
    const part = minus(age, whole(at));
    return ok(cents(nearestWhole(plus(whole(row.accumulated - row.charge), times(whole(row.charge), part)))));
  });
}

// An age worked out in a cell carries noise, as 0.1 * 30 does. What is less than half a millionth of a billionth of a year is
// none: the parts of a month that an age is counted in must be a safe number.
function ageOf(years: number): Ratio {
  return ratioOf(Number(Number(years.toPrecision(15)).toFixed(15)));
}

function wrongAge(what: string, given: number, most: number): Result<never> | undefined {
  if (!Number.isFinite(given)) return fail({ code: "not-a-number", what, given });
  return given < 0 || given > most ? fail({ code: "out-of-range", what, given, least: 0, most }) : undefined;
}

function wrongOrder(from: number, to: number): Result<never> | undefined {
  return from > to
    ? fail({ code: "reversed", first: String(from), second: String(to), names: ["start", "end"] })
    : undefined;
}
