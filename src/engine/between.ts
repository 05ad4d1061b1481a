import type { AssetTerms } from "./asset";
import { checkedAsset } from "./asset-terms";
import { chargesByYear } from "./charges";
import { mostPeriods, type Method } from "./methods";
import { cents, type Cents } from "./money";
import { ceiling, compared, nearestWhole, plus, ratioOf, times, whole, lowest, minus } from "./ratio";
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
    const year = first + index;
    const length = Math.min(1, most - year);
    return (charge * (Math.min(to, year + length) - Math.max(from, year))) / length;
  });
  return ok(between.reduce((sum, charge) => sum + charge, 0));
}

/**
 * What is charged of an asset without dates at an age in years, in whole minor units: at the end of a year it is the
 * schedule's, inside a year it goes evenly. Ages beyond the life give what its end does. Problems: those of the terms,
 * negative.
 */
export function accumulatedAtAge(terms: AssetTerms, years: number): Result<Cents> {
  if (!Number.isFinite(years)) return fail({ code: "not-a-number", what: "age", given: years });
  if (years < 0) return fail({ code: "negative", what: "age", given: years });
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  if (terms.method.course === undefined) return insideRows(terms, years);
  const life = terms.method.lifeMonths(asset.value);
  if (!life.ok) return life;
  if (life.value !== undefined && compared(life.value, whole(12 * mostPeriods)) > 0) {
    return fail({ code: "too-many-periods", what: "the asset", most: mostPeriods });
  }
  const age = lowest(times(ratioOf(Number(years.toPrecision(15))), whole(12)));
  const line = undatedLine(life.value, Number(age.bottom));
  const course = terms.method.course(asset.value, line, 0);
  if (!course.ok) return course;
  const end = Number(ceiling(course.value.end));
  return ok(course.value.totalsAt([Math.min(Number(age.top), end)])[0] ?? asset.value.accumulated);
}

// Methods of amounts: a row's charge goes evenly over its year.
function insideRows(terms: AssetTerms, years: number): Result<Cents> {
  const rows = schedule({ ...terms, frequency: { word: "year", aliases: [], label: "Year", months: 12 } });
  if (!rows.ok) return rows;
  const at = Math.floor(years);
  const row: ScheduleRow | undefined = rows.value[at];
  if (row === undefined) return ok(rows.value.at(-1)?.accumulated ?? cents(0));
  const part = minus(ratioOf(years), whole(at));
  return ok(cents(nearestWhole(plus(whole(row.accumulated - row.charge), times(whole(row.charge), part)))));
}

function wrongAge(what: string, given: number, most: number): Result<never> | undefined {
  if (!Number.isFinite(given)) return fail({ code: "not-a-number", what, given });
  return given < 0 || given > most ? fail({ code: "out-of-range", what, given, least: 0, most }) : undefined;
}

function wrongOrder(from: number, to: number): Result<never> | undefined {
  return from > to ? fail({ code: "reversed", first: String(from), second: String(to) }) : undefined;
}
