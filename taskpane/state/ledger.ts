import type { Connection, Connector, LedgerAsset, PostedUpdate, Refusal } from "../../src/connectors";
import { cents, fail, ok, type Cents, type Result } from "../../src/engine";
import { updateTypes, type ScheduleLine } from "../../src/sheet";
import { bookOfKey, readLedger, usualBook } from "../../src/sync";
import { createStore } from "../store";
import { gather, type Gathered } from "./gather";
import { onOtherLedger } from "./other-ledger";

/** One asset as the ledger holds it, beside the sheet. */
export interface LedgerLine {
  readonly ledgerId: string;
  readonly asset: string;
  readonly name: string;
  /** missing: the sheet charges it and the ledger does not know it. */
  readonly standing: LedgerAsset["standing"] | "missing";
  readonly postings: number;
  /** What the postings took from the book value; additions count against it. */
  readonly posted: Cents;
  /** The same of the sheet's schedule. */
  readonly sheet: Cents;
}

export interface LedgerTotals {
  readonly postings: number;
  readonly posted: Cents;
  readonly sheet: Cents;
}

export interface LedgerState {
  readonly busy: boolean;
  readonly trouble: string | undefined;
  readonly lines: readonly LedgerLine[] | undefined;
}

export const ledgerState = createStore<LedgerState>({ busy: false, trouble: undefined, lines: undefined });

onOtherLedger(forgetLedger);

// Another ledger may be chosen while a slow one is still being read: its answer is then for nobody.
let latest = 0;

/** Reads what the connected ledger holds. Changes nothing there. */
export async function readLedgerNow(): Promise<void> {
  const number = (latest += 1);
  ledgerState.set({ busy: true, trouble: undefined });
  const lines = await linesNow();
  if (number !== latest) return;
  ledgerState.set({ busy: false, ...(lines.ok ? { lines: lines.value } : { trouble: lines.problem }) });
}

export function forgetLedger(): void {
  latest += 1;
  ledgerState.set({ busy: false, lines: undefined, trouble: undefined });
}

/** Totals of the ledger's lines and of the sheet's. */
export function ledgerTotals(lines: readonly LedgerLine[]): LedgerTotals {
  const sum = (part: (line: LedgerLine) => number): number => lines.reduce((total, line) => total + part(line), 0);
  return {
    postings: sum(({ postings }) => postings),
    posted: cents(sum(({ posted }) => posted)),
    sheet: cents(sum(({ sheet }) => sheet)),
  };
}

async function linesNow(): Promise<Result<readonly LedgerLine[], string>> {
  const gathered = await gather();
  if (!gathered.ok) return gathered;
  const holdings = await holdingsOf(gathered.value);
  if (!holdings.ok) return fail(holdings.problem.sentence);
  return ok(linesOf(holdings.value, gathered.value.onSheet?.lines ?? []));
}

interface Posted {
  readonly ledgerId: string;
  readonly amount: number;
}

export interface Holdings {
  readonly assets: readonly LedgerAsset[];
  readonly posted: readonly Posted[];
}

function holdingsOf({ connection, connector, book }: Gathered): Promise<Result<Holdings, Refusal>> {
  if (connector.post !== undefined) return postHoldings(connection, connector.post, book);
  if (book === usualBook) return runHoldings(connection, connector);
  const sentence = `${connector.label} keeps one book, ${usualBook}; the book chosen is ${book}.`;
  return Promise.resolve(fail({ kind: "rejected", sentence }));
}

async function postHoldings(
  connection: Connection,
  verb: NonNullable<Connector["post"]>,
  book: string,
): Promise<Result<Holdings, Refusal>> {
  const ledger = await readLedger(verb, connection);
  if (!ledger.ok) return ledger;
  // What names no book may be of any, and is shown in each, as it counts in each when something is posted.
  const bookOf = ({ book: said, key = "" }: PostedUpdate): string => said ?? bookOfKey(key) ?? book;
  const live = ledger.value.updates.filter((update) => !update.archived && bookOf(update) === book);
  const posted = live.map(({ ledgerId, amount, type }) => ({ ledgerId, amount: amount * weightOf(type) }));
  return ok({ assets: ledger.value.assets, posted });
}

async function runHoldings(connection: Connection, { run, label }: Connector): Promise<Result<Holdings, Refusal>> {
  if (run === undefined) return fail({ kind: "rejected", sentence: `${label} has nothing to read here.` });
  const assets = await run.assets(connection);
  if (!assets.ok) return assets;
  const posted: Posted[] = [];
  // One after the other: a ledger that is read must not be flooded.
  for (const { ledgerId } of assets.value) {
    const entries = await run.entries(connection, ledgerId);
    if (!entries.ok) return entries;
    const live = entries.value.filter(({ standing }) => standing !== "reversed");
    posted.push(...live.map(({ charge }) => ({ ledgerId, amount: charge })));
  }
  return ok({ assets: assets.value, posted });
}

/** A charge takes from the book value and counts as it is; an addition counts against it. */
function weightOf(type: string): number {
  return -(updateTypes.find(({ word }) => word === type)?.sign ?? -1);
}

/** A ledger lists assets as they came to it, and several are created at a time: A-2 is looked for before A-10. */
const asNumbered = new Intl.Collator("en", { numeric: true });

/** The ledger's assets in the order of their names with what was posted to them, then those that only the sheet charges. */
export function linesOf({ assets, posted }: Holdings, charges: readonly ScheduleLine[]): readonly LedgerLine[] {
  const sheet = sums(charges.map(({ asset, amount, type }) => ({ of: asset, amount: amount * weightOf(type) })));
  const ledger = sums(posted.map(({ ledgerId, amount }) => ({ of: ledgerId, amount })));
  const known = new Set(assets.map(({ asset }) => asset));
  const strangers = [...sheet.keys()].filter((asset) => !known.has(asset));
  return [
    ...[...assets].sort(byAsset).map(({ ledgerId, asset = "", name, standing }) => {
      const { count = 0, amount = 0 } = ledger.get(ledgerId) ?? {};
      const inSheet = cents(sheet.get(asset)?.amount ?? 0);
      return { ledgerId, asset, name, standing, postings: count, posted: cents(amount), sheet: inSheet };
    }),
    ...strangers.map((asset) => ({
      ledgerId: "",
      asset,
      name: "",
      standing: "missing" as const,
      postings: 0,
      posted: cents(0),
      sheet: cents(sheet.get(asset)?.amount ?? 0),
    })),
  ];
}

function byAsset({ asset = "" }: LedgerAsset, { asset: other = "" }: LedgerAsset): number {
  return asNumbered.compare(asset, other);
}

interface Sum {
  readonly count: number;
  readonly amount: number;
}

function sums(parts: readonly { readonly of: string; readonly amount: number }[]): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>();
  for (const { of, amount } of parts) {
    const sum = found.get(of) ?? { count: 0, amount: 0 };
    found.set(of, { count: sum.count + 1, amount: sum.amount + amount });
  }
  return found;
}
