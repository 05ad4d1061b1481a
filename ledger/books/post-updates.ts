import { randomUUID } from "node:crypto";
import { periodClosed } from "./closing";
import { refusalOf } from "./position-rules";
import { postUpdatesSql } from "./post-updates-sql";
import { Refusal } from "./refusal";
import type { AccountName } from "./chart";
import type { UpdateType } from "./update-types";
import type { Session } from "../store/store";

/** A change of an asset's value, checked by the door it comes through. The amount is whole cents, above 0. */
export interface ValueUpdate {
  readonly assetId?: string | undefined;
  readonly assetKey?: string | undefined;
  readonly externalId?: string | undefined;
  readonly type: UpdateType;
  /** A charge that makes up for months that are charged already: it takes up no month of its own. */
  readonly isCorrection?: boolean;
  readonly cents: number;
  /** yyyy-mm-dd */
  readonly date: string;
  /** Where a charge is posted later than the period that it is of: a day of that period, yyyy-mm-dd. */
  readonly chargedFor?: string | undefined;
  readonly book: string;
  readonly counter: AccountName;
  readonly memo?: string | null;
  readonly referenceNumber?: string | null;
  /** JSON text. */
  readonly metadata?: string | null;
  readonly door: "layer" | "dayzero";
  /** Whether an entry goes to the journal with it. */
  readonly journaled: boolean;
  readonly actor?: string | undefined;
}

/** What became of an update: written, or not written because the external id is known, or refused. */
export type Outcome =
  | { readonly kind: "posted"; readonly id: string; readonly assetId: string; readonly journaled: boolean }
  | { readonly kind: "known"; readonly id: string; readonly assetId?: string; readonly counterId?: string }
  | { readonly kind: "refused"; readonly refusal: Refusal };

/** The row that the statement gives for each request. */
interface Row {
  readonly id: string;
  readonly found: string | null;
  readonly asset_name: string | null;
  readonly status: string | null;
  readonly counter: string | null;
  readonly own: string | null;
  readonly open_from: string | null;
  readonly known_id: string | null;
  readonly taken_id: string | null;
  readonly taken_door: string | null;
  readonly taken_external_id: string | null;
  readonly is_posted: boolean;
}

const attempts = 5;

/**
 * Writes the updates in one statement, each with its position and journal entry, and tells what became of each, in their
 * order. Throws a Refusal when one of them would take a book value below zero. `tell` hears of each as soon as it is
 * known, by its place in the list: outside a transaction that stands, and what it never heard of is not written when a
 * refusal is thrown.
 */
export async function postUpdates(
  session: Session,
  businessId: string,
  updates: readonly ValueUpdate[],
  tell: (index: number, outcome: Outcome) => void = () => undefined,
): Promise<readonly Outcome[]> {
  const outcomes = new Map<string, Outcome>();
  const requests = updates.map((update) => requestOf(update));
  const places = new Map<string, number>(requests.map(({ id }, index) => [id, index]));
  // Another process may take the same key or month between our look and our write; the next look finds what it wrote.
  for (let attempt = 1; attempt <= attempts && outcomes.size < requests.length; attempt += 1) {
    const open = requests.filter((request) => !outcomes.has(request.id));
    for (const row of await write(session, businessId, open)) {
      const place = places.get(row.id) ?? -1;
      const outcome = outcomeOf(row, requests[place]);
      if (outcome === undefined) continue;
      outcomes.set(row.id, outcome);
      tell(place, outcome);
    }
  }
  return requests.map((request) => {
    const outcome = outcomes.get(request.id);
    if (outcome === undefined) throw new Error("The update was neither written nor refused.");
    return outcome;
  });
}

type Request = ReturnType<typeof requestOf>;

function requestOf(update: ValueUpdate) {
  return {
    id: randomUUID(),
    entry_id: update.journaled ? randomUUID() : null,
    asset_id: update.assetId ?? null,
    asset_key: update.assetKey ?? null,
    external_id: update.externalId ?? null,
    update_type: update.type.word,
    is_charge: update.type.isCharge,
    is_correction: update.isCorrection === true,
    raises: update.type.raises,
    amount: update.cents,
    update_date: update.date,
    charged_for: update.chargedFor ?? null,
    book: update.book,
    counter_id: "id" in update.counter ? update.counter.id : null,
    counter_name: "stableName" in update.counter ? update.counter.stableName : null,
    memo: update.memo ?? null,
    reference_number: update.referenceNumber ?? null,
    metadata: update.metadata ?? null,
    door: update.door,
    actor: update.actor ?? null,
  };
}

async function write(session: Session, businessId: string, requests: readonly Request[]): Promise<readonly Row[]> {
  try {
    return await session.query<Row>(postUpdatesSql, [businessId, JSON.stringify(requests)]);
  } catch (error) {
    throw refusalOf(error, {}, "amount");
  }
}

function outcomeOf(row: Row, request: Request | undefined): Outcome | undefined {
  if (request === undefined) return undefined;
  if (row.is_posted && row.found !== null)
    return { kind: "posted", id: row.id, assetId: row.found, journaled: request.entry_id !== null };
  if (row.known_id !== null) return knownOf(row, row.known_id);
  const refusal = reasonOf(request, row);
  return refusal === undefined ? undefined : { kind: "refused", refusal };
}

function knownOf(row: Row, id: string): Outcome {
  return {
    kind: "known",
    id,
    ...(row.found === null ? {} : { assetId: row.found }),
    ...(row.counter === null ? {} : { counterId: row.counter }),
  };
}

function reasonOf(request: Request, row: Row): Refusal | undefined {
  if (row.found === null) return noAsset(request);
  const asset = `Asset "${row.asset_name ?? ""}"`;
  if (row.open_from !== null && request.update_date < row.open_from)
    return periodClosed(request.update_date, row.open_from, "date");
  if (row.status === "disposed") return new Refusal("asset-disposed", `${asset} is disposed of.`);
  if (row.counter === null) return noAccount(request);
  if (row.own === null)
    return new Refusal("no-accumulated-account", `${asset} has no accumulated_depreciation_account to post to.`);
  if (row.own === row.counter) return ownAccount(asset);
  return row.taken_id === null ? undefined : monthTaken(request, asset, row);
}

function noAsset(request: Request): Refusal {
  const given = [request.asset_id, request.asset_key].filter((name) => name !== null).join(" with external id ");
  return new Refusal("not-found", `The asset ${given} does not exist in this business.`, "asset_id");
}

function noAccount(request: Request): Refusal {
  const given = request.counter_id ?? request.counter_name ?? "";
  return new Refusal("not-found", `The counter account ${given} does not exist in this business.`, "counter_account");
}

function ownAccount(asset: string): Refusal {
  const message = `The counter account is the account of ${asset} itself; name the other side of the entry.`;
  return new Refusal("invalid", message, "counter_account");
}

function monthTaken(request: Request, asset: string, row: Row): Refusal {
  const by = row.taken_external_id === null ? (row.taken_id ?? "") : `"${row.taken_external_id}"`;
  const month = (request.charged_for ?? request.update_date).slice(0, 7);
  return new Refusal(
    "month-charged",
    `${asset} is already depreciated for ${month} in book ${request.book}, by ${by} through ${row.taken_door ?? ""}.`,
  );
}
