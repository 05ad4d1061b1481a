import type { Convention } from "../conventions";
import { dayOfMonth, type Day } from "../day";
import { gridOf } from "../periods";
import { whole } from "../ratio";
import { datedLine, monthsToYearEnd } from "../time-line";
import type { Frequency } from "../frequency";

/** The first fiscal year of a life in ticks, as its time line has them. */
export interface FirstYear {
  readonly ticksPerMonth: number;
  readonly ticks: number;
  /** The periods that it has, in runs of periods with as many ticks. */
  readonly runs: readonly { readonly ticks: number; readonly count: number }[];
}

/**
 * The first fiscal years that assets have had so far. There are few: a convention looks at the months to the year's end,
 * at the day of the month in service, and at the life where that is shorter than a year.
 */
export class FirstYears {
  private readonly known = new Map<Convention, (FirstYear | undefined)[]>();

  constructor(private readonly frequency: Frequency) {}

  of(convention: Convention, inService: Day, yearEnd: number, lifeMonths: number): FirstYear {
    const life = lifeMonths < 12 ? lifeMonths : 12;
    const place = (monthsToYearEnd(inService, yearEnd) * 32 + dayOfMonth(inService)) * 13 + life;
    const ofConvention = this.ofConvention(convention);
    return (ofConvention[place] ??= firstYear(convention, inService, yearEnd, life, this.frequency));
  }

  private ofConvention(convention: Convention): (FirstYear | undefined)[] {
    const known = this.known.get(convention);
    if (known !== undefined) return known;
    const made = Array<FirstYear | undefined>(13 * 32 * 13).fill(undefined);
    this.known.set(convention, made);
    return made;
  }
}

function firstYear(
  convention: Convention,
  inService: Day,
  yearEnd: number,
  lifeMonths: number,
  frequency: Frequency,
): FirstYear {
  const line = datedLine(inService, yearEnd, convention, whole(lifeMonths));
  const { firstLength, length } = gridOf({ dated: { inService, yearEnd, convention }, frequency });
  const runs: { ticks: number; count: number }[] = [];
  let before = 0;
  for (let end = firstLength; end < line.firstYear.length; end += length) {
    const gone = line.firstYear[end] ?? 0;
    const last = runs.at(-1);
    if (last?.ticks === gone - before) last.count += 1;
    else runs.push({ ticks: gone - before, count: 1 });
    before = gone;
  }
  return { ticksPerMonth: line.ticksPerMonth, ticks: before, runs };
}
