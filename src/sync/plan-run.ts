import type {
  AssetAccounts,
  Connection,
  Connector,
  LedgerAsset,
  PreviewLine,
  Refusal,
  RunEntry,
  RunVerb,
} from "../connectors";
import { type Cents, type Day, type Decimals, type Month, type Result, cents, lastDay, ok } from "../engine";
import { calendarMonth, coveredRange, type Register, type RegisterAsset } from "../sheet";
import { matchIn, newAssetOf } from "./asset-match";
import { type Clock, systemClock } from "./clock";
import { type IdentifiedRow, type SheetRow, identify } from "./identify";
import { inParallel } from "./in-parallel";
import type { Journal } from "./journal";
import { type RunLine, creationKeyOf, lineOf } from "./run-line";
import { type Found, type Look, foundThere, notThere, settledByLooking } from "./settle-found";
import type { CreateAsset } from "./steps";

export interface RunInput {
  readonly connector: Connector;
  readonly connection: Connection;
  readonly journal: Journal;
  readonly book: string;
  readonly decimals: Decimals;
  readonly month: Month;
  readonly register: Register;
  readonly accountsOf: (assetClass: string) => AssetAccounts;
  /** The schedule's rows; those of other months and types are passed over. */
  readonly rows: readonly SheetRow[];
  readonly clock?: Clock;
  /** 0 up to but not 1, for the jitter. */
  readonly random?: () => number;
}

/** An asset that the ledger knows, but that is not in service there. */
export interface PlaceInService {
  readonly asset: string;
  readonly ledgerId: string;
  readonly inService: Day;
}

export interface RunPlan {
  readonly scope: string;
  readonly book: string;
  readonly month: Month;
  readonly decimals: Decimals;
  /** One for every asset that has a row in the sheet or a charge in the ledger for the month. */
  readonly lines: readonly RunLine[];
  readonly createAssets: readonly CreateAsset[];
  readonly placeInService: readonly PlaceInService[];
  /** Of the lines where both sides have an amount. */
  readonly totals: { readonly sheet: Cents; readonly ledger: Cents; readonly difference: Cents };
}

/**
 * Previews a month and compares it, asset by asset, with the sheet. Changes nothing in the ledger; requests whose outcome
 * was not known are settled in the journal by what it has booked.
 */
export async function planRun(input: RunInput): Promise<Result<RunPlan, Refusal>> {
  const verb = runVerbOf(input);
  const now = (input.clock ?? systemClock).now();
  const [assets, preview] = [await verb.assets(input.connection), await verb.preview(input.connection, input.month)];
  if (!assets.ok) return assets;
  if (!preview.ok) return preview;
  const pairs = pairsOf(input.register, assets.value);
  const known = pairs.map(({ held }) => held?.ledgerId).filter((id) => id !== undefined);
  const entries = await entriesOf(verb, input, known);
  if (!entries.ok) return entries;
  const lines = await linesOf(input, pairs, { preview: preview.value, entries: entries.value, now });
  return ok({ ...planOf(input, pairs, lines), lines, totals: totalsOf(lines) });
}

export function runVerbOf({ connector }: RunInput): RunVerb {
  if (connector.run === undefined) throw new Error(`${connector.label} runs no depreciation of its own.`);
  return connector.run;
}

/** What the ledger holds for the month, by ledger id; reversed entries do not count. */
export async function entriesOf(
  verb: RunVerb,
  { connection, month }: RunInput,
  ledgerIds: readonly string[],
): Promise<Result<ReadonlyMap<string, RunEntry>, Refusal>> {
  const answers = await inParallel(ledgerIds, (id) => verb.entries(connection, id));
  const found = new Map<string, RunEntry>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    const entry = answer.value.find((one) => one.month === month && one.standing !== "reversed");
    if (entry !== undefined) found.set(entry.ledgerId, entry);
  }
  return ok(found);
}

interface Pair {
  readonly asset: RegisterAsset;
  readonly held: LedgerAsset | undefined;
}

function pairsOf({ assets }: Register, held: readonly LedgerAsset[]): readonly Pair[] {
  const match = matchIn(held);
  return assets.map((asset) => ({ asset, held: match(asset) }));
}

/** What the ledger said, and when it was asked. */
interface Read {
  readonly preview: readonly PreviewLine[];
  readonly entries: ReadonlyMap<string, RunEntry>;
  readonly now: number;
}

async function linesOf(
  input: RunInput,
  pairs: readonly Pair[],
  { preview, entries, now }: Read,
): Promise<readonly RunLine[]> {
  const { month, book, decimals, journal } = input;
  const [verb, monthEnd] = [runVerbOf(input), lastDay(month)];
  const ofMonth = input.rows.filter((row) => isOfMonth(row, monthEnd));
  const rows = await identify(ofMonth, book);
  const previews = new Map(preview.map((line) => [line.ledgerId, line]));
  const rowsOf = (asset: string): readonly IdentifiedRow[] => rows.filter(({ line }) => line.asset === asset);
  const look = lookAt(
    pairs.map(({ asset: { id }, held }) => ({ asset: id, held, rows: rowsOf(id) })),
    entries,
  );
  const records = await settledByLooking(journal, await journal.records(), look, now);
  return pairs
    .map(({ asset, held }) =>
      lineOf({
        asset,
        held,
        rows: rowsOf(asset.id),
        preview: held === undefined ? undefined : previews.get(held.ledgerId),
        entry: held === undefined ? undefined : entries.get(held.ledgerId),
        misfit: held === undefined ? verb.misfit(newAssetOf(asset, input.accountsOf(asset.assetClass))) : undefined,
        records,
        monthEnd,
        decimals,
        now,
      }),
    )
    .filter((line) => line !== undefined);
}

interface Sought {
  readonly asset: string;
  readonly held: LedgerAsset | undefined;
  readonly rows: readonly IdentifiedRow[];
}

/** Looks for the month's charges and for assets that were made, which alone a run journals. */
function lookAt(sought: readonly Sought[], entries: ReadonlyMap<string, RunEntry>): Look {
  const found = new Map<string, Found>();
  for (const { asset, held, rows } of sought) {
    found.set(creationKeyOf(asset), held === undefined ? notThere : { events: ["there"], sentence: foundThere });
    const entry = entries.get(held?.ledgerId ?? "");
    const ofRows = entry === undefined ? notThere : there(entry);
    for (const { key } of rows) found.set(key, ofRows);
  }
  return ({ key }) => found.get(key);
}

function there({ id, charge }: RunEntry): Found {
  return { events: ["there"], sentence: foundThere, held: { id, amount: charge } };
}

/** A row of a longer period, or a correction, is not what the ledger runs. */
function isOfMonth(row: SheetRow, monthEnd: Day): boolean {
  const [range, month] = [coveredRange(row), calendarMonth(monthEnd)];
  return range?.first === month.first && range.last === month.last;
}

function planOf(
  { journal, book, month, decimals, accountsOf }: RunInput,
  pairs: readonly Pair[],
  lines: readonly RunLine[],
) {
  const wanted = new Set(lines.filter(({ standing }) => standing === "create").map(({ asset }) => asset));
  const missing = pairs.filter(({ asset }) => wanted.has(asset.id));
  return {
    scope: journal.scope,
    book,
    month,
    decimals,
    createAssets: missing
      .filter(({ held }) => held === undefined)
      .map(({ asset }) => ({ kind: "create-asset", asset: newAssetOf(asset, accountsOf(asset.assetClass)) }) as const),
    placeInService: missing.flatMap(({ asset, held }) =>
      held === undefined ? [] : [{ asset: asset.id, ledgerId: held.ledgerId, inService: asset.inService }],
    ),
  };
}

export function totalsOf(lines: readonly RunLine[]): RunPlan["totals"] {
  const both = lines.filter(({ difference }) => difference !== undefined);
  const sum = (pick: (line: RunLine) => Cents | undefined) =>
    cents(both.reduce((total, line) => total + (pick(line) ?? 0), 0));
  return {
    sheet: sum((line) => line.sheet),
    ledger: sum((line) => line.ledger),
    difference: sum((line) => line.difference),
  };
}
