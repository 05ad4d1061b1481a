import type { Migration } from "./index";

// Amounts are whole cents, dates are dates, and every key is a uuid or a text, so that engines which spread a table over
// several machines serve it too. 9007199254740991 is the largest whole number that JSON carries exactly.
const most = "9007199254740991";

const businesses = `
  create table businesses (
    id uuid primary key,
    name text not null,
    created_at timestamptz not null default now()
  )`;

// Of a token only its SHA-256 is kept: who reads the database cannot post.
const tokens = `
  create table tokens (
    hash text primary key check (length(hash) = 64),
    business_id uuid not null references businesses (id),
    created_at timestamptz not null default now()
  )`;

const accounts = `
  create table accounts (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    stable_name text not null,
    number text not null,
    name text not null,
    kind text not null,
    unique (business_id, stable_name)
  )`;

// The asset key is the asset's id in the sheet: Layer's external_id and DayZero's asset_number are both this column.
const assets = `
  create table assets (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    asset_key text,
    name text not null,
    asset_type text not null,
    description text,
    serial_number text,
    location text,
    notes text,
    category_id text,
    vendor_id text,
    memo text,
    reference_number text,
    metadata text,
    cost bigint check (cost between 0 and ${most}),
    salvage bigint check (salvage >= 0),
    life_months integer check (life_months > 0),
    method text not null,
    purchase_date date not null,
    service_date date,
    opening bigint not null default 0 check (opening >= 0),
    opening_date date,
    cost_account uuid not null references accounts (id),
    accumulated_account uuid references accounts (id),
    status text not null check (status in ('draft', 'active', 'disposed')),
    disposal_date date,
    disposal_method text,
    disposal_amount bigint check (disposal_amount between 0 and ${most}),
    disposal_notes text,
    archived_at timestamptz,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (business_id, asset_key),
    check (salvage is null or salvage <= coalesce(cost, 0)),
    check (opening = 0 or opening_date is not null),
    check ((status = 'disposed') = (disposal_date is not null))
  )`;

// What an asset stands at in one book. The book value can never go below zero, whichever door a posting comes through,
// and nothing moves once a disposal has closed the position.
const positions = `
  create table positions (
    asset_id uuid not null references assets (id),
    book text not null,
    cost bigint not null,
    opening bigint not null,
    adjustments bigint not null default 0,
    charged bigint not null default 0,
    movements integer not null default 0,
    closed_after integer,
    primary key (asset_id, book),
    constraint book_value_not_negative check (cost + adjustments - opening - charged >= 0),
    constraint asset_not_disposed check (closed_after is null or closed_after = movements),
    constraint amount_within_range check (cost + adjustments <= ${most})
  )`;

const journalEntries = `
  create table journal_entries (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    asset_id uuid references assets (id),
    book text,
    entry_date date not null,
    kind text not null,
    memo text,
    actor text,
    created_at timestamptz not null default clock_timestamp()
  )`;

// A posting moves an amount from one account to another. One row is debit and credit at once, so an entry that does not
// balance cannot be written down.
const postings = `
  create table postings (
    entry_id uuid not null references journal_entries (id),
    line integer not null,
    debit_account uuid not null references accounts (id),
    credit_account uuid not null references accounts (id),
    amount bigint not null check (amount between 1 and ${most}),
    primary key (entry_id, line),
    check (debit_account <> credit_account)
  )`;

// The period is the first day of the month that a depreciation charge belongs to; other updates have none.
const valueUpdates = `
  create table value_updates (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    asset_id uuid not null references assets (id),
    external_id text,
    update_type text not null,
    amount bigint not null check (amount between 1 and ${most}),
    update_date date not null,
    book text not null,
    period date,
    counter_account uuid not null references accounts (id),
    credit_account uuid not null references accounts (id),
    debit_account uuid not null references accounts (id),
    change bigint not null,
    memo text,
    reference_number text,
    metadata text,
    door text not null,
    journal_entry_id uuid references journal_entries (id),
    archived_at timestamptz,
    created_at timestamptz not null default clock_timestamp(),
    unique (business_id, external_id)
  )`;

const oneChargeAMonth = `
  create unique index one_charge_a_month on value_updates (asset_id, book, period)
  where period is not null and archived_at is null`;

export const books: Migration = {
  name: "001-books",
  statements: [
    businesses,
    tokens,
    accounts,
    assets,
    positions,
    journalEntries,
    postings,
    valueUpdates,
    oneChargeAMonth,
    "create index assets_by_creation on assets (business_id, created_at, id)",
    "create index value_updates_by_date on value_updates (business_id, update_date, id)",
    "create index value_updates_by_asset on value_updates (asset_id, update_date, id)",
    "create index value_updates_by_period on value_updates (business_id, period)",
    "create index journal_by_date on journal_entries (business_id, entry_date, created_at, id)",
    "create index postings_by_debit on postings (debit_account)",
    "create index postings_by_credit on postings (credit_account)",
  ],
};
