// Goal: whatever the assets did, the three statements of one register agree with each other to the last unit.
import fc from "fast-check";
import { addMonths, frequencies, lastDay, monthOf, type Day } from "../../../src/engine";
import {
  accountUses,
  chargePeriods,
  chargesOf,
  journalOf,
  openRegister,
  rollForwardKeys,
  rollForwardLines,
  rollForwardOf,
  type Block,
  type ClassAccounts,
  type JournalLine,
  type Register,
  type RollForward,
  type RollForwardRow,
} from "../../../src/engine/register";
import { value } from "../random-assets";
import { day } from "./assets";
import type { Movement } from "../../../src/engine/books";
import { openedByHand } from "./hand-made-book";
import { classNames, eventfulAssets, plainAssets } from "./random-registers";

const numRuns = 60;

const plain = plainAssets.map((assets): Register => value(openRegister(assets)));
const eventful = eventfulAssets.map((assets) => openedByHand(...assets));

const plainDay = fc.integer({ min: day("1988-01-01"), max: day("2075-12-31") }).map((on) => on as Day);
const eventfulDay = fc.integer({ min: day("2025-01-01"), max: day("2027-06-30") }).map((on) => on as Day);

const registers = [
  ["assets without events", plain, plainDay],
  ["assets with events", eventful, eventfulDay],
] as const;

describe.each(registers)("%s", (_name, register, anyDay) => {
  const range = fc
    .tuple(anyDay, anyDay)
    .map(([one, other]): readonly [Day, Day] => (one <= other ? [one, other] : [other, one]));
  const key = fc.constantFrom(...rollForwardKeys);

  test("every block ties in its row, every row in its column", () => {
    holds(fc.tuple(register, range, key), ([assets, [from, to], by]) => {
      const { rows, total, check } = value(rollForwardOf(assets, from, to, by));
      const columns = rollForwardLines.map((_line, at) =>
        rows.reduce((sum, { amounts }) => sum + (amounts[at] ?? NaN), 0),
      );
      const tied = [...rows, total].every((row) => row.check === 0 && ties(row));
      return tied && check.every((one) => one === 0) && columns.every((sum, at) => sum === total.amounts[at]);
    });
  });

  test("what is there at the end of a range is there when the next one begins, and both add up to the whole", () => {
    holds(fc.tuple(register, range, fc.nat()), ([assets, [from, to], drawn]) => {
      if (from === to) return true;
      const middle = (from + (drawn % (to - from))) as Day;
      const [first, second, whole] = [
        totalOf(assets, from, middle),
        totalOf(assets, (middle + 1) as Day, to),
        totalOf(assets, from, to),
      ];
      return rollForwardLines.every(({ holds: what, block }, at) => {
        if (what === "opening") return second[at] === first[lineAt(block, "closing")] && whole[at] === first[at];
        return what === "closing" ? whole[at] === second[at] : whole[at] === (first[at] ?? NaN) + (second[at] ?? NaN);
      });
    });
  });

  test("the charges of the assets add up to the roll-forward's, whatever the periods", () => {
    const frequency = fc.constantFrom(...frequencies);
    holds(fc.tuple(register, anyDay, fc.nat(900), frequency, fc.integer({ min: 1, max: 12 })), (drawn) => {
      const [assets, from, days, of, yearEnd] = drawn;
      const to = (from + days) as Day;
      const { total, rows } = value(chargesOf(assets, value(chargePeriods(from, to, of, yearEnd))));
      const sums = totalOf(assets, from, to);
      const each = rows.reduce((sum, { amounts }) => sum + (amounts.ok ? amounts.value.total : NaN), 0);
      return (
        total.total === sums[lineOf("accumulated", "charge")] &&
        each === total.total &&
        total.charges.reduce<number>((sum, charge) => sum + charge, 0) === total.total &&
        total.opening === sums[lineAt("accumulated", "opening")] &&
        total.closing === sums[lineAt("accumulated", "closing")] &&
        total.cost === sums[lineAt("cost", "closing")] &&
        total.bookValue === sums[lineAt("book value", "closing")]
      );
    });
  });

  test("every journal entry balances, debits first, and has a key that no other entry has", () => {
    holds(fc.tuple(register, anyDay), ([assets, on]) => {
      const entries = byEntry(value(journalOf(withOwnIds(assets), monthOf(on), { accounts })));
      const keys = entries.map(([first]) => first?.key);
      return entries.every(isBalanced) && new Set(keys).size === keys.length;
    });
  });

  test("the journal of all months is the movements of the roll-forward, class by class and account by account", () => {
    holds(fc.tuple(register, anyDay, fc.nat(30)), ([assets, on, count]) => {
      const begin = monthOf(on);
      const months = Array.from({ length: count + 1 }, (_, at) => addMonths(begin, at));
      const lines = months.flatMap((month) => value(journalOf(assets, month, { accounts })));
      const { rows } = value(rollForwardOf(assets, firstOf(begin), lastDay(addMonths(begin, count))));
      return rows.every(({ key, amounts }) => {
        const posted = (use: string): number => netOf(lines, accountName(key, use));
        const [cost, accumulated, impairment] = blocks.map((block) => movedIn(block, amounts));
        const charge = amounts[lineOf("accumulated", "charge")];
        return (
          posted("cost") === cost &&
          posted("accumulated") === -((accumulated ?? NaN) + (impairment ?? NaN)) + 0 &&
          posted("expense") === charge
        );
      });
    });
  });

  test("the order of the rows changes neither the roll-forward nor the journal", () => {
    holds(fc.tuple(register, range, fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), key), (drawn) => {
      const [assets, [from, to], ranks, by] = drawn;
      const shuffled = { ...assets, assets: sortedBy(assets.assets, ranks) };
      const journals = [assets, shuffled].map((one) =>
        withoutNumbers(value(journalOf(one, monthOf(to), { accounts }))),
      );
      const forwards = [assets, shuffled].map((one) => value(rollForwardOf(one, from, to, by)));
      return same(forwards[0], forwards[1]) && same(journals[0], journals[1]);
    });
  });
});

test("a month of an asset without events is what its whole history says of it", () => {
  holds(fc.tuple(plain, plainDay), ([{ assets }, on]) =>
    assets.every(({ books }) => {
      const opened = books();
      if (!opened.ok) return true;
      const { history } = opened.value;
      const told = history.changes().filter((change) => monthOf(change.day) === monthOf(on) && !isStill(change));
      const month = history.changesOf(monthOf(on)).filter((change) => !isStill(change));
      return same(month.map(figures), told.map(figures));
    }),
  );
});

function isStill({ cost, accumulated }: Movement): boolean {
  return cost === 0 && accumulated === 0;
}

function figures({ day: on, kind, cost, accumulated, assetClass }: Movement): unknown {
  return [on, kind, cost, accumulated, assetClass];
}

function holds<T>(drawn: fc.Arbitrary<T>, law: (drawn: T) => boolean): void {
  fc.assert(fc.property(drawn, law), { numRuns });
}

const blocks = ["cost", "accumulated", "impairment"] as const;

const accounts: readonly ClassAccounts[] = classNames.map((assetClass) => ({
  assetClass,
  ...Object.fromEntries(accountUses.map(({ word }) => [word, accountName(assetClass, word)])),
}));

function accountName(assetClass: string, use: string): string {
  return `${use} of ${assetClass.toLowerCase()}`;
}

function lineAt(block: Block, what: "opening" | "closing"): number {
  return rollForwardLines.findIndex((line) => line.block === block && line.holds === what);
}

function lineOf(block: Block, word: string): number {
  return rollForwardLines.findIndex((line) => line.block === block && line.word === word);
}

function movedIn(block: Block, amounts: RollForwardRow["amounts"]): number {
  const movements = rollForwardLines.map((line, at) => (line.block === block && Array.isArray(line.holds) ? at : -1));
  return movements.reduce((sum, at) => sum + (at < 0 ? 0 : (amounts[at] ?? NaN)), 0);
}

function ties({ amounts }: RollForwardRow): boolean {
  const at = (block: Block, what: "opening" | "closing"): number => amounts[lineAt(block, what)] ?? NaN;
  const inBlocks = blocks.every((block) => at(block, "opening") + movedIn(block, amounts) === at(block, "closing"));
  const isBookValue = (["opening", "closing"] as const).every(
    (what) => at("book value", what) === at("cost", what) - at("accumulated", what) - at("impairment", what),
  );
  return inBlocks && isBookValue;
}

function totalOf(assets: Register, from: Day, to: Day): RollForward["total"]["amounts"] {
  return value(rollForwardOf(assets, from, to)).total.amounts;
}

function byEntry(lines: readonly JournalLine[]): readonly (readonly JournalLine[])[] {
  const count = lines.at(-1)?.entry ?? 0;
  return Array.from({ length: count }, (_, at) => lines.filter(({ entry }) => entry === at + 1));
}

function isBalanced(lines: readonly JournalLine[]): boolean {
  const debits = lines.findIndex(({ debit }) => debit === undefined);
  const positive = lines.every(
    ({ debit, credit }) => (debit ?? credit ?? 0) > 0 && (debit === undefined) !== (credit === undefined),
  );
  const debitsFirst = lines.slice(debits).every(({ debit }) => debit === undefined);
  return positive && debitsFirst && lines.reduce((sum, line) => sum + net(line), 0) === 0;
}

function net({ debit = 0 as never, credit = 0 as never }: JournalLine): number {
  return debit - credit;
}

function netOf(lines: readonly JournalLine[], account: string): number {
  return lines.filter((line) => line.account === account).reduce((sum, line) => sum + net(line), 0);
}

function withOwnIds(register: Register): Register {
  const assets = register.assets.map((kept, at) => ({
    ...kept,
    asset: { ...kept.asset, id: `${at} ${kept.asset.id}` },
  }));
  return { ...register, assets };
}

function firstOf(month: ReturnType<typeof monthOf>): Day {
  return (lastDay(addMonths(month, -1)) + 1) as Day;
}

function sortedBy<T>(entries: readonly T[], ranks: readonly number[]): readonly T[] {
  return entries
    .map((entry, at) => ({ entry, rank: ranks[at] ?? at }))
    .sort((left, right) => left.rank - right.rank)
    .map(({ entry }) => entry);
}

function withoutNumbers(lines: readonly JournalLine[]): readonly JournalLine[] {
  return lines.map((line) => ({ ...line, entry: 0 }));
}

function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
