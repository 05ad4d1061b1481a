import { assert } from "../assert";
import type { Balances, Movement, MovementKind } from "../books";
import { dayText, type Day } from "../day";
import { cents, type Cents } from "../money";
import { fail, ok, type Result } from "../result";
import { notComputed, type KeptAsset, type NotComputed, type Register, type RegisterAsset } from "./asset";
import { nothing, type Change, type History } from "./history";
import { byClass, compareText, sameKey, type RollForwardKey } from "./keys";
import { rollForwardLines, type Block, type RollForwardLine } from "./roll-forward-lines";
import { inRange } from "./sums";

export interface RollForward {
  /** The columns. */
  readonly lines: readonly RollForwardLine[];
  /** One a key, in the order of the keys. */
  readonly rows: readonly RollForwardRow[];
  /** Added up asset by asset, not from the rows. */
  readonly total: RollForwardRow;
  /** The total less the sum of the rows, line by line: 0. */
  readonly check: readonly Cents[];
  readonly notComputed: readonly NotComputed[];
}

export interface RollForwardRow {
  readonly key: string;
  /** One a line. */
  readonly amounts: readonly Cents[];
  /** How far the blocks are from closing = opening + movements, all added up: 0. */
  readonly check: Cents;
}

/**
 * The roll-forward of the days from..to, both included (IAS 16.73(d) and (e)): months count at their end, opening
 * balances are no additions. Problems: reversed, too-large.
 */
export function rollForwardOf(
  register: Register,
  from: Day,
  to: Day,
  by: RollForwardKey = byClass,
): Result<RollForward> {
  if (from > to) return fail({ code: "reversed", first: dayText(from), second: dayText(to) });
  const sheet = emptySheet(by);
  for (const kept of register.assets) enter(sheet, kept, from, to);
  const groups = [...sheet.groups].sort(([left], [right]) => compareText(left, right)).map(([, group]) => group);
  const wrong = inRange([...groups.flatMap(({ sums }) => sums), ...sheet.total.sums], register.decimals);
  if (wrong !== undefined) return fail(wrong);
  return ok({
    lines: rollForwardLines,
    rows: groups.map(rowOf),
    total: rowOf(sheet.total),
    check: sheet.total.sums.map((sum, at) => cents(groups.reduce((left, { sums }) => left - (sums[at] ?? 0), sum))),
    notComputed: notComputed(register),
  });
}

/** Sums of one key, a line each; plain numbers, for a sum may be more than an amount can be. */
interface Group {
  key: string;
  readonly sums: number[];
}

interface Sheet {
  readonly by: RollForwardKey;
  readonly groups: Map<string, Group>;
  /** The same by the key as it was spelled, which most rows share. */
  readonly spelled: Map<string, Group>;
  readonly total: Group;
}

function emptySheet(by: RollForwardKey): Sheet {
  return { by, groups: new Map(), spelled: new Map(), total: emptyGroup("") };
}

function emptyGroup(key: string): Group {
  return { key, sums: rollForwardLines.map(() => 0) };
}

function enter(sheet: Sheet, kept: KeptAsset, from: Day, to: Day): void {
  const { asset } = kept;
  const books = kept.books();
  if (!books.ok) return;
  const { history } = books.value;
  const dayBefore = (from - 1) as Day;
  const [opening, closing] = [history.balancesAt(dayBefore), history.balancesAt(to)];
  const moved = history.isPlain ? plainMovements(history, opening, closing, from, to) : changesIn(history, from, to);
  if (moved.length === 0 && isNothing(opening) && isNothing(closing)) return;
  const groupAt = (assetClass: string): readonly Group[] => [groupOf(sheet, asset, assetClass), sheet.total];
  addBalances(groupAt(history.classAt(dayBefore)), "opening", opening);
  addBalances(groupAt(history.classAt(to)), "closing", closing);
  for (const change of moved) addChange(sheet, asset, change);
}

function groupOf({ by, groups, spelled }: Sheet, asset: RegisterAsset, assetClass: string): Group {
  const key = by.keyOf(asset, assetClass);
  const known = spelled.get(key);
  if (known !== undefined) return known;
  const group = groupFor(groups, key);
  spelled.set(key, group);
  return group;
}

function groupFor(groups: Map<string, Group>, key: string): Group {
  const found = groups.get(sameKey(key));
  if (found === undefined) {
    const made = emptyGroup(key);
    groups.set(sameKey(key), made);
    return made;
  }
  // Of several spellings one is shown, whatever the order of the rows.
  if (key < found.key) found.key = key;
  return found;
}

function isNothing({ cost, accumulated, impairment }: Balances): boolean {
  return cost === 0 && accumulated === 0 && impairment === 0;
}

/** What an asset without events did in these days: it came, and it was charged. */
function plainMovements(history: History, opening: Balances, closing: Balances, from: Day, to: Day): readonly Moved[] {
  const assetClass = history.classAt(to);
  const { entry } = history;
  const came = entry !== undefined && entry >= from && entry <= to;
  const charge = cents(closing.accumulated - opening.accumulated);
  const moved: Moved[] = [];
  const { impairment } = nothing;
  if (came) {
    const cost = cents(closing.cost - opening.cost);
    moved.push({ kind: "acquisition", assetClass, cost, accumulated: nothing.accumulated, impairment });
  }
  if (charge !== 0) {
    moved.push({ kind: "depreciation", assetClass, cost: nothing.cost, accumulated: charge, impairment });
  }
  return moved;
}

function changesIn(history: History, from: Day, to: Day): readonly Change[] {
  return history.changes().filter(({ day }) => day >= from && day <= to);
}

type Amounts = Pick<Movement, "cost" | "accumulated" | "impairment">;
type Moved = Pick<Change, "kind" | "assetClass" | "left"> & Amounts;

function addChange(sheet: Sheet, asset: RegisterAsset, change: Moved): void {
  const { kind, assetClass, left } = change;
  const { total } = sheet;
  if (left === undefined) {
    addAmounts([groupOf(sheet, asset, assetClass), total], kind, change, 1);
    return;
  }
  const [old, fresh] = [groupOf(sheet, asset, left.assetClass), groupOf(sheet, asset, assetClass)];
  if (old === fresh) return;
  addAmounts([old, total], kind, left.balances, -1);
  addAmounts([fresh, total], kind, left.balances, 1);
}

function addAmounts(groups: readonly Group[], kind: MovementKind, amounts: Amounts, sign: 1 | -1): void {
  for (const block of blocks) {
    const at = lineOfKind[block].get(kind);
    // A movement of a block that has no line for it would show in the check.
    if (at !== undefined) add(groups, at, sign * amounts[block]);
  }
}

function addBalances(groups: readonly Group[], holds: "opening" | "closing", balances: Balances): void {
  const lines = linesOf[holds];
  for (const block of blocks) add(groups, lines[block], balances[block]);
  add(groups, lines["book value"], balances.cost - balances.accumulated - balances.impairment);
}

function add(groups: readonly Group[], at: number, amount: number): void {
  for (const { sums } of groups) sums[at] = (sums[at] ?? 0) + amount;
}

function rowOf({ key, sums }: Group): RollForwardRow {
  return { key, amounts: sums.map(cents), check: cents(checkOf(sums)) };
}

function checkOf(sums: readonly number[]): number {
  const sumOf = (wanted: (line: RollForwardLine) => boolean): number =>
    rollForwardLines.reduce((sum, line, at) => (wanted(line) ? sum + (sums[at] ?? 0) : sum), 0);
  return blocks.reduce((error, block) => {
    const before = sumOf((line) => line.block === block && line.holds !== "closing");
    return error + Math.abs(before - sumOf((line) => line.block === block && line.holds === "closing"));
  }, 0);
}

const blocks = ["cost", "accumulated", "impairment"] as const;

function lineAt(block: Block, holds: "opening" | "closing"): number {
  const at = rollForwardLines.findIndex((line) => line.block === block && line.holds === holds);
  assert(at >= 0, `the roll-forward has a line for the ${holds} of ${block}`);
  return at;
}

function linesThatHold(holds: "opening" | "closing"): Readonly<Record<Block, number>> {
  return {
    cost: lineAt("cost", holds),
    accumulated: lineAt("accumulated", holds),
    impairment: lineAt("impairment", holds),
    "book value": lineAt("book value", holds),
  };
}

const linesOf = { opening: linesThatHold("opening"), closing: linesThatHold("closing") } as const;

function kindsOf(block: Block): ReadonlyMap<MovementKind, number> {
  const entries = rollForwardLines.flatMap((line, at) =>
    line.block === block && typeof line.holds !== "string" ? line.holds.map((kind) => [kind, at] as const) : [],
  );
  return new Map(entries);
}

const lineOfKind = {
  cost: kindsOf("cost"),
  accumulated: kindsOf("accumulated"),
  impairment: kindsOf("impairment"),
} as const;
