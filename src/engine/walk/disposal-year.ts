import type { Dated } from "../asset";
import type { Policy } from "../policy/policy";
import { ratio, whole } from "../ratio";
import type { Time } from "../time/time";
import type { DueEvent, Trip } from "./trip";

/**
 * What a month of life counts in the fiscal year of a disposal. By the convention, the asset goes in the middle of the
 * year, of the quarter or of the month, whatever its day; bought and sold in one year, nothing is charged (IRS,
 * Publication 946, "Sale or other disposition before the recovery period ends"). Otherwise a month is a month.
 */
export function monthsOfDisposalYear(
  dated: Dated | undefined,
  { disposal }: Policy,
  time: Time,
  events: readonly DueEvent[],
): Trip["monthsCount"] {
  const one = whole(1);
  const last = events.find(({ event }) => event.type.endsService === true && (event.share ?? 1) === 1);
  if (dated === undefined || last === undefined || !disposal.byConvention) return () => one;
  const place = time.placeOf(last.event.date);
  if (place === undefined) return () => one;
  const months = dated.convention.monthsBeforeDisposal?.(place.period) ?? place.period;
  const part =
    place.fiscalYear === 0 ? whole(0) : ratio(BigInt(Math.round(2 * months)), BigInt(2 * (place.period + 1)));
  return (slice) => (slice.fiscalYear === place.fiscalYear ? part : one);
}
