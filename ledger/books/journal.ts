import { cursorParsed, pageOf } from "./page";
import { isoTime } from "./calendar";
import { defaultBook } from "./update-types";
import type { Page, PageRequest } from "./page";
import type { Column, Session } from "../store/store";

/** A line of an entry; one of debit and credit is 0. Whole cents. */
export interface JournalLine {
  readonly account: string;
  readonly name: string;
  readonly debit: number;
  readonly credit: number;
}

/** An entry as the journal shows it; its debits are its credits. */
export interface JournalEntry {
  readonly id: string;
  readonly date: string;
  readonly kind: string;
  readonly memo: string | null;
  /** Null for what belongs to every book. */
  readonly book: string | null;
  readonly asset_id: string | null;
  readonly asset: string | null;
  readonly actor: string | null;
  readonly created_at: string;
  readonly lines: readonly JournalLine[];
}

export interface JournalRequest extends PageRequest {
  readonly book?: string | undefined;
  /** First and last day, yyyy-mm-dd. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly assetId?: string | undefined;
}

const chosen = `
  e.business_id = $1 and (e.book is null or e.book = $2) and ($3::date is null or e.entry_date >= $3::date)
  and ($4::date is null or e.entry_date <= $4::date) and ($5::uuid is null or e.asset_id = $5::uuid)`;

/** A page of a book's journal by date, entries of one day in the order in which they were written. */
export async function journalPage(
  session: Session,
  businessId: string,
  request: JournalRequest,
): Promise<Page<JournalEntry>> {
  const place: readonly Column[] =
    request.cursor === undefined ? [] : cursorParsed(request.cursor, ["date", "time", "id"]);
  const after =
    place.length === 0 ? "" : "and (e.entry_date, e.created_at, e.id) > ($7::date, $8::timestamptz, $9::uuid)";
  const params = [
    businessId,
    request.book ?? defaultBook,
    request.from ?? null,
    request.to ?? null,
    request.assetId ?? null,
  ];
  const entries = await session.query<Omit<JournalEntry, "lines">>(
    `select e.id, e.entry_date as date, e.kind, e.memo, e.book, e.asset_id, a.asset_key as asset, e.actor,
       ${isoTime("e.created_at")} as created_at
     from journal_entries e left join assets a on a.id = e.asset_id
     where ${chosen} ${after} order by e.entry_date, e.created_at, e.id limit $6`,
    [...params, request.limit + 1, ...place],
  );
  const [count] = await session.query<{ total: number }>(
    `select count(*) as total from journal_entries e where ${chosen}`,
    params,
  );
  const page = pageOf(entries, request.limit, count?.total ?? 0, (row) => [row.date, row.created_at, row.id]);
  return { ...page, rows: await withLines(session, page.rows) };
}

async function withLines(
  session: Session,
  entries: readonly Omit<JournalEntry, "lines">[],
): Promise<readonly JournalEntry[]> {
  const rows = await session.query<JournalLine & { readonly entry_id: string }>(linesSql, [
    JSON.stringify(entries.map((entry) => entry.id)),
  ]);
  const lines = new Map<string, JournalLine[]>();
  for (const { entry_id, ...line } of rows) {
    const known = lines.get(entry_id);
    if (known === undefined) lines.set(entry_id, [line]);
    else known.push(line);
  }
  return entries.map((entry) => ({ ...entry, lines: lines.get(entry.id) ?? [] }));
}

// Postings of one entry to the same side of the same account are shown as one line, debits first.
const linesSql = `
  with posting as (
    select * from postings
    where entry_id in (select value::uuid from json_array_elements_text($1::json))
  ), side as (
    select entry_id, debit_account as account_id, amount as debit, 0::bigint as credit from posting
    union all
    select entry_id, credit_account, 0::bigint, amount from posting
  )
  select s.entry_id, c.stable_name as account, c.name, sum(s.debit)::bigint as debit, sum(s.credit)::bigint as credit
  from side s join accounts c on c.id = s.account_id
  group by s.entry_id, c.stable_name, c.number, c.name, (s.debit > 0)
  order by s.entry_id, (s.debit > 0) desc, c.number, c.stable_name`;
