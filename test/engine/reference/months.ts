import { anniversary, daysBy30, dayNumber, monthStart, type CivilDay } from "./calendar";
import { Fraction, one, twelve, zero } from "./fraction";

/** One calendar month of an asset's life. */
export interface MonthOfLife {
  /** How much of a month of life falls into it. */
  readonly life: Fraction;
  /** The fiscal year it lies in, counted from 0. */
  readonly fiscalYear: number;
}

/** An asset's place in the calendar. */
export interface InYears {
  readonly inService: CivilDay;
  readonly yearEnd: number;
  readonly convention: string;
  /** How days become years, where the convention goes by days. */
  readonly dayCount?: string;
}

/** What the reference needs to know of an asset in time; without a life it goes on. */
export interface InTime {
  readonly lifeMonths?: Fraction;
  readonly dated?: InYears;
}

/** The months of an asset, from the one in service to the last that has any life; without a life, so many of them. */
export function monthsOfLife(inTime: InTime, most = Infinity): readonly MonthOfLife[] {
  const found: MonthOfLife[] = [];
  const room = roomOf(inTime);
  const length = firstYearLength(inTime.dated);
  let left = inTime.lifeMonths;
  for (let month = 0; month < most && (left === undefined || zero.isBelow(left)); month += 1) {
    const life = room(month, left);
    found.push({ life, fiscalYear: month < length ? 0 : 1 + Math.floor((month - length) / 12) });
    left = left?.subtract(life);
  }
  return found;
}

/** How many months the first fiscal year has from the month in service. */
export function firstYearLength(dated: InYears | undefined): number {
  if (dated === undefined) return 12;
  let length = 1;
  for (let { month } = dated.inService; month !== dated.yearEnd; month = (month % 12) + 1) length += 1;
  return length;
}

/** Months of life in each month of the calendar, where so many are left. */
function roomOf({ dated, lifeMonths }: InTime): (month: number, left: Fraction | undefined) => Fraction {
  if (dated?.convention === "actual-days") return roomByDays(dated, lifeMonths);
  const inFirstYear = dated === undefined ? [] : firstYearOf(dated, lifeMonths);
  return (month, left) => {
    const room = inFirstYear[month] ?? one;
    return left === undefined ? room : room.min(left);
  };
}

function firstYearOf(dated: InYears, life: Fraction | undefined): readonly Fraction[] {
  const length = firstYearLength(dated);
  const even = (months: Fraction): Fraction[] =>
    Array.from({ length }, () => (life === undefined ? months : months.min(life)).divide(Fraction.whole(length)));
  const after = (first: Fraction): Fraction[] => Array.from({ length }, (_, month) => (month === 0 ? first : one));
  const rules: Readonly<Record<string, () => Fraction[]>> = {
    "full-month": () => after(one),
    "half-year": () => even(Fraction.whole(6)),
    "full-year": () => even(twelve),
    "mid-quarter": () => even(new Fraction(BigInt(Math.ceil(length / 3) * 6 - 3), 2n)),
    "next-month": () => after(zero),
    "mid-month": () => after(new Fraction(1n, 2n)),
    "nearest-month": () => after(dated.inService.day <= 15 ? one : zero),
  };
  const rule = rules[dated.convention];
  if (rule === undefined) throw new Error(`the reference knows no convention ${dated.convention}`);
  return rule();
}

// A day is a part of a year of life; the month in which the life ends takes what is left of it.
function roomByDays(dated: InYears, life: Fraction | undefined): (month: number, left?: Fraction) => Fraction {
  const { inService, dayCount = "actual" } = dated;
  const begin = dayNumber(inService);
  const end = life === undefined ? Infinity : anniversary(inService, Number(life.top / life.bottom)) - 1;
  const count = dayCounts[dayCount];
  if (count === undefined) throw new Error(`the reference knows no day count ${dayCount}`);
  return (month, left) => {
    const [first, last] = [Math.max(begin, monthStart(inService, month)), monthStart(inService, month + 1) - 1];
    if (left !== undefined && last >= end) return left;
    const room = count({ first, last, year: yearAround(dated, month), begin, end, life });
    return left === undefined ? room : room.min(left);
  };
}

interface Days {
  readonly first: number;
  readonly last: number;
  /** How long the fiscal year is. */
  readonly year: number;
  readonly begin: number;
  readonly end: number;
  readonly life: Fraction | undefined;
}

const inYearsOf = (days: number, year: number): Fraction => new Fraction(BigInt(12 * days), BigInt(year));

const dayCounts: Readonly<Record<string, (days: Days) => Fraction>> = {
  actual: ({ first, last, year }) => inYearsOf(last - first + 1, year),
  "actual/365": ({ first, last }) => inYearsOf(last - first + 1, 365),
  "actual/360": ({ first, last }) => inYearsOf(last - first + 1, 360),
  "30/360": ({ first, last }) => new Fraction(BigInt(daysBy30(first, last)), 30n),
  life: ({ first, last, year, begin, end, life }) =>
    life === undefined
      ? inYearsOf(last - first + 1, year)
      : life.multiply(new Fraction(BigInt(last - first + 1), BigInt(end - begin + 1))),
};

function yearAround(dated: InYears, month: number): number {
  const length = firstYearLength(dated);
  const after = month < length ? length : length + 12 * (1 + Math.floor((month - length) / 12));
  return monthStart(dated.inService, after) - monthStart(dated.inService, after - 12);
}
