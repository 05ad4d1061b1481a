import type { AssetAccounts, PostedUpdate } from "../connectors";
import type { Decimals } from "../engine";
import { eventsByAsset, noEvents, type Events, type Finding, type Register, type RegisterAsset } from "../sheet";
import { matchIn, newAssetOf } from "./asset-match";
import { waitingForEarlier } from "./earlier-months";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import type { LedgerState } from "./ledger-state";
import { crossedRows } from "./overlap";
import { chargesIn } from "./posted";
import { type Sight, stepOf } from "./row-step";
import type { CreateAsset, Plan, RowStep } from "./steps";
import { type TermsChange, termsChange } from "./terms-hash";
import { tiedToDate } from "./to-date";
import { byAccount, totalsBy } from "./totals";

export interface PlanInput {
  readonly scope: string;
  readonly book: string;
  readonly decimals: Decimals;
  /** From `identify`. */
  readonly rows: readonly IdentifiedRow[];
  /** The keys that the rows were not given because they were reversed. */
  readonly reversed?: ReadonlySet<string>;
  /** Findings of the schedule sheet; an error blocks its row. */
  readonly findings: readonly Finding[];
  readonly register: Register;
  readonly accountsOf: (assetClass: string) => AssetAccounts;
  /** Whether the ledger counts a key that is sent twice once: see `PostVerb`. */
  readonly countsKeysOnce: boolean;
  /** From `readLedger`. */
  readonly ledger: LedgerState;
  /** From the journal's `records`. */
  readonly journal: ReadonlyMap<string, JournalRecord>;
  /** From `termsHashes`; without it nobody notices that terms changed. */
  readonly termsOf?: ReadonlyMap<string, string>;
  /** The keys that are wanted: the other rows are judged with them, but have no step. All, where it is left out. */
  readonly only?: ReadonlySet<string>;
  /** Milliseconds since 1970-01-01 UTC. */
  readonly now: number;
  /** What happens to assets in mid-life; none when absent. */
  readonly events?: Events;
  /** Whether months may be posted although earlier ones of their assets are missing; false when absent. */
  readonly withoutEarlier?: boolean;
}

const kinds: readonly RowStep["kind"][] = ["post", "already-there", "changed", "blocked", "skipped"];

/** Decides for every row what a push would do. Pure: it sends nothing, reads nothing and asks no clock. */
export function plan(input: PlanInput): Plan {
  const sight = sightOf(input);
  const rows = stepsOf(input, sight);
  return {
    scope: input.scope,
    book: input.book,
    decimals: input.decimals,
    createAssets: missingAssets(rows, sight, input.accountsOf),
    rows,
    totals: totalsBy(
      kinds,
      rows,
      ({ kind }) => kind,
      ({ row }) => row.line.amount,
    ),
    byAccount: byAccount(rows),
    termsChanged: termsChanges(rows, sight),
    reversed: input.reversed ?? new Set(),
  };
}

function stepsOf(input: PlanInput, sight: Sight): readonly RowStep[] {
  const { rows, only, decimals, events = noEvents, withoutEarlier = false } = input;
  const judged = rows.map((row) => stepOf(row, sight));
  const isWanted = ({ key }: IdentifiedRow): boolean => only?.has(key) ?? true;
  const given = { sight, eventsOf: eventsByAsset(events), updates: input.ledger.updates, isWanted };
  const steps = tiedToDate(withoutEarlier ? judged : waitingForEarlier(judged, given), {
    assetOf: (id) => sight.register.get(id),
    postingsOf: (asset) => postingsOf(asset, sight),
    decimals,
    withoutEarlier,
  });
  return steps.filter(({ row }) => isWanted(row));
}

function postingsOf(asset: RegisterAsset, { ledgerAsset, charges }: Sight): readonly PostedUpdate[] {
  const held = ledgerAsset(asset);
  return held === undefined ? [] : charges.depreciation(held.ledgerId);
}

function termsChanges(rows: readonly RowStep[], sight: Sight): readonly TermsChange[] {
  const assets = [...new Set(rows.map(({ row }) => row.line.asset))].map((id) => sight.register.get(id));
  return assets
    .map((asset) =>
      asset === undefined ? undefined : termsChange(asset.id, sight.termsOf.get(asset.id), postingsOf(asset, sight)),
    )
    .filter((change) => change !== undefined);
}

function sightOf(input: PlanInput): Sight {
  const { book, decimals, rows, findings, register, ledger, journal, now, countsKeysOnce, termsOf = new Map() } = input;
  const errors = findings.filter(({ table, severity }) => table === "schedule" && severity === "error");
  return {
    book,
    decimals,
    journal,
    now,
    findings: new Map(errors.map((finding) => [finding.row, finding])),
    register: new Map(register.assets.map((asset) => [asset.id, asset])),
    ledgerAsset: matchIn(ledger.assets),
    charges: chargesIn(ledger.updates, book),
    alike: groupedByKey(rows),
    crossed: crossedRows(rows),
    termsOf,
    countsKeysOnce,
  };
}

/** Rows by key; more than one row under a key are copies of one another. */
function groupedByKey(rows: readonly IdentifiedRow[]): ReadonlyMap<string, readonly IdentifiedRow[]> {
  const groups = new Map<string, IdentifiedRow[]>();
  for (const row of rows) {
    const group = groups.get(row.key);
    if (group === undefined) groups.set(row.key, [row]);
    else group.push(row);
  }
  return groups;
}

/** The assets that have something to post and that the ledger does not know, each once. */
function missingAssets(
  rows: readonly RowStep[],
  { register }: Sight,
  accountsOf: PlanInput["accountsOf"],
): readonly CreateAsset[] {
  const missing = new Set(
    rows.filter((step) => step.kind === "post" && step.ledgerId === undefined).map(({ row }) => row.line.asset),
  );
  return [...missing]
    .map((id) => register.get(id))
    .filter((asset) => asset !== undefined)
    .map((asset) => ({ kind: "create-asset", asset: newAssetOf(asset, accountsOf(asset.assetClass)) }));
}
