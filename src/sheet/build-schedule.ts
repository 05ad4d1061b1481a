import type { Day, Month, ScheduleRow } from "../engine";
import { monthOf, monthText, schedule } from "../engine";
import { type Accounts, expenseOf, usualExpense } from "./accounts";
import type { EventMention, Events } from "./events";
import type { Finding } from "./matrix";
import { findingAt } from "./problem";
import type { Register } from "./register";
import type { RegisterAsset } from "./register-row";
import type { ScheduleLine } from "./schedule";

export interface BuiltSchedule {
  readonly lines: readonly ScheduleLine[];
  /** About cells of the register and of the events; those of reading the tables are not repeated. */
  readonly findings: readonly Finding[];
}

/**
 * The charges of every sound asset for the months from..to, both included: one line an asset and month, in the
 * register's order. Months without a charge have no line, nor have months that end on or before an opening date. An
 * asset with events has no line at all and a finding instead.
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
  const changed = new Map(events.mentions.map((mention) => [mention.asset, mention]));
  const plain = register.assets.filter(({ id }) => !changed.has(id));
  return {
    lines: plain.flatMap((asset) => linesOf(asset, accounts, from, to)),
    findings: [
      ...register.assets.flatMap((asset) => eventFinding(register, asset, changed.get(asset.id))),
      ...plain.flatMap((asset) => accountFinding(register, accounts, asset)),
      ...strangers(register, events),
    ],
  };
}

function refused(finding: Finding): BuiltSchedule {
  return { lines: [], findings: [finding] };
}

function linesOf(asset: RegisterAsset, accounts: Accounts, from: Month, to: Month): readonly ScheduleLine[] {
  const rows = schedule(asset.terms);
  // Reading the register computed the same terms without a problem.
  if (!rows.ok) return [];
  const counterAccount = expenseOf(accounts, asset.assetClass) ?? usualExpense;
  return rows.value.flatMap((row) => {
    const periodEnd = chargedDay(row, from, to);
    if (periodEnd === undefined) return [];
    const memo = `Depreciation ${monthText(monthOf(periodEnd))}, ${asset.description || asset.id}`;
    return [{ asset: asset.id, periodEnd, type: "DEPRECIATION", amount: row.charge, counterAccount, memo }];
  });
}

function chargedDay({ lastDay, charge }: ScheduleRow, from: Month, to: Month): Day | undefined {
  if (lastDay === undefined || charge === 0) return undefined;
  const month = monthOf(lastDay);
  return month >= from && month <= to ? lastDay : undefined;
}

function eventFinding(register: Register, { id, row }: RegisterAsset, event: EventMention | undefined): Finding[] {
  if (event === undefined) return [];
  const column = register.places.get("Asset") ?? 0;
  const problem = { code: "events-not-yet", asset: id, type: event.type, eventRow: event.row + 1 } as const;
  return [findingAt("register", row, column, problem)];
}

function accountFinding(register: Register, accounts: Accounts, asset: RegisterAsset): Finding[] {
  const { assetClass } = asset;
  const isNamed = accounts.rowCount === 0 || assetClass === "" || expenseOf(accounts, assetClass) !== undefined;
  if (isNamed) return [];
  const column = register.places.get("Class") ?? 0;
  const problem = { code: "class-without-accounts", assetClass, used: usualExpense } as const;
  return [findingAt("register", asset.row, column, problem)];
}

function strangers(register: Register, events: Events): readonly Finding[] {
  return events.mentions
    .filter(({ asset }) => !register.ids.has(asset))
    .map(({ asset, row, column }) => findingAt("events", row, column, { code: "event-without-asset", asset }));
}
