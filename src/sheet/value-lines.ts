/** The schedule's lines of one asset: its charges, and what else changes its book value. */
import type { AccountWord, AssetBook, Day, Frequency, Month, Movement, Result } from "../engine";
import { cents, monthOf, monthText, ok } from "../engine";
import { type Accounts, accountOf } from "./accounts";
import type { Change } from "./changes";
import { chargeLines, type ChargeLines } from "./charge-lines";
import type { RegisterAsset } from "./register-row";
import type { ScheduleLine } from "./schedule";
import type { UpdateType } from "./update-types";

export interface ValueTerms {
  readonly accounts: Accounts;
  readonly from: Month;
  readonly to: Month;
  readonly frequency: Frequency;
  /** The asset's charges that the ledger holds. */
  readonly posted: readonly ScheduleLine[];
  /** Where a difference to what is posted goes. */
  readonly change?: Change | undefined;
}

export interface ValueLines extends ChargeLines {
  /** What no single row can post: it has no type of its own, or several counter accounts. */
  readonly byHand: readonly Movement[];
}

/**
 * The lines of the months from..to, both included, and every posted charge; the events of a month before its charge.
 * Problems: those of books that go on from what was posted.
 */
export function valueLines(asset: RegisterAsset, book: AssetBook, terms: ValueTerms): Result<ValueLines> {
  const { accounts, from, to } = terms;
  const isAsked = (day: Day): boolean => monthOf(day) >= from && monthOf(day) <= to;
  const { movements } = book;
  const classAt = classesOf(asset, movements);
  const accountAt = (day: Day): string => accountOf(accounts, classAt(day), "expense");
  const charged = chargeLines(asset, book, { ...terms, accountAt });
  if (!charged.ok) return charged;
  const changes = movements.filter(({ day, kind }) => isAsked(day) && !silent.has(kind));
  const posted = changes.map((movement) => ({ movement, line: lineOf(asset, movement, accounts, classAt) }));
  const lines = posted.flatMap(({ line }) => (line === undefined ? [] : [line]));
  return ok({
    ...charged.value,
    lines: [...lines, ...charged.value.lines].sort((left, right) => left.periodEnd - right.periodEnd),
    byHand: posted.filter(({ line }) => line === undefined).map(({ movement }) => movement),
  });
}

/** What the rows of the schedule carry already, or what is in the ledger with the asset itself. */
const silent: ReadonlySet<Movement["kind"]> = new Set(["acquisition", "opening", "depreciation"]);

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

// In the month of a transfer the charge belongs to the new class.
function classesOf({ assetClass }: RegisterAsset, movements: AssetBook["movements"]): (day: Day) => string {
  const transfers = movements.filter(({ kind }) => kind === "transfer");
  return (day) => transfers.filter((one) => one.day <= day).at(-1)?.assetClass ?? assetClass;
}
