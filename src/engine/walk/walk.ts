import { bookValue, carrying, type Standing } from "../events/standing";
import type { Movement } from "../books/book";
import { lastDay as lastDayOf, lastMonth, type Day } from "../day";
import { fail, ok, type Result } from "../result";
import type { ScheduleRow } from "../schedule";
import type { Slice } from "../time/time";
import { baseStep, cutsOf, monthsAhead, stepOf } from "./ahead";
import { goneBy, happen, isDue } from "./happen";
import { beginning } from "./beginning";
import { isSpent, leftAt, pass, post, restart, settled, type Path } from "./path";
import { stretchFrom } from "./stretch";
import { mostMonths, type DueEvent, type Trip } from "./trip";
import type { Watch } from "./watch";

export interface Walked {
  readonly rows: readonly ScheduleRow[];
  readonly movements: readonly Movement[];
  /** As it stands at the end. */
  readonly standing: Standing;
}

// An exact amount grows with every declining year; beyond so many digits each step would take a blink of the eye.
const mostDigits = 1_800;
const longest = 10n ** BigInt(mostDigits);

/**
 * Goes through an asset's life slice by slice, in exact arithmetic: what happens at its start, what it charges, and what
 * is posted at the end of each row. Problems: those of the events, missing, life-is-over, too-many-periods,
 * beyond-exactness, too-late.
 */
export function walk(trip: Trip, until?: Day, watch?: Watch): Result<Walked> {
  const { path, index: first } = beginning(trip);
  path.watch = watch;
  for (let index = first; ; index += 1) {
    for (const slice of trip.time.slices(index, cutsOf(trip), path.lifetime)) {
      if (watch !== undefined && slice.row > watch.row) return ok(walked(path));
      const isHere = until !== undefined && slice.span !== undefined && slice.span.firstDay >= until;
      const happened = happen(path, trip, slice, unimpaired);
      if (!happened.ok) return happened;
      if (isHere && path.days > 0) post(path, trip, { ...slice, endsRow: false, endsYear: false });
      const late = lateEvent(path, trip);
      if (late !== undefined) return late;
      if (isHere || isDone(path, trip, slice, index === first)) return ok(walked(path));
      const opened = open(path, trip, index, slice);
      if (!opened.ok) return opened;
      pass(path, trip, slice);
      if (slice.endsRow || isAtEnd(path)) post(path, trip, slice);
    }
    const wrong = tooFar(path, index - first);
    if (wrong !== undefined) return wrong;
  }
}

// The same life without this event, all after it, and every impairment and reversal before it.
function unimpaired(trip: Trip, due: DueEvent): number {
  const before = trip.events.slice(0, trip.events.indexOf(due));
  const events = before.filter(({ event }) => event.type.isImpairment !== true);
  const shadow = walk({ ...trip, events }, due.from);
  return shadow.ok ? bookValue(shadow.value.standing) : 0;
}

function walked(path: Path): Walked {
  return { rows: path.rows, movements: path.movements, standing: settled(path) };
}

function isAtEnd(path: Path): boolean {
  const left = leftAt(path);
  return left !== undefined && left.top <= 0n;
}

// Nothing happens to an asset that is disposed of.
function lateEvent({ standing, next }: Path, { events }: Trip): Result<never> | undefined {
  const due = standing.isGone ? events[next] : undefined;
  return due === undefined ? undefined : fail(goneBy(due.event));
}

// Nothing more can be charged, and nothing more happens.
function isDone(path: Path, trip: Trip, slice: Slice, isFirst: boolean): boolean {
  if (path.standing.isGone) return true;
  if (isDue(path, trip)) return false;
  if (path.standing.isStopped || isAtEnd(path)) return true;
  const { rule } = path.standing.pattern;
  if (rule.by === "units") return slice.row > rule.units.length;
  if (rule.by === "charges") return slice.row > rule.charges.length;
  const isOpenYear = rule.by === "fiscal-year" && leftAt(path) === undefined && (isFirst || slice.period === 0);
  return isOpenYear && (isSpent(settled(path)) || isStuck(path, trip));
}

// What goes on from a rounded book value may come to one whose part rounds to nothing, and stays there for good.
function isStuck({ rows }: Path, { policy }: Trip): boolean {
  return policy.rounding.goesOnRounded && rows.at(-1)?.charge === 0;
}

// Begins the formula of a new part of the life, on what the part before it left.
function open(path: Path, trip: Trip, index: number, slice: Slice): Result<undefined> {
  const now = settled(path);
  const { age, rule } = now.pattern;
  if (slice.fiscalYear !== path.year.fiscalYear) {
    const isYear = (next: Slice): boolean => next.fiscalYear === slice.fiscalYear;
    const from = { standing: now, lifetime: path.lifetime };
    path.year = { fiscalYear: slice.fiscalYear, months: once(() => monthsAhead(from, trip, index, slice, isYear)) };
  }
  const step = stepOf(trip, rule, slice, age);
  if (path.stretch?.step === step) return ok(undefined);
  const base = baseStep(trip, slice, age);
  restart(path, base === path.base ? now : { ...now, yearBase: carrying(now) });
  path.base = base;
  const same = (next: Slice, at: typeof age): boolean => stepOf(trip, rule, next, at) === step;
  // Looked for only where the formula asks: to the end of a life it is a long way.
  const from = { standing: path.standing, lifetime: path.lifetime };
  const months = once(() => monthsAhead(from, trip, index, slice, same));
  const { row, fiscalYear } = slice;
  if (row !== path.row.number) path.row = { number: row, months };
  const [monthsOfYear, monthsOfRow] = [path.year.months, path.row.months];
  path.stretch = stretchFrom(trip, path.standing, { step, row, fiscalYear, months, monthsOfYear, monthsOfRow });
  return path.stretch === undefined ? fail({ code: "missing", what: "rate" }) : ok(undefined);
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | undefined;
  return () => (found ??= { value: find() }).value;
}

function tooFar({ exact, lastDay }: Path, months: number): Result<never> | undefined {
  if (months > mostMonths) return fail({ code: "too-many-periods", what: "the asset", most: mostMonths });
  if (exact.bottom > longest) return fail({ code: "beyond-exactness", what: "the asset", most: mostDigits });
  return lastDay !== undefined && lastDay >= lastDayOf(lastMonth)
    ? fail({ code: "too-late", what: "the asset" })
    : undefined;
}
