import type { Asset } from "../asset";
import { dividedBy, larger, minus, plus, smaller, times, whole, type Ratio } from "../ratio";
import { withinLife, yearAt, yearStart, type TimeLine } from "../time-line";

/** How a declining balance declines. */
export interface Decline {
  /** The part of the book value that a full year takes, at most 1. */
  readonly rate: Ratio;
  readonly switchToStraightLine: boolean;
}

/** A stretch of life, in ticks, over which a charge goes evenly; money in minor units. */
export interface EvenStretch {
  readonly from: Ratio;
  readonly to: Ratio;
  readonly bookValue: Ratio;
  readonly charge: Ratio;
}

/** The fiscal year that an asset is in when its course begins: the first one, or the rest of one after an opening date. */
export interface BeginningYear {
  /** The book value at the fiscal year's start. */
  readonly bookValueAtStart: Ratio;
  readonly rest: EvenStretch;
}

export function beginningYear(asset: Asset, line: TimeLine, fromTick: number, decline: Decline): BeginningYear {
  const year = yearAt(line, fromTick);
  const from = withinLife(line, yearStart(line, year));
  const span = { from, to: withinLife(line, yearStart(line, year + 1)), now: withinLife(line, fromTick) };
  const bookValue = whole(asset.cost - asset.accumulated);
  const bookValueAtStart =
    asset.chargedThisYear === undefined
      ? inferredStart(asset, line, decline, span, bookValue)
      : plus(bookValue, whole(asset.chargedThisYear));
  const length = minus(span.to, span.from);
  const left = minus(span.to, span.now);
  const yearly = yearCharge(asset, line, decline, span, bookValueAtStart);
  const share = length.top === 0n ? whole(0) : dividedBy(times(yearly, left), length);
  const charge = larger(whole(0), smaller(share, minus(bookValue, whole(asset.salvage))));
  return { bookValueAtStart, rest: { from: span.now, to: span.to, bookValue, charge } };
}

/** A fiscal year's part of the life, and where in it the course begins. */
interface Span {
  readonly from: Ratio;
  readonly to: Ratio;
  readonly now: Ratio;
}

function yearCharge(asset: Asset, line: TimeLine, decline: Decline, { from, to }: Span, bookValue: Ratio): Ratio {
  const length = minus(to, from);
  const rest = minus(bookValue, whole(asset.salvage));
  const declining = dividedBy(times(times(bookValue, decline.rate), length), whole(line.ticksPerYear));
  const remaining = switching(line, decline) ? minus(line.life, from) : undefined;
  const straight =
    remaining === undefined || remaining.top === 0n ? whole(0) : dividedBy(times(rest, length), remaining);
  return smaller(larger(declining, straight), rest);
}

/**
 * The book value at the fiscal year's start where only the one in mid-year is known: the one that these terms bring
 * down to it. Each rule of a year (declining, straight, capped) has its own answer. A rule that charges more needs a
 * higher start, so the larger charge is the larger answer, and the cap the smaller.
 */
function inferredStart(asset: Asset, line: TimeLine, decline: Decline, { from, to, now }: Span, known: Ratio): Ratio {
  const gone = minus(now, from);
  if (gone.top === 0n || minus(to, now).top === 0n) return known;
  const rate = dividedBy(times(decline.rate, gone), whole(line.ticksPerYear));
  const declining = dividedBy(known, minus(whole(1), rate));
  const evenlyOver = (length: Ratio): Ratio => {
    const part = dividedBy(gone, length);
    return dividedBy(minus(known, times(whole(asset.salvage), part)), minus(whole(1), part));
  };
  const straight = switching(line, decline) ? evenlyOver(minus(line.life, from)) : known;
  return larger(known, smaller(larger(declining, straight), evenlyOver(minus(to, from))));
}

/** Whether this course can change to the straight line, which needs a life to run over. */
export function switching(line: TimeLine, decline: Decline): line is TimeLine & { readonly life: Ratio } {
  return decline.switchToStraightLine && line.life !== undefined;
}
