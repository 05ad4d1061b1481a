import { amountText, bookOf, dayText, frequencyNamed, monthText } from "../engine";
import type { AssetBook, AssetTerms, Frequency, Month, Movement, Result } from "../engine";
import { type Accounts, expenseOf, accountOf } from "./accounts";
import type { Change } from "./changes";
import type { ChargeLines, TermsDifference } from "./charge-lines";
import { eventsByAsset, unreadEvents, type EventRow, type Events } from "./events";
import type { Finding } from "./matrix";
import { type CellProblem, findingAt } from "./problem";
import type { Register } from "./register";
import type { RegisterAsset } from "./register-row";
import type { ScheduleLine } from "./schedule";
import { valueLines } from "./value-lines";

export interface BuiltSchedule {
  readonly lines: readonly ScheduleLine[];
  /** About cells of the register and of the events; those of reading the tables are not repeated. */
  readonly findings: readonly Finding[];
  /** The assets whose posted months and terms of today do not agree; without an answer they have no open rows. */
  readonly differences: readonly TermsDifference[];
}

/** How the rows are cut, and what of them stands already. */
export interface BuildHow {
  /** How long the period of a row is. */
  readonly frequency: Frequency;
  /** Charges that the ledger holds, with the amounts that it holds: they stay as they are. */
  readonly posted: readonly ScheduleLine[];
  /** Where the difference between posted months and the terms of today goes; left out until somebody has said. */
  readonly change?: Change | undefined;
}

export const byMonth: BuildHow = { frequency: usual(frequencyNamed("month")), posted: [] };

/**
 * The charges of every sound asset for the months from..to, both included, and what else changes its book value: one line
 * an asset and period, or an event, in the register's order. Periods without a charge have no line, nor have months that
 * end on or before an opening date. Posted charges have their line whatever their month, and no other covers their days.
 * An asset whose events cannot be read or computed has no line but those, and a finding.
 */
export function buildSchedule(
  register: Register,
  accounts: Accounts,
  events: Events,
  from: Month,
  to: Month,
  how: BuildHow = byMonth,
): BuiltSchedule {
  if (from > to) {
    return refused(findingAt("register", 0, 0, { code: "months-reversed", from: monthText(from), to: monthText(to) }));
  }
  if (!events.isReadable) return refused(findingAt("events", 0, 0, { code: "events-unreadable" }));
  const [eventsOf, unread, postedOf] = [eventsByAsset(events), unreadEvents(events), byAsset(how.posted)];
  const built = register.assets.map((asset): BuiltSchedule => {
    const row = unread.get(asset.id);
    const posted = postedOf.get(asset.id) ?? [];
    if (row !== undefined) {
      const finding = { code: "event-unreadable", asset: asset.id, eventRow: row + 1 } as const;
      return refused(assetFinding(register, asset, finding), posted);
    }
    const { findings, ...rest } = builtOf(asset, eventsOf.get(asset.id) ?? [], {
      ...how,
      register,
      accounts,
      from,
      to,
      posted,
    });
    return { ...rest, findings: [...findings, ...accountFinding(register, accounts, asset)] };
  });
  const known = new Set(register.assets.map(({ id }) => id));
  return {
    lines: [...built.flatMap(({ lines }) => lines), ...how.posted.filter(({ asset }) => !known.has(asset))],
    findings: [...built.flatMap(({ findings }) => findings), ...strangerEvents(register, events)],
    differences: built.flatMap(({ differences }) => differences),
  };
}

function byAsset(lines: readonly ScheduleLine[]): ReadonlyMap<string, readonly ScheduleLine[]> {
  const groups = new Map<string, ScheduleLine[]>();
  for (const line of lines) {
    const group = groups.get(line.asset);
    if (group === undefined) groups.set(line.asset, [line]);
    else group.push(line);
  }
  return groups;
}

function refused(finding: Finding, lines: readonly ScheduleLine[] = []): BuiltSchedule {
  return { lines, findings: [finding], differences: [] };
}

interface AssetTerm extends BuildHow {
  readonly register: Register;
  readonly accounts: Accounts;
  readonly from: Month;
  readonly to: Month;
}

function builtOf(asset: RegisterAsset, events: readonly EventRow[], terms: AssetTerm): BuiltSchedule {
  const book = bookWith(asset.terms, events);
  // Reading the register computed the same terms without events, so it is one of these that is wrong.
  if (!book.ok) return refused(eventFinding(firstWrong(asset.terms, events), book.problem), terms.posted);
  const withEvents = events.length === 0 ? asset : { ...asset, terms: { ...asset.terms, events } };
  const built = valueLines(withEvents, book.value, terms);
  // What was posted may leave nothing that the terms of today could go on from.
  if (!built.ok) return refused(assetFinding(terms.register, asset, built.problem), terms.posted);
  const { lines, byHand, difference, belowZero } = built.value;
  return {
    lines,
    findings: [
      ...byHand.map((movement) => byHandFinding(asset.id, movement, events)),
      ...belowZeroFinding(terms.register, asset, belowZero),
    ],
    differences: difference === undefined ? [] : [difference],
  };
}

function belowZeroFinding(
  register: Register,
  asset: RegisterAsset,
  belowZero: ChargeLines["belowZero"],
): readonly Finding[] {
  if (belowZero === undefined) return [];
  const { month, amount } = belowZero;
  const facts = { asset: asset.id, month: monthText(month), amount: amountText(amount, asset.terms.decimals) };
  return [assetFinding(register, asset, { code: "correction-below-zero", ...facts })];
}

function bookWith(terms: AssetTerms, events: readonly EventRow[]): Result<AssetBook> {
  return bookOf(events.length === 0 ? terms : { ...terms, events });
}

/** The first event, in the order of their days, with which the asset can no longer be computed. */
function firstWrong(terms: AssetTerms, events: readonly EventRow[]): EventRow | undefined {
  const inOrder = [...events].sort((left, right) => left.date - right.date);
  return inOrder.find((_, at) => !bookWith(terms, inOrder.slice(0, at + 1)).ok);
}

function byHandFinding(asset: string, { kind, day }: Movement, events: readonly EventRow[]): Finding {
  const row = events.find(({ date }) => date === day);
  return eventFinding(row, { code: "post-by-hand", asset, what: kind, day: dayText(day) });
}

function eventFinding(event: EventRow | undefined, problem: CellProblem): Finding {
  return findingAt("events", event?.row ?? 0, event?.column ?? 0, problem);
}

function assetFinding({ places }: Register, { row }: RegisterAsset, problem: CellProblem): Finding {
  return findingAt("register", row, places.get("Asset") ?? 0, problem);
}

function accountFinding(register: Register, accounts: Accounts, asset: RegisterAsset): Finding[] {
  const { assetClass } = asset;
  const isNamed = accounts.rowCount === 0 || assetClass === "" || expenseOf(accounts, assetClass) !== undefined;
  if (isNamed) return [];
  const column = register.places.get("Class") ?? 0;
  const problem = {
    code: "class-without-accounts",
    assetClass,
    used: accountOf(accounts, assetClass, "expense"),
  } as const;
  return [findingAt("register", asset.row, column, problem)];
}

/** The events of assets that are not in the register. */
export function strangerEvents(register: Register, events: Events): readonly Finding[] {
  return events.mentions
    .filter(({ asset }) => !register.ids.has(asset))
    .map(({ asset, row, column }) => findingAt("events", row, column, { code: "event-without-asset", asset }));
}

/** That the engine knows the word is our own promise. */
function usual<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the engine does not know a word that schedules are built with`);
  return result.value;
}
