import type { LedgerAsset, PreviewLine, RunEntry } from "../connectors";
import { type Cents, type Day, type Decimals, amountText, cents, dayText } from "../engine";
import type { RegisterAsset } from "../sheet";
import type { IdentifiedRow } from "./identify";
import type { JournalRecord } from "./journal";
import { quarantineMs } from "./row-step";

/** One asset's month: what the sheet says beside what the ledger says. */
export interface RunLine {
  readonly asset: string;
  readonly ledgerId: string | undefined;
  /** The sheet's row and its key; undefined where the sheet has none for the asset. */
  readonly row: number | undefined;
  readonly key: string | undefined;
  readonly fingerprint: string | undefined;
  readonly sheet: Cents | undefined;
  /** Booked already, or what a run would book; undefined where the ledger would book nothing or cannot tell yet. */
  readonly ledger: Cents | undefined;
  /** sheet - ledger, where both are there. */
  readonly difference: Cents | undefined;
  /** run: the run would book it; booked: it is there; create: the asset has to be made first; left: see `sentence`. */
  readonly standing: "run" | "create" | "booked" | "left";
  /** The ledger's entry, where the month is booked. */
  readonly entryId?: string;
  readonly sentence: string;
}

export interface LineGiven {
  readonly asset: RegisterAsset;
  readonly held: LedgerAsset | undefined;
  /** The sheet's rows for the asset and month. */
  readonly rows: readonly IdentifiedRow[];
  readonly preview: PreviewLine | undefined;
  readonly entry: RunEntry | undefined;
  /** Why the ledger cannot hold the asset, which it does not have yet. */
  readonly misfit: string | undefined;
  readonly records: ReadonlyMap<string, JournalRecord>;
  readonly monthEnd: Day;
  readonly decimals: Decimals;
  readonly now: number;
}

/** The line of an asset; undefined where neither side has anything for the month. */
export function lineOf(given: LineGiven): RunLine | undefined {
  const { asset, held, rows, preview, entry } = given;
  const [row] = rows;
  if (row === undefined && preview === undefined && entry === undefined) return undefined;
  const standing = standingOf(given);
  const sheet = row?.line.amount;
  const ledger = entry?.charge ?? preview?.charge;
  const difference = sheet === undefined || ledger === undefined ? undefined : cents(sheet - ledger);
  return {
    asset: asset.id,
    ledgerId: held?.ledgerId,
    row: row?.row,
    key: row?.key,
    fingerprint: row?.fingerprint,
    sheet,
    ledger,
    difference,
    ...standing,
    sentence: standing.sentence === "" ? differenceText(difference, given.decimals) : standing.sentence,
    ...(entry === undefined ? {} : { entryId: entry.id }),
  };
}

/** A line that a run can be asked for. */
export type RunnableLine = RunLine & {
  readonly ledgerId: string;
  readonly row: number;
  readonly key: string;
  readonly fingerprint: string;
};

export function isRunnable(line: RunLine): line is RunnableLine {
  return line.standing === "run" && line.ledgerId !== undefined && line.key !== undefined;
}

/** Sheet and ledger beside each other, where they differ. */
export function differenceText(difference: Cents | undefined, decimals: Decimals): string {
  if (difference === undefined || difference === 0) return "";
  const side = difference > 0 ? "more" : "less";
  return `The sheet has ${amountText(cents(Math.abs(difference)), decimals)} ${side} than the ledger.`;
}

/** The text under which the making of an asset is journaled; no posting key looks like it. */
export function creationKeyOf(asset: string): string {
  return `new-asset ${asset}`;
}

type Standing = Pick<RunLine, "standing" | "sentence">;

function standingOf(given: LineGiven): Standing {
  const { asset, held, rows, preview, entry, monthEnd } = given;
  const [row] = rows;
  if (entry !== undefined) return { standing: "booked", sentence: "" };
  if (row === undefined) return left("The sheet has no row for this asset and month, so it is not run.");
  if (rows.length > 1)
    return left(`Rows ${rows.map((one) => one.row + 1).join(", ")} are the same charge. Delete all but one.`);
  const asOf = asset.terms.opening?.asOf;
  if (asOf !== undefined && monthEnd <= asOf)
    return left(`The month is in the opening balance of ${dayText(asOf)} already.`);
  if (row.line.amount === 0) return left("The amount is 0: there is nothing to run.");
  const waiting = stillOpen(given, held === undefined ? creationKeyOf(asset.id) : row.key);
  if (waiting !== undefined) return left(waiting);
  if (given.misfit !== undefined) return left(given.misfit);
  if (held === undefined || held.standing === "draft") return { standing: "create", sentence: "" };
  if (held.standing === "closed") return left(`The ledger has closed the asset "${held.name}".`);
  if (preview === undefined) return left("The ledger would book nothing for this asset and month.");
  return { standing: "run", sentence: "" };
}

/** A ledger that counts nothing once must not be asked again while an earlier request may still arrive. */
function stillOpen({ records, now }: LineGiven, key: string): string | undefined {
  const record = records.get(key);
  if (record?.state !== "UNKNOWN" && record?.state !== "SENDING") return undefined;
  const secondsLeft = Math.ceil((record.lastSentAt + quarantineMs - now) / 1000);
  if (secondsLeft <= 0) return undefined;
  return `An earlier request has no known outcome and may still arrive. Look again in ${secondsLeft} seconds.`;
}

function left(sentence: string): Standing {
  return { standing: "left", sentence };
}
