import { assert } from "../assert";
import type { Asset, AssetTerms } from "../asset";
import { checkedAsset } from "../asset-terms";
import { dayText } from "../day";
import { amountOf, cents, type Cents } from "../money";
import { minus, plus, whole } from "../ratio";
import { ok, type Result } from "../result";
import type { ScheduleRow } from "../schedule";
import { tripOf } from "../walk/trip-of";
import type { Trip } from "../walk/trip";
import { walkOf } from "../walk/walk-of";
import type { Passed, Posted } from "../walk/watch";
import { partsOf, stepsOfPart, type Part } from "./part";
import { money, type Step } from "./step";

/**
 * The steps behind the charge of one row of the asset's schedule, in their order; the last is the charge itself. The row
 * is gone through once more, formula by formula, and what each of them took is told. Problems: those of the schedule.
 */
export function explain(terms: AssetTerms, row: ScheduleRow): Result<readonly Step[]> {
  const asset = checkedAsset(terms);
  if (!asset.ok) return asset;
  const trip = tripOf(terms, asset.value);
  if (!trip.ok) return trip;
  const passed: Passed[] = [];
  const posted: Posted[] = [];
  let caughtUp = 0;
  const watch = {
    row: row.period,
    passed: (one: Passed) => passed.push(one),
    posted: (one: Posted) => posted.push(one),
    caughtUp: (amount: number) => void (caughtUp += amount),
  };
  const walked = walkOf(terms, asset.value, watch);
  if (!walked.ok) return walked;
  const charged = posted.reduce((sum, { posted: before, accumulated }) => sum + accumulated - before, caughtUp);
  assert(charged === row.charge, "the steps lead to the charge of the schedule");
  return ok([
    ...beginning(terms, asset.value, row),
    ...partsOf(passed).flatMap((part, at, parts) => [...heading(part, at, parts), ...stepsOfPart(trip.value, part)]),
    ...lost(trip.value, passed, posted),
    ...happened(asset.value, row),
    ...atOnce(asset.value, caughtUp),
    ...posted.flatMap((one) => rounding(trip.value, one)),
    { code: "result", figure: amountOf(row.charge, asset.value.decimals) },
  ]);
}

function beginning({ method }: AssetTerms, { salvage, decimals }: Asset, row: ScheduleRow): readonly Step[] {
  const kept: Step = { code: "salvage", figure: amountOf(salvage, decimals) };
  return [
    { code: "method", figure: method.word, words: method.sentence },
    { code: "opening", figure: amountOf(row.opening, decimals) },
    ...(method.keepsToSalvage ? [kept] : []),
  ];
}

// A row in which a new formula begins is told in parts.
function heading({ firstDay, lastDay }: Part, at: number, parts: readonly Part[]): readonly Step[] {
  if (parts.length === 1) return [];
  const days = firstDay === undefined || lastDay === undefined ? "" : `${dayText(firstDay)} to ${dayText(lastDay)}`;
  return [{ code: "part", figure: `${at + 1} of ${parts.length}`, words: days }];
}

/** What the days before an event would have been charged, where the policy has them charged by nobody. */
function lost({ asset, policy }: Trip, passed: readonly Passed[], posted: readonly Posted[]): readonly Step[] {
  if (policy.daysBefore !== "lost") return [];
  const exact = passed.reduce((sum, { charge }) => plus(sum, charge), whole(0));
  const left = posted.reduce((rest, { before, after }) => minus(rest, minus(after, before)), exact);
  return left.top === 0n ? [] : [{ code: "lost", figure: money(left, asset.decimals) }];
}

function happened({ decimals }: Asset, { adjustment, events = [] }: ScheduleRow): readonly Step[] {
  if (adjustment === undefined || events.length === 0) return [];
  return [{ code: "adjustment", figure: amountOf(adjustment, decimals), words: events.join(", ") }];
}

function atOnce({ decimals }: Asset, caughtUp: number): readonly Step[] {
  return caughtUp === 0 ? [] : [{ code: "caught-up", figure: amountOf(cents(caughtUp), decimals) }];
}

function rounding({ asset: { decimals }, policy }: Trip, posting: Posted): readonly Step[] {
  const amount = (units: number): Cents => cents(units);
  return [
    { code: "total-before", figure: money(posting.before, decimals) },
    { code: "total-after", figure: money(posting.after, decimals) },
    { code: "posted-before", figure: money(whole(amount(posting.posted)), decimals) },
    { code: "posted-after", figure: money(whole(amount(posting.accumulated)), decimals), words: policy.rounding.label },
  ];
}
