import type { Decimals, Result } from "../../src/engine";
import { readSchedule, type SheetSettings, type StatusBlock } from "../../src/sheet";
import {
  identify,
  statusOf,
  statusOfStep,
  usualBook,
  type CreatedAsset,
  type IdentifiedRow,
  type KnownKeys,
  type Outcome,
  type RowStep,
} from "../../src/sync";
import type { Trouble } from "../workbook";
import type { PlacedTable } from "../workbook/place";
import { writeLedgerIds } from "../workbook/write-ledger-ids";
import { writeStatuses } from "../workbook/write-statuses";
import type { ReadWorkbook } from "./understand";

/** What the sheet is told after a push or a run. */
export interface News {
  readonly read: ReadWorkbook;
  /** The book of the rows. */
  readonly book: string;
  readonly outcomes: readonly Outcome[];
  /** The plan's rows; those that were not sent have something to say as well. */
  readonly steps: readonly RowStep[];
  /** The plan's: the rows are found by the keys that they had in it. */
  readonly reversed: ReadonlySet<string>;
  readonly created: readonly CreatedAsset[];
}

/** Writes the statuses beside the rows and the ledger's ids beside the assets. A sentence says what could not be written. */
export async function writeOutcomes({
  read,
  book,
  outcomes,
  steps,
  reversed,
  created,
}: News): Promise<string | undefined> {
  const { settings } = read;
  const statuses = statusesOf(outcomes, steps, settings.decimals);
  const known = knownKeysOf(steps, reversed);
  const written = await writeStatuses(statuses, (schedule) => keysOf(schedule, settings, book, known), book);
  const ids = await keepIds(read, created);
  if (!written.ok) return untold(written.problem);
  return ids.ok ? undefined : untold(ids.problem);
}

/** What the rows of a plan are known by when they are looked for in the sheet again. */
export function knownKeysOf(steps: readonly RowStep[], reversed: ReadonlySet<string>): KnownKeys {
  const fingerprints = new Map(steps.map(({ row }) => [row.key, row.fingerprint]));
  const postedLate = steps.flatMap(({ row: { key, line } }) =>
    line.postingDate === undefined ? [] : [[key, line.postingDate] as const],
  );
  return { fingerprints, reversed, postedLate: new Map(postedLate) };
}

function untold({ sentence }: Trouble): string {
  return `The ledger has it, but the sheet could not be told: ${sentence} Preview again to fill the statuses in.`;
}

/** The statuses by key: of what came to an end its outcome, of the others what their step says. */
export function statusesOf(
  outcomes: readonly Outcome[],
  steps: readonly RowStep[],
  decimals: Decimals,
): ReadonlyMap<string, StatusBlock> {
  const statuses = new Map(steps.map((step) => [step.row.key, statusOfStep(step, decimals)]));
  for (const outcome of outcomes) statuses.set(outcome.key, statusOf(outcome, decimals));
  for (const { row } of steps) keepPostingTime(statuses, row);
  return statuses;
}

/** A ledger that holds a charge already does not say since when; the sheet may know it from the push that sent it. */
function keepPostingTime(statuses: Map<string, StatusBlock>, { key, status: old }: IdentifiedRow): void {
  const status = statuses.get(key);
  const isSame = old?.syncKey === key && old.ledgerRef !== "" && old.ledgerRef === status?.ledgerRef;
  if (isSame && status.postedAt === "") statuses.set(key, { ...status, postedAt: old.postedAt });
}

/** The keys of a schedule's rows as they stand now, by their place in the matrix. */
export async function keysOf(
  schedule: PlacedTable,
  settings: SheetSettings,
  book: string = usualBook,
  known?: KnownKeys,
): Promise<ReadonlyMap<number, string>> {
  const { lines } = readSchedule(schedule.matrix, settings);
  const rows = await identify(lines, book, known);
  return new Map(rows.map(({ row, key }) => [row, key]));
}

function keepIds(read: ReadWorkbook, created: readonly CreatedAsset[]): Promise<Result<number, Trouble>> {
  const place = read.places.register;
  if (place === undefined) return Promise.resolve({ ok: true, value: 0 });
  const ids = new Map(created.map(({ asset, ledgerId }) => [asset, ledgerId]));
  return writeLedgerIds(place, read.register.places, ids);
}
