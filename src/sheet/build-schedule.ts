import type { AssetBook, AssetTerms, Month, Movement, Result } from "../engine";
import { bookOf, dayText, monthText } from "../engine";
import { type Accounts, expenseOf, accountOf } from "./accounts";
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
}

/**
 * The charges of every sound asset for the months from..to, both included, and what else changes its book value: one line
 * an asset and month, or an event, in the register's order. Months without a charge have no line, nor have months that
 * end on or before an opening date. An asset whose events cannot be read or computed has no line and a finding instead.
 */
export function buildSchedule(
  register: Register,
  accounts: Accounts,
  events: Events,
  from: Month,
  to: Month,
): BuiltSchedule {
  if (from > to) {
    return refused(findingAt("register", 0, 0, { code: "months-reversed", from: monthText(from), to: monthText(to) }));
  }
  if (!events.isReadable) return refused(findingAt("events", 0, 0, { code: "events-unreadable" }));
  const eventsOf = eventsByAsset(events);
  const unread = unreadEvents(events);
  const built = register.assets.map((asset): BuiltSchedule => {
    const row = unread.get(asset.id);
    if (row !== undefined)
      return refused(assetFinding(register, asset, { code: "event-unreadable", asset: asset.id, eventRow: row + 1 }));
    const { lines, findings } = builtOf(asset, eventsOf.get(asset.id) ?? [], accounts, from, to);
    return { lines, findings: [...findings, ...accountFinding(register, accounts, asset)] };
  });
  return {
    lines: built.flatMap(({ lines }) => lines),
    findings: [...built.flatMap(({ findings }) => findings), ...strangerEvents(register, events)],
  };
}

function refused(finding: Finding): BuiltSchedule {
  return { lines: [], findings: [finding] };
}

function builtOf(
  asset: RegisterAsset,
  events: readonly EventRow[],
  accounts: Accounts,
  from: Month,
  to: Month,
): BuiltSchedule {
  const book = bookWith(asset.terms, events);
  // Reading the register computed the same terms without events, so it is one of these that is wrong.
  if (!book.ok) return refused(eventFinding(firstWrong(asset.terms, events), book.problem));
  const { lines, byHand } = valueLines(asset, book.value, accounts, from, to);
  return { lines, findings: byHand.map((movement) => byHandFinding(asset.id, movement, events)) };
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
