import type { Balances, MovementKind } from "../books";
import type { AccountWord } from "./accounts";
import type { Change } from "./history";

/** One side of a journal entry, in whole minor units: a debit is positive, a credit negative. */
export interface Side {
  readonly assetClass: string;
  readonly use: AccountWord;
  readonly amount: number;
  /** The account that an event names instead of the class's own. */
  readonly account?: string;
}

/** How a kind of movement is posted. */
export interface EntryKind {
  /** As posting keys have it. */
  word(change: Change): string;
  readonly label: string;
  /** The sides that the movement has; those of 0 are left out later. */
  sides(change: Change): readonly Side[];
}

/** In the order in which the entries of one day follow each other. Opening balances were posted before. */
export const entryKinds: readonly (readonly [MovementKind, EntryKind])[] = [
  ["acquisition", { word: () => "ACQUISITION", label: "Acquisition", sides: bought }],
  ["improvement", { word: () => "IMPROVEMENT", label: "Improvement", sides: bought }],
  ["transfer", { word: () => "TRANSFER", label: "Transfer", sides: transferred }],
  ["depreciation", { word: () => "DEPRECIATION", label: "Depreciation", sides: charged }],
  ["revaluation", { word: direction, label: "Revaluation", sides: revalued }],
  ["impairment", { word: () => "IMPAIRMENT", label: "Impairment", sides: impaired }],
  ["impairment-reversal", { word: () => "IMPAIRMENT_REVERSAL", label: "Impairment reversal", sides: impaired }],
  ["disposal", { word: () => "DISPOSAL", label: "Disposal", sides: disposed }],
];

function bought({ assetClass, cost, counterAccount }: Change): readonly Side[] {
  return [debit(assetClass, "cost", cost), credit(assetClass, "clearing", cost, counterAccount)];
}

function charged({ assetClass, accumulated, counterAccount }: Change): readonly Side[] {
  return [debit(assetClass, "expense", accumulated, counterAccount), credit(assetClass, "accumulated", accumulated)];
}

// A loss on a revalued asset takes its surplus first (IAS 36.60), and only the rest is a loss of the period.
function impaired(change: Change): readonly Side[] {
  const { assetClass, profit, counterAccount } = change;
  return [...ownAccounts(change), credit(assetClass, "impairment", profit, counterAccount)];
}

// What reverses an earlier loss goes through profit or loss, and so does a loss beyond the surplus (IAS 16.39-40).
function revalued(change: Change): readonly Side[] {
  const { assetClass, profit, counterAccount } = change;
  return [...ownAccounts(change), credit(assetClass, profit > 0 ? "gain" : "loss", profit, counterAccount)];
}

function direction({ cost, accumulated, impairment }: Change): string {
  return cost - accumulated - impairment >= 0 ? "REVALUATION_UP" : "REVALUATION_DOWN";
}

// The surplus of what was sold is transferred directly to retained earnings (IAS 16.41).
function disposed(change: Change): readonly Side[] {
  const { assetClass, proceeds, profit, surplus, counterAccount } = change;
  return [
    ...ownAccounts(change),
    debit(assetClass, "clearing", proceeds, counterAccount),
    credit(assetClass, profit > 0 ? "gain" : "loss", profit),
    debit(assetClass, "retained", surplus),
  ];
}

function transferred({ assetClass, left }: Change): readonly Side[] {
  if (left === undefined) return [];
  const gone = ownAccounts({ assetClass: left.assetClass, ...left.balances });
  const come = ownAccounts({ assetClass, ...left.balances });
  return [...come, ...gone.map((one) => ({ ...one, amount: 0 - one.amount }))];
}

type Own = Balances & { readonly assetClass: string };

function ownAccounts({ assetClass, cost, accumulated, impairment, surplus }: Own): readonly Side[] {
  return [
    debit(assetClass, "cost", cost),
    credit(assetClass, "accumulated", accumulated + impairment),
    credit(assetClass, "surplus", surplus),
  ];
}

function debit(assetClass: string, use: AccountWord, amount: number, account = ""): Side {
  return { assetClass, use, amount, ...(account === "" ? {} : { account }) };
}

function credit(assetClass: string, use: AccountWord, amount: number, account?: string): Side {
  return debit(assetClass, use, 0 - amount, account);
}
