import { coveredRange, updateTypes } from "../sheet";
import type { KnownKeys, SheetRow } from "./identify";
import { keyInForce } from "./key";

/** A row with the fingerprint of its content. */
export interface Printed {
  readonly row: SheetRow;
  readonly fingerprint: string;
}

/**
 * The number that tells several changes of one type on one day apart. The charge of a period has 0 and its corrections
 * begin at 1. The others are numbered by amount, counter account and memo, never by place; but one that the ledger or
 * the sheet knows under a number keeps it, whatever comes in before it. Rows with equal content have one number.
 */
export async function sequenceOf(
  rows: readonly Printed[],
  book: string,
  known: KnownKeys,
): Promise<ReadonlyMap<SheetRow, number>> {
  const groups = new Map<string, Printed[]>();
  for (const printed of rows) {
    const { asset, periodEnd, type } = printed.row;
    const name = JSON.stringify([asset, periodEnd, type]);
    if (coveredRange(printed.row) === undefined) groups.set(name, [...(groups.get(name) ?? []), printed]);
  }
  const numbered = await Promise.all([...groups.values()].map((group) => numbersIn(group, book, known)));
  return new Map(numbered.flat());
}

async function numbersIn(
  group: readonly Printed[],
  book: string,
  known: KnownKeys,
): Promise<readonly (readonly [SheetRow, number])[]> {
  const contents = new Map<string, Printed[]>();
  for (const printed of [...group].sort(byContent)) {
    const name = contentOf(printed.row);
    contents.set(name, [...(contents.get(name) ?? []), printed]);
  }
  const keys = await keysFrom(group, contents.size, book, known);
  const taken = new Map<string, number>();
  claim(contents, taken, ({ fingerprint }, key) => known.fingerprints.get(key) === fingerprint, keys);
  claim(contents, taken, ({ row }, key) => row.status?.syncKey === key, keys);
  const free = keys.filter(({ number }) => ![...taken.values()].includes(number)).values();
  for (const name of contents.keys()) if (!taken.has(name)) taken.set(name, free.next().value?.number ?? 0);
  return [...contents].flatMap(([name, alike]) => alike.map(({ row }) => [row, taken.get(name) ?? 0] as const));
}

interface Numbered {
  readonly number: number;
  readonly key: string;
}

// Changes that were posted and have left the sheet since keep their numbers, so that there may be more than rows.
const spareNumbers = 8;

function keysFrom(
  group: readonly Printed[],
  count: number,
  book: string,
  { reversed }: KnownKeys,
): Promise<readonly Numbered[]> {
  const row = group[0]?.row;
  if (row === undefined) return Promise.resolve([]);
  const first = updateTypes.some(({ word, atMonthEnd }) => word === row.type && atMonthEnd) ? 1 : 0;
  const numbers = Array.from({ length: count + spareNumbers }, (_, index) => first + index);
  const { asset, periodEnd, type } = row;
  return Promise.all(
    numbers.map(async (number) => ({
      number,
      key: await keyInForce({ asset, periodEnd, type, book, seq: number }, reversed),
    })),
  );
}

/** Gives each content the first number that is its own and nobody's yet. */
function claim(
  contents: ReadonlyMap<string, readonly Printed[]>,
  taken: Map<string, number>,
  isOwn: (printed: Printed, key: string) => boolean,
  keys: readonly Numbered[],
): void {
  for (const [name, alike] of contents) {
    const used = new Set(taken.values());
    const own = keys.find(({ number, key }) => !used.has(number) && alike.some((one) => isOwn(one, key)));
    if (own !== undefined && !taken.has(name)) taken.set(name, own.number);
  }
}

function contentOf({ amount, counterAccount, memo }: SheetRow): string {
  return JSON.stringify([amount, counterAccount, memo]);
}

function byContent({ row: one }: Printed, { row: other }: Printed): number {
  const text = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  return one.amount - other.amount || text(one.counterAccount, other.counterAccount) || text(one.memo, other.memo);
}
