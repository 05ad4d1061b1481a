import { defaultBook } from "./update-types";
import type { Session } from "../store/store";

// Sums over many assets can pass what a JavaScript number holds exactly, so the database writes the JSON itself.
const sql = `
  with side as (
    select p.debit_account as account_id, p.amount as debit, 0::bigint as credit
    from postings p join journal_entries e on e.id = p.entry_id
    where e.business_id = $1 and (e.book is null or e.book = $2)
    union all
    select p.credit_account, 0::bigint, p.amount
    from postings p join journal_entries e on e.id = p.entry_id
    where e.business_id = $1 and (e.book is null or e.book = $2)
  ), line as (
    select c.id, c.stable_name as account, c.number, c.name, c.kind, coalesce(sum(s.debit), 0) as debit,
      coalesce(sum(s.credit), 0) as credit, coalesce(sum(s.debit), 0) - coalesce(sum(s.credit), 0) as balance
    from accounts c left join side s on s.account_id = c.id
    where c.business_id = $1
    group by c.id, c.stable_name, c.number, c.name, c.kind
  )
  select json_build_object(
    'book', $2::text,
    'accounts', coalesce(json_agg(row_to_json(line) order by line.number, line.account), '[]'::json),
    'debit', coalesce(sum(debit), 0), 'credit', coalesce(sum(credit), 0), 'balance', coalesce(sum(balance), 0)
  )::text as trial_balance
  from line`;

/**
 * The trial balance of a book as JSON text: debit, credit and balance (debit less credit) of every account in whole
 * cents, and their sums. The balance of all accounts is 0.
 */
export async function trialBalanceJson(session: Session, businessId: string, book = defaultBook): Promise<string> {
  const [row] = await session.query<{ trial_balance: string }>(sql, [businessId, book]);
  return row?.trial_balance ?? "{}";
}
