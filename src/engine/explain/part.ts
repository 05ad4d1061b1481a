import type { Day } from "../day";
import { dividedBy, minus, plus, whole, type Ratio } from "../ratio";
import type { Rule } from "../methods";
import { freedoms, type Policy } from "../policy/policy";
import { chargeable } from "../events/standing";
import { declineOf } from "../walk/decline";
import { baseByAge, useOf } from "../walk/stretch";
import type { Trip } from "../walk/trip";
import type { Passed } from "../walk/watch";
import { money, plain, type Step } from "./step";

/** What one formula charged of a row. */
export interface Part extends Pick<Passed, "standing" | "stretch" | "from" | "to" | "charge"> {
  readonly firstDay: Day | undefined;
  readonly lastDay: Day | undefined;
  /** Where days are counted. */
  readonly days: number | undefined;
}

/** Slices that one formula charges belong together. */
export function partsOf(passed: readonly Passed[]): readonly Part[] {
  const parts: Part[] = [];
  for (const one of passed) {
    const { slice, ...rest } = one;
    const last = parts.at(-1);
    const part = { ...rest, firstDay: slice.span?.firstDay, lastDay: slice.span?.lastDay, days: slice.days };
    if (last === undefined || last.stretch !== one.stretch) parts.push(part);
    else parts[parts.length - 1] = together(last, part);
  }
  return parts;
}

function together(first: Part, last: Part): Part {
  const { from, firstDay } = first;
  const days = last.days === undefined ? undefined : (first.days ?? 0) + last.days;
  return { ...last, from, firstDay, days, charge: plus(first.charge, last.charge) };
}

/** How the part was charged, the exact amount last. */
export function stepsOfPart(trip: Trip, part: Part): readonly Step[] {
  const { by } = part.standing.pattern.rule;
  const words = trip.policy.insideYear === "compounded" && by === "fiscal-year" ? compounded : formulas[by];
  return [...byRule(trip, part), { code: "exact", figure: money(part.charge, trip.asset.decimals), words }];
}

const formulas: Readonly<Record<Rule["by"], string>> = {
  age: "base x (share gone at the end - share gone at the start), at most what is left to charge",
  "fiscal-year": "charge of the year x share",
  units: "charge of the row x share",
  "year-amounts": "amount of the year x share, at most the book value",
  charges: "charge of the row",
  nothing: "nothing is charged",
};
const compounded =
  "base x (1 - (1 - rate)^(months / 12)), less what the year has taken before, at most what is left to charge";

function byRule(trip: Trip, part: Part): readonly Step[] {
  const { standing, stretch } = part;
  const { decimals } = trip.asset;
  const { rule } = standing.pattern;
  switch (rule.by) {
    case "age":
      return byAge(trip, part, rule);
    case "fiscal-year":
      return byFiscalYear(trip, part, rule);
    case "units": {
      const { left, now, charge } = useOf(standing, rule, stretch);
      return [
        { code: "left-to-charge", figure: money(chargeable(standing), decimals) },
        { code: "units-left", figure: plain(left) },
        { code: "units", figure: plain(now) },
        { code: "row-charge", figure: money(charge, decimals), words: "what is left to charge x units / units left" },
        ...inPeriod(trip, part, stretch.months()),
      ];
    }
    case "year-amounts":
      return byYearAmounts(trip, part, rule.amountOfYear(stretch.fiscalYear));
    case "charges": {
      const charge = whole(rule.charges[stretch.row - 1] ?? 0);
      return [{ code: "row-charge", figure: money(charge, decimals), words: "as given" }];
    }
    case "nothing":
      return [];
  }
}

type ByAge = Parameters<typeof baseByAge>[2];
type ByYear = Parameters<typeof declineOf>[2];

function byAge(trip: Trip, part: Part, rule: ByAge): readonly Step[] {
  const { standing, from, to } = part;
  const { age, life } = standing.pattern;
  const base = baseByAge(trip, standing, rule);
  const left: Step = { code: "left-to-charge", figure: money(chargeable(standing), trip.asset.decimals) };
  if (base === undefined || life === undefined) return [left];
  const [before, after] = [plus(age, from), plus(age, to)];
  return [
    left,
    { code: "age-base", figure: money(base, trip.asset.decimals) },
    { code: "life", figure: plain(life) },
    ...daysOf(trip, part),
    { code: "age-before", figure: plain(before) },
    { code: "age-after", figure: plain(after) },
    { code: "share-before", figure: plain(rule.share(before, life)) },
    { code: "share-after", figure: plain(rule.share(after, life)) },
  ];
}

function byYearAmounts(trip: Trip, part: Part, amount: Ratio): readonly Step[] {
  const { asset } = trip;
  const { fiscalYear } = part.stretch;
  const months = part.stretch.monthsOfYear();
  const share: readonly Step[] =
    asset.cost === 0 ? [] : [{ code: "year-part", figure: plain(dividedBy(amount, whole(asset.cost))) }];
  return [
    { code: "year-amount", figure: money(amount, asset.decimals), words: `year ${fiscalYear + 1}` },
    ...share,
    ...monthsOfYear(months),
    ...inPeriod(trip, part, months),
  ];
}

function byFiscalYear(trip: Trip, part: Part, rule: ByYear): readonly Step[] {
  const { standing, stretch } = part;
  const { asset, policy } = trip;
  const decline = declineOf(trip, standing, rule, stretch.months());
  if (decline === undefined) return [];
  const { base, rate, declining, straight, most, charge } = decline;
  const amount = (exact: Ratio): number => money(exact, asset.decimals);
  const head: readonly Step[] = [
    { code: "base", figure: amount(base), words: `${labelOf(policy, "base")}, ${labelOf(policy, "step")}` },
    ...rateSteps(trip, part, rate),
  ];
  if (policy.insideYear === "compounded") {
    return [...head, { code: "most", figure: amount(most) }, ...daysOf(trip, part), monthsStep(part)];
  }
  const line: Step = { code: "straight", figure: amount(straight), words: labelOf(policy, "switchTarget") };
  return [
    ...head,
    ...monthsOfYear(stretch.months()),
    { code: "declining", figure: amount(declining) },
    ...(straight.top === 0n ? [] : [line]),
    { code: "most", figure: amount(most) },
    { code: "year-charge", figure: amount(charge), words: labelOf(policy, "end") },
    ...inPeriod(trip, part, stretch.months()),
  ];
}

// The rate, and where it comes from.
function rateSteps({ asset, policy }: Trip, { standing }: Part, rate: Ratio): readonly Step[] {
  const { life } = standing.pattern;
  const isFactor = asset.rate === undefined && policy.rate === "factor";
  const factor: readonly Step[] =
    isFactor && asset.factor !== undefined ? [{ code: "factor", figure: asset.factor }] : [];
  const years: readonly Step[] = life === undefined ? [] : [{ code: "life", figure: plain(life) }];
  const source = asset.rate === undefined ? labelOf(policy, "rate") : "The annual rate that is given";
  const words = `${source}, ${labelOf(policy, "rateRounding").toLowerCase()}`;
  return [...factor, ...years, { code: "rate", figure: plain(rate), words }];
}

function monthsOfYear(months: Ratio): readonly Step[] {
  return [{ code: "months-of-year", figure: plain(months) }];
}

// The part of the formula's months that lies in the period.
function inPeriod(trip: Trip, part: Part, months: Ratio): readonly Step[] {
  const { from, to } = part;
  const share: readonly Step[] =
    months.top === 0n ? [] : [{ code: "share", figure: plain(dividedBy(minus(to, from), months)) }];
  return [...daysOf(trip, part), monthsStep(part), ...share];
}

function monthsStep({ from, to }: Part): Step {
  return { code: "months", figure: plain(minus(to, from)) };
}

function daysOf({ policy }: Trip, { days }: Part): readonly Step[] {
  return days === undefined ? [] : [{ code: "days", figure: days, words: policy.dayCount.label }];
}

function labelOf(policy: Policy, key: keyof Policy): string {
  const values = freedoms.find((freedom) => freedom.key === key)?.values ?? [];
  return values.find(({ value }) => value === policy[key])?.label ?? "";
}
