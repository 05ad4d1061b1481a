// One statement finds the assets and accounts, writes the updates, moves the positions and posts the entries. It takes a
// list, so that many requests can share one commit. What it could not write, it explains: the row it gives for each
// request says which asset, account, earlier update or earlier charge of that month it found. Each look-up has a limit of
// one row, which keeps it a look-up: joined freely, the database would read whole tables for one request. The business is
// locked against a closing of its books, so that none can slip in between the look and the write; a position that another
// process opened since our look is moved as if it had been there. An asset is locked only where a book is opened for it: its
// cost and whether it is disposed of then count as they are now, not as they were at our look. To open a book of what is
// disposed of, a movement that cannot be is written down for it, and the database refuses that.
export const postUpdatesSql = `
  with business as (
    select closed_through + 1 as open_from from businesses where id = $1 for share
  ), request as (
    select * from json_to_recordset($2::json) as r(
      id uuid, entry_id uuid, asset_id uuid, asset_key text, external_id text, update_type text, is_charge boolean,
      is_correction boolean, raises boolean, amount bigint, update_date date, charged_for date, book text, counter_id uuid, counter_name text, memo text,
      reference_number text, metadata text, door text, actor text)
  ), resolved as (
    select r.*,
      case when r.asset_id is null then by_key.id when r.asset_key is null then by_id.id
           when by_id.id = by_key.id then by_id.id end as found,
      case when r.is_charge and not r.is_correction then date_trunc('month', coalesce(r.charged_for, r.update_date)::timestamp)::date end as period
    from request r
    left join lateral (
      select id from assets where business_id = $1 and id = r.asset_id limit 1) by_id on true
    left join lateral (
      select id from assets where business_id = $1 and asset_key = r.asset_key limit 1) by_key on true
  ), target as (
    select r.*, c.id as counter, a.name as asset_name, a.status,
      case when r.is_charge then a.accumulated_account else a.cost_account end as own,
      b.open_from, known.id as known_id, taken.id as taken_id, taken.door as taken_door, taken.external_id as taken_external_id
    from resolved r cross join business b
    left join lateral (
      select name, status, accumulated_account, cost_account from assets where id = r.found limit 1) a on true
    left join lateral (
      select id from accounts where business_id = $1 and (id = r.counter_id or stable_name = r.counter_name)
      limit 1) c on true
    left join lateral (
      select id from value_updates where business_id = $1 and external_id = r.external_id limit 1) known on true
    left join lateral (
      select id, door, external_id from value_updates
      where asset_id = r.found and book = r.book and period = r.period and archived_at is null limit 1) taken on true
  ), posted as (
    insert into value_updates (id, business_id, asset_id, external_id, update_type, amount, update_date, book, period,
      counter_account, debit_account, credit_account, change, memo, reference_number, metadata, door, journal_entry_id)
    select t.id, $1, t.found, t.external_id, t.update_type, t.amount, t.update_date, t.book, t.period, t.counter,
      case when t.raises then t.own else t.counter end, case when t.raises then t.counter else t.own end,
      case when t.raises then t.amount else -t.amount end, t.memo, t.reference_number, t.metadata, t.door, t.entry_id
    from target t
    where t.found is not null and t.status <> 'disposed' and t.counter is not null and t.own is not null
      and t.own <> t.counter and t.known_id is null and t.taken_id is null
      and (t.open_from is null or t.update_date >= t.open_from)
    on conflict do nothing
    returning *
  ), change as (
    select p.asset_id, p.book,
      coalesce(sum(p.change) filter (where not t.is_charge), 0)::bigint as adjustments,
      coalesce(-sum(p.change) filter (where t.is_charge), 0)::bigint as charged
    from posted p join target t on t.id = p.id group by p.asset_id, p.book
  ), moved as (
    update positions s set adjustments = s.adjustments + c.adjustments, charged = s.charged + c.charged,
      movements = s.movements + 1
    from change c where s.asset_id = c.asset_id and s.book = c.book
  ), fresh as materialized (
    select c.* from change c
    where not exists (select 1 from positions s where s.asset_id = c.asset_id and s.book = c.book)
  ), opened as (
    insert into positions (asset_id, book, cost, opening, adjustments, charged, closed_after)
    select c.asset_id, c.book, coalesce(a.cost, 0), a.opening, c.adjustments, c.charged,
      case when a.status = 'disposed' then -1 end
    from fresh c cross join lateral (
      select cost, opening, status from assets where id = c.asset_id limit 1 for share) a
    on conflict (asset_id, book) do update set adjustments = positions.adjustments + excluded.adjustments,
      charged = positions.charged + excluded.charged, movements = positions.movements + 1
  ), entry as (
    insert into journal_entries (id, business_id, asset_id, book, entry_date, kind, memo, actor)
    select p.journal_entry_id, $1, p.asset_id, p.book, p.update_date, p.update_type, coalesce(t.memo, t.asset_name), t.actor
    from posted p join target t on t.id = p.id where p.journal_entry_id is not null
  ), line as (
    insert into postings (entry_id, line, debit_account, credit_account, amount)
    select p.journal_entry_id, 1, p.debit_account, p.credit_account, p.amount
    from posted p where p.journal_entry_id is not null
  )
  select t.id, t.found, t.asset_name, t.status, t.counter, t.own, t.open_from, t.known_id, t.taken_id, t.taken_door,
    t.taken_external_id, p.id is not null as is_posted
  from target t left join posted p on p.id = t.id`;
