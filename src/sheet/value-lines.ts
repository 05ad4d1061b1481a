/** The schedule's lines of one asset: its charges, and what else changes its book value. */
import type { AccountWord, AssetBook, Cents, Day, Month, Movement } from "../engine";
import { cents, monthOf, monthText } from "../engine";
import { type Accounts, accountOf } from "./accounts";
import type { RegisterAsset } from "./register-row";
import type { ScheduleLine } from "./schedule";
import type { UpdateType } from "./update-types";

export interface ValueLines {
  readonly lines: readonly ScheduleLine[];
  /** What no single row can post: it has no type of its own, or several counter accounts. */
  readonly byHand: readonly Movement[];
}

/** The lines of the months from..to, both included, the events of a month before its charge. */
export function valueLines(
  asset: RegisterAsset,
  book: AssetBook,
  accounts: Accounts,
  from: Month,
  to: Month,
): ValueLines {
  const isAsked = (day: Day): boolean => monthOf(day) >= from && monthOf(day) <= to;
  const changes = book.movements.filter(({ day, kind }) => isAsked(day) && !silent.has(kind));
  const classAt = classesOf(asset, book);
  const posted = changes.map((movement) => ({ movement, line: lineOf(asset, movement, accounts, classAt) }));
  const lines = posted.flatMap(({ line }) => (line === undefined ? [] : [line]));
  const alike = lines.filter((line, at) => lines.findIndex((other) => isSameRow(line, other)) === at);
  const charges = book.rows.flatMap(({ lastDay, charge }): readonly ScheduleLine[] => {
    if (lastDay === undefined || charge === 0 || !isAsked(lastDay)) return [];
    return [chargeLine(asset, lastDay, charge, accountOf(accounts, classAt(lastDay), "expense"))];
  });
  return {
    lines: [...alike, ...charges].sort((left, right) => left.periodEnd - right.periodEnd),
    byHand: posted.filter(({ line }) => line === undefined || !alike.includes(line)).map(({ movement }) => movement),
  };
}

/** What the rows of the schedule carry already, or what is in the ledger with the asset itself. */
const silent: ReadonlySet<Movement["kind"]> = new Set(["acquisition", "opening", "depreciation"]);

function chargeLine({ id, description }: RegisterAsset, periodEnd: Day, amount: Cents, account: string): ScheduleLine {
  const memo = `Depreciation ${monthText(monthOf(periodEnd))}, ${description || id}`;
  return { asset: id, periodEnd, type: "DEPRECIATION", amount, counterAccount: account, memo };
}

interface Posting {
  readonly type: UpdateType;
  readonly label: string;
  readonly counter: AccountWord;
}

// A revaluation that goes to the surplus alone has one counter account; so has a loss that takes none of it.
const postings: readonly { readonly of: (movement: Movement) => boolean; readonly posting: Posting }[] = [
  {
    of: ({ kind }) => kind === "improvement",
    posting: { type: "IMPROVEMENT", label: "Improvement", counter: "clearing" },
  },
  {
    of: ({ kind, surplus }) => kind === "impairment" && surplus === 0,
    posting: { type: "IMPAIRMENT", label: "Impairment", counter: "impairment" },
  },
  {
    of: ({ kind, surplus, profit }) => kind === "revaluation" && profit === 0 && surplus > 0,
    posting: { type: "REVALUATION_UP", label: "Revaluation", counter: "surplus" },
  },
  {
    of: ({ kind, surplus, profit }) => kind === "revaluation" && surplus === 0 && profit > 0,
    posting: { type: "REVALUATION_UP", label: "Revaluation", counter: "gain" },
  },
  {
    of: ({ kind, surplus, profit }) => kind === "revaluation" && profit === 0 && surplus < 0,
    posting: { type: "REVALUATION_DOWN", label: "Revaluation", counter: "surplus" },
  },
  {
    of: ({ kind, surplus, profit }) => kind === "revaluation" && surplus === 0 && profit < 0,
    posting: { type: "REVALUATION_DOWN", label: "Revaluation", counter: "loss" },
  },
];

function lineOf(
  { id, description }: RegisterAsset,
  movement: Movement,
  accounts: Accounts,
  classAt: (day: Day) => string,
): ScheduleLine | undefined {
  const posting = postings.find(({ of }) => of(movement))?.posting;
  if (posting === undefined) return undefined;
  const { cost, accumulated, impairment, day, counterAccount } = movement;
  return {
    asset: id,
    periodEnd: day,
    type: posting.type,
    amount: cents(Math.abs(cost - accumulated - impairment)),
    counterAccount: counterAccount ?? accountOf(accounts, classAt(day), posting.counter),
    memo: `${posting.label} ${monthText(monthOf(day))}, ${description || id}`,
  };
}

// The ledger knows a row by its asset, day and type.
function isSameRow(left: ScheduleLine, right: ScheduleLine): boolean {
  return left.periodEnd === right.periodEnd && left.type === right.type;
}

// In the month of a transfer the charge belongs to the new class.
function classesOf({ assetClass }: RegisterAsset, { movements }: AssetBook): (day: Day) => string {
  const transfers = movements.filter(({ kind }) => kind === "transfer");
  return (day) => transfers.filter((one) => one.day <= day).at(-1)?.assetClass ?? assetClass;
}
