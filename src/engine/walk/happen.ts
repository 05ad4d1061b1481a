import { bookValue, isOver, monthsLeft, type Standing } from "../events/standing";
import { dayText } from "../day";
import type { AssetEvent } from "../events/event";
import { cents } from "../money";
import type { Problem } from "../problem";
import { fail, ok, type Result } from "../result";
import type { Slice } from "../time/time";
import { chargeAtOnce, post, replace, restart, rowOf, settled, type Path } from "./path";
import type { DueEvent, Trip } from "./trip";

/** Whether something is still to happen. */
export function isDue({ next }: Path, { events }: Trip): boolean {
  return next < events.length;
}

/** What the posted book value would be at this event had the asset never been impaired (IAS 36.117). */
export type Unimpaired = (trip: Trip, due: DueEvent) => number;

/**
 * Lets happen what counts from the start of this slice on. What was charged until then is posted first, and the exact
 * amount goes across, so that an event of nothing changes no number.
 */
export function happen(path: Path, trip: Trip, slice: Slice, unimpaired: Unimpaired): Result<undefined> {
  const due = dueAt(path, trip, slice);
  if (due.length === 0) return ok(undefined);
  if (path.days > 0) beforeEvent(path, trip, slice);
  restart(path, settled(path));
  for (const one of due) {
    const wrong = outOfTurn(path.standing, one.event, due);
    if (wrong !== undefined) return fail(wrong);
    const happened = affect(path, trip, slice, one, unimpaired);
    if (!happened.ok) return happened;
  }
  path.next += due.length;
  path.posted = path.exact;
  return ok(undefined);
}

// The days since the last posting are posted, or lost: then the life goes on without them.
function beforeEvent(path: Path, trip: Trip, slice: Slice): void {
  if (trip.policy.daysBefore === "lost") path.exact = path.posted;
  post(path, trip, { ...slice, endsRow: false, endsYear: false });
}

function dueAt({ next }: Path, { events }: Trip, { span }: Slice): readonly DueEvent[] {
  if (span === undefined) return [];
  const rest = events.slice(next);
  const later = rest.findIndex(({ from }) => from > span.firstDay);
  return later < 0 ? rest : rest.slice(0, later);
}

function outOfTurn(standing: Standing, event: AssetEvent, due: readonly DueEvent[]): Problem | undefined {
  const { type, date } = event;
  const what = `${type.word} of ${dayText(date)}`;
  if (standing.isGone) return goneBy(event);
  const sameDay = due.map((one) => one.event).filter((other) => other.date === date);
  if (type.onceADay && sameDay.some((other) => other !== event && other.type === type)) {
    return { code: "event-out-of-turn", what, because: "that day has another one" };
  }
  // Land has no life that could be over.
  const isLand = standing.pattern.rule.by === "nothing";
  if (!type.needsLife || isLand || !isOver(standing) || sameDay.some((other) => other.type.givesLife)) return undefined;
  const because = "the life is over by then. Give a new LIFE on the same day, or an earlier date";
  return { code: "event-out-of-turn", what, because };
}

/** What is wrong with an event after the asset's disposal. */
export function goneBy({ type, date }: AssetEvent): Problem {
  const what = `${type.word} of ${dayText(date)}`;
  return { code: "event-out-of-turn", what, because: "the asset is disposed of by then" };
}

function affect(path: Path, trip: Trip, slice: Slice, due: DueEvent, unimpaired: Unimpaired): Result<undefined> {
  const { event, from } = due;
  const before = path.standing;
  const { asset, policy } = trip;
  const given = { decimals: asset.decimals, asset, policy, unimpaired: () => unimpaired(trip, due) };
  const affected = event.type.effect(before, event, given);
  if (!affected.ok) return affected;
  const { standing, movement, catchUp = 0 } = affected.value;
  const row = rowOf(path, trip, slice);
  restart(path, standing);
  const isAnother = standing.pattern !== before.pattern || (before.isStopped && !standing.isStopped);
  if (isAnother) path.lifetime = { from, months: monthsLeft(standing) };
  if (movement !== undefined) path.movements.push(movement);
  const change = bookValue(standing) - bookValue(before);
  replace(path, {
    ...row,
    accumulated: cents(standing.accumulated),
    closing: cents(row.closing + change),
    adjustment: cents((row.adjustment ?? 0) + change),
    events: [...(row.events ?? []), event.type.word],
  });
  if (catchUp > 0) chargeAtOnce(path, trip, slice, catchUp, event.date);
  return ok(undefined);
}
