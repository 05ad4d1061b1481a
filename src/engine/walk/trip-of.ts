import type { Asset, AssetTerms, Dated } from "../asset";
import { isDay, monthOf, type Day } from "../day";
import { numberIn } from "../events/effect";
import { eventTypes, type AssetEvent } from "../events/event";
import type { Rule } from "../methods";
import { byUse } from "../methods/units-of-production";
import { policyOf } from "../policy/of-terms";
import type { Policy } from "../policy/policy";
import { compared, plus, ratioOf, whole } from "../ratio";
import { fail, ok, type Result } from "../result";
import { datedTime, undatedTime, type Time } from "../time/time";
import { monthsBeforeDisposal } from "./before-disposal";
import { mostMonths, type DueEvent, type Trip } from "./trip";

/** Everything for a walk. Problems: those of the method's rule, needs-start, and events whose day means nothing. */
export function tripOf(terms: AssetTerms, asset: Asset): Result<Trip> {
  const { dated, method, frequency } = terms;
  const life = method.lifeMonths(asset);
  if (!life.ok) return life;
  // A life far too long is refused before anything is worked out for it.
  if (isTooLong(terms) || (life.value !== undefined && compared(life.value, whole(mostMonths)) > 0)) {
    return fail({ code: "too-many-periods", what: "the asset", most: mostMonths });
  }
  const rule = method.rule(asset);
  if (!rule.ok) return rule;
  const policy = policyOf(terms);
  const time = timeOf(terms, policy, life.value);
  const events = dueEvents(terms, policy, time);
  if (!events.ok) return events;
  const trip: Trip = {
    asset,
    rule: withUse(rule.value, events.value, time),
    policy,
    time,
    life: life.value,
    inService: dated?.inService,
    openedAsOf: terms.opening?.asOf,
    rowMonths: frequency.months,
    events: events.value,
    monthsCount: monthsBeforeDisposal(dated, policy, time, life.value, events.value),
  };
  return ok(trip);
}

// Units that events tell are used in the row that holds their day, beside those that the terms give.
function withUse(rule: Rule, events: readonly DueEvent[], time: Time): Rule {
  if (rule.by !== "units") return rule;
  const units = [...rule.units];
  for (const { event } of events.filter(({ event: { type } }) => type.isUse === true)) {
    // Anything but a number of units is refused when its turn comes.
    const used = numberIn(event);
    const row = time.holding(event.date)?.rowNumber ?? 1;
    for (let at = units.length; at < row; at += 1) units.push(whole(0));
    units[row - 1] = plus(units[row - 1] ?? whole(0), ratioOf(used.ok ? used.value : 0));
  }
  return byUse(rule.total, units);
}

// Nor is the way to an opening date gone that lies centuries after service.
function isTooLong({ dated, opening }: AssetTerms): boolean {
  if (dated === undefined || opening === undefined) return false;
  return monthOf(opening.asOf) - monthOf(dated.inService) > mostMonths;
}

function timeOf({ dated, frequency }: AssetTerms, policy: Policy, lifeMonths: Trip["life"]): Time {
  if (dated === undefined) return undatedTime(frequency);
  const { calendar, dayCount } = policy;
  return datedTime({ dated, frequency, calendar, dayCount, lifeMonths });
}

function dueEvents({ dated, events = [] }: AssetTerms, policy: Policy, time: Time): Result<readonly DueEvent[]> {
  if (events.length === 0) return ok([]);
  if (dated === undefined) return fail({ code: "needs-start", what: "events" });
  const wrong = events.find(({ date }) => !isDay(date));
  if (wrong !== undefined) return fail({ code: "not-a-date", what: "event date", given: wrong.date });
  const due = events.map((event) => ({ event, from: fromDay(event, dated, policy, time) }));
  return ok(due.sort((left, right) => left.from - right.from || inOrder(left.event, right.event)));
}

// Before service nothing is charged, so that such an event counts from the first period on.
function fromDay(event: AssetEvent, { inService }: Dated, policy: Policy, time: Time): Day {
  const holding = time.holding(event.date < inService ? inService : event.date);
  if (holding === undefined) return event.date;
  const { month, row } = holding;
  if (event.date < inService) return month.firstDay;
  return event.type.endsService === true
    ? policy.disposal.from(event.date, month)
    : policy.effect.from(event.date, month, row);
}

// By day, then as the list of types has them, so that the order in which they are given does not count.
function inOrder(left: AssetEvent, right: AssetEvent): number {
  return (
    left.date - right.date ||
    eventTypes.indexOf(left.type) - eventTypes.indexOf(right.type) ||
    Number(left.value ?? 0) - Number(right.value ?? 0) ||
    (left.share ?? 1) - (right.share ?? 1)
  );
}
