import { dayText, firstDay } from "../../src/engine";
import { isUuid } from "./asset";
import { checkOpen } from "./closing";
import type { Month } from "../../src/engine";
import type { Session } from "../store/store";

interface Chosen {
  /** This month; without, every month. */
  readonly month?: Month;
  /** These assets; without, every asset. */
  readonly assetIds?: readonly string[] | undefined;
  readonly actor?: string | undefined;
}

/**
 * Writes the journal entries that runs without journal entries left out, and gives their number. The charges themselves
 * are there already and stay as they are. Refusal: a day that is closed.
 */
export async function journalPending(session: Session, businessId: string, chosen: Chosen): Promise<number> {
  const rows = await session.query<{ update_date: string }>(sql, [
    businessId,
    chosen.month === undefined ? null : dayText(firstDay(chosen.month)),
    chosen.actor ?? null,
    chosen.assetIds === undefined ? null : JSON.stringify(chosen.assetIds.filter(isUuid)),
  ]);
  // Each in turn, for the sentence names the day; a refusal takes back what was just written.
  for (const date of new Set(rows.map((row) => row.update_date))) await checkOpen(session, businessId, date);
  return rows.length;
}

const sql = `
  with pending as (
    update value_updates u set journal_entry_id = gen_random_uuid()
    where u.business_id = $1 and u.journal_entry_id is null and u.archived_at is null
      and ($2::date is null or u.period = $2::date)
      and ($4::text is null or u.asset_id in (select value::uuid from json_array_elements_text($4::json)))
    returning u.*
  ), entry as (
    insert into journal_entries (id, business_id, asset_id, book, entry_date, kind, memo, actor)
    select p.journal_entry_id, p.business_id, p.asset_id, p.book, p.update_date, p.update_type, a.name, $3::text
    from pending p join assets a on a.id = p.asset_id
  ), line as (
    insert into postings (entry_id, line, debit_account, credit_account, amount)
    select p.journal_entry_id, 1, p.debit_account, p.credit_account, p.amount from pending p
  )
  select update_date from pending`;
