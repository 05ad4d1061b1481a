import type { Dated } from "../asset";
import type { Day } from "../day";
import type { AssetEvent } from "../events/event";
import type { Policy } from "../policy/policy";
import { dividedBy, lowest, plus, ratio, times, whole, type Ratio } from "../ratio";
import type { Lifetime, Time } from "../time/time";
import type { DueEvent, Trip } from "./trip";

interface Disposal {
  readonly dated: Dated;
  readonly time: Time;
  readonly life: Trip["life"];
  readonly event: AssetEvent;
  readonly from: Day;
}

const asItIs: Trip["monthsCount"] = () => whole(1);

/** What a month of life counts before a disposal of the whole asset, as the rule of disposals has it. */
export function monthsBeforeDisposal(
  dated: Dated | undefined,
  { disposal }: Policy,
  time: Time,
  life: Trip["life"],
  events: readonly DueEvent[],
): Trip["monthsCount"] {
  const last = events.find(({ event }) => event.type.endsService === true && (event.share ?? 1) === 1);
  if (dated === undefined || last === undefined) return asItIs;
  const given = { dated, time, life, ...last };
  switch (disposal.counts) {
    case "slices":
      return asItIs;
    case "convention":
      return byConvention(given);
    case "days-between-postings":
      return byDaysBetweenPostings(given);
  }
}

/**
 * By the convention, the asset goes in the middle of the year, of the quarter or of the month, whatever its day; bought
 * and sold in one year, nothing is charged (IRS, Publication 946, "Sale or other disposition before the recovery period
 * ends").
 */
function byConvention({ dated, time, event }: Disposal): Trip["monthsCount"] {
  const place = time.placeOf(event.date);
  if (place === undefined) return asItIs;
  const months = dated.convention.monthsBeforeDisposal?.(place.period) ?? place.period;
  const part =
    place.fiscalYear === 0 ? whole(0) : ratio(BigInt(Math.round(2 * months)), BigInt(2 * (place.period + 1)));
  return (slice) => (slice.fiscalYear === place.fiscalYear ? part : whole(1));
}

// The posting before is the last day of the row before or, in the first row, the in-service date itself.
function byDaysBetweenPostings({ dated, time, life, event, from }: Disposal): Trip["monthsCount"] {
  const row = time.holding(event.date)?.row;
  if (row === undefined) return asItIs;
  const lifetime = { from: dated.inService, months: life };
  const [posting, next] = [Math.max(row.firstDay - 1, dated.inService), row.lastDay];
  const [all, before] = [
    monthsIn(time, lifetime, row.firstDay, next),
    monthsIn(time, lifetime, row.firstDay, from - 1),
  ];
  if (next <= posting || before.top === 0n) return asItIs;
  const share = ratio(BigInt(Math.max(0, event.date - 1 - posting)), BigInt(next - posting));
  const part = lowest(dividedBy(times(all, share), before));
  return ({ span }) => (span !== undefined && span.firstDay >= row.firstDay ? part : whole(1));
}

// The months of life that there would be from one day to another.
function monthsIn(time: Time, lifetime: Lifetime, firstDay: number, lastDay: number): Ratio {
  let months = whole(0);
  for (let index = 0; ; index += 1) {
    for (const { span, room } of time.slices(index, [(lastDay + 1) as Day], lifetime)) {
      if (span === undefined || span.firstDay > lastDay) return months;
      if (span.firstDay >= firstDay) months = plus(months, room);
    }
  }
}
