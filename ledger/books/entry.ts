import { randomUUID } from "node:crypto";
import { checkOpen } from "./closing";
import type { Session } from "../store/store";

/** Moves whole cents from one account to another: a debit here and the same credit there. */
export interface Posting {
  readonly debit: string;
  readonly credit: string;
  readonly cents: number;
}

/** An entry of the journal. An entry without a book belongs to every book, as what an asset cost does. */
export interface Entry {
  readonly assetId: string;
  readonly date: string;
  readonly kind: "ACQUISITION" | "COST_CORRECTION" | "DISPOSAL";
  readonly memo: string;
  readonly book?: string;
  readonly actor?: string | undefined;
  readonly postings: readonly Posting[];
}

/**
 * Writes the entry and gives its id; postings of nothing are left out, and an entry of nothing is not written. Refusal: a
 * day that is closed.
 */
export async function postEntry(session: Session, businessId: string, entry: Entry): Promise<string | undefined> {
  const postings = entry.postings.filter((posting) => posting.cents !== 0);
  if (postings.length === 0) return undefined;
  await checkOpen(session, businessId, entry.date);
  const id = randomUUID();
  await session.query(
    `with entry as (
       insert into journal_entries (id, business_id, asset_id, book, entry_date, kind, memo, actor)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
     )
     insert into postings (entry_id, line, debit_account, credit_account, amount)
     select $1::uuid, p.line, p.debit, p.credit, p.cents
     from json_to_recordset($9::json) as p(line integer, debit uuid, credit uuid, cents bigint)`,
    [
      id,
      businessId,
      entry.assetId,
      entry.book ?? null,
      entry.date,
      entry.kind,
      entry.memo,
      entry.actor ?? null,
      JSON.stringify(postings.map((posting, index) => ({ line: index + 1, ...posting }))),
    ],
  );
  return id;
}
