import { cents } from "../engine";
import type { AccountTotal, Post, RowStep, Total } from "./steps";

export const noTotal: Total = { count: 0, amount: cents(0) };

/** Count and money of the things of each word. Every word has a total, if only of nothing. */
export function totalsBy<T, W extends string>(
  words: readonly W[],
  things: readonly T[],
  wordOf: (thing: T) => W,
  amountOf: (thing: T) => Total["amount"],
): Readonly<Record<W, Total>> {
  const totals = Object.fromEntries(words.map((word) => [word, noTotal])) as Record<W, Total>;
  for (const thing of things) totals[wordOf(thing)] = plus(totals[wordOf(thing)], amountOf(thing));
  return totals;
}

/** What the rows to be posted come to, by counter account and type, in the order in which they first appear. */
export function byAccount(rows: readonly RowStep[]): readonly AccountTotal[] {
  const totals = new Map<string, AccountTotal>();
  for (const { row } of rows.filter((step): step is Post => step.kind === "post")) {
    const { counterAccount: account, type, amount } = row.line;
    const name = JSON.stringify([account, type]);
    totals.set(name, { account, type, ...plus(totals.get(name) ?? noTotal, amount) });
  }
  return [...totals.values()];
}

function plus(total: Total, amount: Total["amount"]): Total {
  return { count: total.count + 1, amount: cents(total.amount + amount) };
}
