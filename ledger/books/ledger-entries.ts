import { isoTime } from "./calendar";
import { cursorParsed, pageOf } from "./page";
import type { Page, PageRequest } from "./page";
import type { Column, Session } from "../store/store";

/** An entry with what it comes from and what reverses it. Dates as yyyy-mm-dd, amounts in cents. */
export interface LedgerEntry {
  readonly id: string;
  readonly business_id: string;
  readonly kind: string;
  readonly entry_date: string;
  readonly memo: string | null;
  readonly actor: string | null;
  readonly created_at: string;
  readonly reversal_of: string | null;
  readonly reversal_id: string | null;
  /** The value update that it was written for; null for any other entry, a reversal among them. */
  readonly update_id: string | null;
  readonly lines: readonly LedgerLine[];
}

export interface LedgerLine {
  readonly account_id: string;
  readonly account: string;
  readonly name: string;
  readonly direction: "DEBIT" | "CREDIT";
  readonly amount: number;
}

type Head = Omit<LedgerEntry, "lines">;

const select = `
  select e.id, e.business_id, e.kind, e.entry_date, e.memo, e.actor, ${isoTime("e.created_at")} as created_at,
    e.reversal_of, r.id as reversal_id, u.id as update_id
  from journal_entries e left join journal_entries r on r.reversal_of = e.id
    left join value_updates u on u.journal_entry_id = e.id
  where e.business_id = $1`;

export async function ledgerEntryById(
  session: Session,
  businessId: string,
  id: string,
): Promise<LedgerEntry | undefined> {
  const heads = await session.query<Head>(`${select} and e.id = $2`, [businessId, id]);
  const [entry] = await withLines(session, heads);
  return entry;
}

/** A page of the entries by date; where a value update is named, of that one's alone. */
export async function ledgerEntriesPage(
  session: Session,
  businessId: string,
  request: PageRequest & { readonly descending: boolean; readonly updateId?: string | undefined },
): Promise<Page<LedgerEntry>> {
  const [than, order] = request.descending ? ["<", "desc"] : [">", "asc"];
  const place: readonly Column[] = request.cursor === undefined ? [] : cursorParsed(request.cursor, ["date", "id"]);
  const chosen = "and ($2::uuid is null or u.id = $2::uuid)";
  const after = place.length === 0 ? "" : `and (e.entry_date, e.id) ${than} ($4::date, $5::uuid)`;
  const of = [businessId, request.updateId ?? null];
  const heads = await session.query<Head>(
    `${select} ${chosen} ${after} order by e.entry_date ${order}, e.id ${order} limit $3`,
    [...of, request.limit + 1, ...place],
  );
  const [count] = await session.query<{ total: number }>(
    `select count(*) as total from journal_entries e left join value_updates u on u.journal_entry_id = e.id
     where e.business_id = $1 ${chosen}`,
    of,
  );
  const page = pageOf(heads, request.limit, count?.total ?? 0, (row) => [row.entry_date, row.id]);
  return { ...page, rows: await withLines(session, page.rows) };
}

async function withLines(session: Session, heads: readonly Head[]): Promise<readonly LedgerEntry[]> {
  const rows = await session.query<LedgerLine & { readonly entry_id: string }>(linesSql, [
    JSON.stringify(heads.map(({ id }) => id)),
  ]);
  const lines = new Map<string, LedgerLine[]>();
  for (const { entry_id: id, ...line } of rows) lines.set(id, [...(lines.get(id) ?? []), line]);
  return heads.map((head) => ({ ...head, lines: lines.get(head.id) ?? [] }));
}

const linesSql = `
  with posting as (
    select * from postings where entry_id in (select value::uuid from json_array_elements_text($1::json))
  ), side as (
    select entry_id, line, debit_account as account_id, 'DEBIT' as direction, amount from posting
    union all
    select entry_id, line, credit_account, 'CREDIT', amount from posting
  )
  select s.entry_id, s.account_id, c.stable_name as account, c.name, s.direction, s.amount
  from side s join accounts c on c.id = s.account_id
  order by s.entry_id, s.line, s.direction desc`;
