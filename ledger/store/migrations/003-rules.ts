import type { Migration } from "./index";

// Rates are hundredths of a percent, so that "30.00" is 3000 and nothing is rounded.
const rate = "rate integer check (rate between 1 and 10000)";

// A frequency and a profile are words of the engine; an asset without a profile has the engine's usual rules. The basis is
// what was charged by its date under terms that have changed since: what is left is spread by the new ones.
const termsOfAssets = [
  `alter table assets add column ${rate}`,
  "alter table assets add column frequency text not null default 'month'",
  "alter table assets add column profile text",
  "alter table assets add column basis bigint check (basis >= 0)",
  "alter table assets add column basis_date date",
  "alter table assets add column classification_id uuid",
  "alter table assets add constraint basis_is_dated check ((basis is null) = (basis_date is null))",
];

// The numbers that Sage Intacct assigns as keys: counted for each business, and never given again after a deletion.
const counters = `
  create table counters (
    business_id uuid not null references businesses (id),
    counted text not null,
    last bigint not null,
    primary key (business_id, counted)
  )`;

const classifications = `
  create table classifications (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    number bigint not null,
    given_id text not null,
    name text not null,
    rules text not null,
    created_at timestamptz not null default clock_timestamp(),
    unique (business_id, number),
    unique (business_id, given_id)
  )`;

// The life is kept as it was given, in the posting rule's unit, and in months for whoever computes with it.
const depreciationRules = `
  create table depreciation_rules (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    number bigint not null,
    asset_id uuid not null references assets (id),
    book text not null,
    posting_rule text not null,
    method text not null,
    useful_life integer not null check (useful_life > 0),
    life_months integer not null check (life_months > 0),
    ${rate},
    created_at timestamptz not null default clock_timestamp(),
    modified_at timestamptz not null default clock_timestamp(),
    unique (business_id, number),
    constraint one_rule_a_book unique (asset_id, book)
  )`;

// A purchase that FreeAgent knows as an expense. Date, amount, description and reference are the asset's own.
const expenses = `
  create table expenses (
    id uuid primary key,
    business_id uuid not null references businesses (id),
    asset_id uuid not null unique references assets (id),
    claimant text not null,
    category text not null,
    currency text not null,
    form text not null check (form in ('profile', 'schedule')),
    created_at timestamptz not null default clock_timestamp(),
    updated_at timestamptz not null default clock_timestamp()
  )`;

export const rules: Migration = {
  name: "003-rules",
  statements: [
    ...termsOfAssets,
    counters,
    classifications,
    depreciationRules,
    expenses,
    "create index expenses_by_creation on expenses (business_id, created_at, id)",
  ],
};
