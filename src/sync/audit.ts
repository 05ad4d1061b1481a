import type { PostedUpdate } from "../connectors";
import { type Cents, cents } from "../engine";
import { type Outcome, amountsByRow } from "./outcomes";
import type { RowStep } from "./steps";

/** What a reading after the push found of the rows that are said to be in the ledger. */
export type Audit =
  | { readonly kind: "tied"; readonly count: number; readonly amount: Cents }
  | {
      readonly kind: "differs";
      readonly count: number;
      /** Of the rows in the sheet, and of what the ledger holds for them. */
      readonly amount: Cents;
      readonly held: Cents;
      /** The rows that are not there exactly once. */
      readonly wrong: readonly NotOnce[];
    }
  /** The ledger could not be read. */
  | { readonly kind: "unread"; readonly sentence: string };

export interface NotOnce {
  readonly key: string;
  readonly row: number;
  /** What the ledger calls those that it holds. */
  readonly ids: readonly string[];
}

/** Counts each row that was posted, or was there already, in what the ledger holds now. */
export function auditOf(
  steps: readonly RowStep[],
  outcomes: readonly Outcome[],
  updates: readonly PostedUpdate[],
): Audit {
  const amounts = amountsByRow(steps);
  const held = heldBy(updates);
  const said = outcomes.filter(({ word }) => word === "Posted" || word === "Already there");
  const found = said.map((outcome) => ({ outcome, there: held(outcome) }));
  const wrong = found
    .filter(({ there }) => there.length !== 1)
    .map(({ outcome: { key, row }, there }) => ({ key, row, ids: there.map(({ id }) => id) }));
  const [count, amount] = [said.length, sum(said.map(({ row }) => amounts.get(row) ?? cents(0)))];
  const inLedger = sum(found.flatMap(({ there }) => there.map((posted) => posted.amount)));
  if (wrong.length === 0 && inLedger === amount) return { kind: "tied", count, amount };
  return { kind: "differs", count, amount, held: inLedger, wrong };
}

/** By the row's key; what came through another door bears none, and is known by the ledger's own id. */
function heldBy(updates: readonly PostedUpdate[]): (outcome: Outcome) => readonly PostedUpdate[] {
  const byName = new Map<string, PostedUpdate[]>();
  for (const update of updates.filter(({ archived }) => !archived)) {
    const name = update.key ?? update.id;
    byName.set(name, [...(byName.get(name) ?? []), update]);
  }
  return ({ key, ledgerRef = "" }) => byName.get(key) ?? byName.get(ledgerRef) ?? [];
}

function sum(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce<number>((total, amount) => total + amount, 0));
}
