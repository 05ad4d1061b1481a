import type { Pace } from "./pace";

/** A year of life of a declining balance. */
export interface YearOfDecline {
  readonly pace: Pace;
  readonly cost: number;
  readonly salvage: number;
  /** 0 is the first. */
  readonly year: number;
  /** Months of life in it. */
  readonly length: number;
}

/** Whether the year would take the book value below salvage, exactly. */
export function isBelow(year: YearOfDecline): boolean {
  const { pace, salvage, length } = year;
  // book value * (12 * bottom - taken * length) / (12 * bottom) < salvage
  return compareBook(year, 12 * pace.bottom - (pace.bottom - pace.keeps) * length, 12 * pace.bottom * salvage) < 0;
}

/**
 * Whether the running total after so many months of the year, exactly, is at least half a unit less than `near`.
 *
 * @param isCapped whether the salvage cuts the year off
 */
export function reaches(near: number, year: YearOfDecline, months: number, isCapped: boolean): boolean {
  const { pace, cost, salvage, length } = year;
  // The total is at least near - 1/2 where what is left is at most half of this.
  const twiceLeft = 2 * (cost - near) + 1;
  if (isCapped) {
    // left = salvage + (book value - salvage) * remaining / length
    const remaining = length - months;
    const limit = length * twiceLeft - 2 * salvage * months;
    return compareBook(year, 2 * remaining, limit) <= 0;
  }
  // left = book value * (12 * bottom - taken * months) / (12 * bottom)
  const part = 12 * pace.bottom - (pace.bottom - pace.keeps) * months;
  return compareBook(year, part, 6 * pace.bottom * twiceLeft) <= 0;
}

/**
 * Negative, 0 or positive, as part * book value at the year's start is less than, equal to or more than the limit; both
 * are whole and safe. In doubles while every product is safe, and so exact.
 */
function compareBook({ pace, cost, year }: YearOfDecline, part: number, limit: number): number {
  let left = cost * part;
  let right = limit;
  for (let at = 0; at < year; at += 1) {
    left *= pace.keeps;
    right *= pace.bottom;
  }
  if (left <= Number.MAX_SAFE_INTEGER && Math.abs(right) <= Number.MAX_SAFE_INTEGER) return left - right;
  const exponent = BigInt(year);
  const exactLeft = BigInt(cost) * BigInt(part) * BigInt(pace.keeps) ** exponent;
  const difference = exactLeft - BigInt(limit) * BigInt(pace.bottom) ** exponent;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
