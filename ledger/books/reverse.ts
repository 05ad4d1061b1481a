import { randomUUID } from "node:crypto";
import { checkOpen } from "./closing";
import { ledgerEntryById } from "./ledger-entries";
import { lockAsset } from "./lock-asset";
import { refusalOf } from "./position-rules";
import { Refusal } from "./refusal";
import { depreciation } from "./update-types";
import type { Session, Store } from "../store/store";
import type { LedgerEntry } from "./ledger-entries";

export interface Reversal {
  readonly entryId: string;
  /** yyyy-mm-dd; without, the day of the entry that is reversed. */
  readonly date?: string | undefined;
  readonly memo?: string | undefined;
  readonly actor?: string | undefined;
}

/** The reversing entry, and whether it was there before. */
export interface Reversed {
  readonly entry: LedgerEntry;
  readonly isHit: boolean;
}

interface Original {
  readonly id: string;
  readonly entry_date: string;
  readonly kind: string;
  readonly asset_id: string | null;
  readonly asset_name: string | null;
  readonly asset_status: string | null;
  readonly update_id: string | null;
  readonly reversal_id: string | null;
}

/**
 * Takes a value update back: an entry with debit and credit exchanged, the update archived, its position as if it had not
 * been, so that its month can be charged again. An entry that was reversed before is not reversed again: what that
 * reversal wrote is given. Refusals: an entry that belongs to no value update, a disposed asset, a day before the entry's, a closed day.
 */
export async function reverseEntry(store: Store, businessId: string, asked: Reversal): Promise<Reversed> {
  return store.transaction(async (session) => {
    await lockAssetOf(session, businessId, asked.entryId);
    const original = await originalOf(session, businessId, asked.entryId);
    if (original === undefined) throw new Refusal("not-found", "This business has no such ledger entry.");
    if (original.reversal_id !== null)
      return { entry: await entryWith(session, businessId, original.reversal_id), isHit: true };
    checkReversible(original);
    const date = dateOf(original, asked);
    await checkOpen(session, businessId, date);
    const id = await write(session, businessId, original, { ...asked, date });
    return { entry: await entryWith(session, businessId, id), isHit: false };
  });
}

/**
 * Two who reverse one entry at once come one after the other, and so do a disposal and a change of terms: the second finds
 * what the first wrote.
 */
async function lockAssetOf(session: Session, businessId: string, entryId: string): Promise<void> {
  const [update] = await session.query<{ asset_id: string }>(
    "select asset_id from value_updates where business_id = $1 and journal_entry_id = $2",
    [businessId, entryId],
  );
  if (update !== undefined) await lockAsset(session, update.asset_id);
}

async function originalOf(session: Session, businessId: string, entryId: string): Promise<Original | undefined> {
  const [row] = await session.query<Original>(
    `select e.id, e.entry_date, e.kind, e.asset_id, a.name as asset_name, a.status as asset_status, u.id as update_id,
       r.id as reversal_id
     from journal_entries e left join assets a on a.id = e.asset_id
       left join value_updates u on u.journal_entry_id = e.id left join journal_entries r on r.reversal_of = e.id
     where e.business_id = $1 and e.id = $2`,
    [businessId, entryId],
  );
  return row;
}

function checkReversible({ kind, asset_name: name, asset_status: status, update_id: updateId }: Original): void {
  if (updateId === null)
    throw new Refusal("not-reversible", `The entry is of the kind ${kind}; only those of value updates are reversed.`);
  if (status === "disposed") throw new Refusal("asset-disposed", `Asset "${name ?? ""}" is disposed of.`);
}

function dateOf({ entry_date: first }: Original, { date = first }: Reversal): string {
  if (date >= first) return date;
  throw new Refusal(
    "invalid",
    `entry_at is ${date}, but must not be before the entry's own day, ${first}.`,
    "entry_at",
  );
}

async function write(
  session: Session,
  businessId: string,
  { id: entryId, update_id: updateId }: Original,
  { date, memo, actor }: Reversal,
): Promise<string> {
  const id = randomUUID();
  const said = [date ?? null, memo ?? null, actor ?? null];
  const params = [id, businessId, entryId, updateId, ...said, depreciation.word];
  try {
    await session.query(sql, params);
  } catch (error) {
    throw refusalOf(error, { book_value_not_negative: belowZero(), amount_within_range: outOfRange() });
  }
  return id;
}

function belowZero(): Refusal {
  const message = "Without this entry the asset's book value would fall below zero. Reverse what came after it first.";
  return new Refusal("above-book-value", message);
}

function outOfRange(): Refusal {
  const most = Number.MAX_SAFE_INTEGER;
  const message = `Without this entry the asset's cost would pass ${most} cents. Reverse what came after it first.`;
  return new Refusal("amount-out-of-range", message);
}

// What terms that changed since had counted as taken is no longer taken: it is spread with the rest.
const sql = `
  with original as (
    select * from journal_entries where business_id = $2 and id = $3
  ), entry as (
    insert into journal_entries (id, business_id, asset_id, book, entry_date, kind, memo, actor, reversal_of)
    select $1, business_id, asset_id, book, $5::date, 'REVERSAL', coalesce($6, memo), $7, id from original
  ), line as (
    insert into postings (entry_id, line, debit_account, credit_account, amount)
    select $1::uuid, line, credit_account, debit_account, amount from postings where entry_id = $3
  ), undone as (
    update value_updates set archived_at = clock_timestamp() where id = $4
    returning asset_id, book, change, settled, update_type = $8::text as is_charge
  ), settled as (
    update assets a set basis = a.basis + u.change from undone u
    where a.id = u.asset_id and u.settled
  )
  update positions s set movements = s.movements + 1,
    adjustments = s.adjustments - case when u.is_charge then 0 else u.change end,
    charged = s.charged + case when u.is_charge then u.change else 0 end
  from undone u where s.asset_id = u.asset_id and s.book = u.book`;

async function entryWith(session: Session, businessId: string, id: string): Promise<LedgerEntry> {
  const entry = await ledgerEntryById(session, businessId, id);
  if (entry === undefined) throw new Error(`The entry ${id} was not found again.`);
  return entry;
}
