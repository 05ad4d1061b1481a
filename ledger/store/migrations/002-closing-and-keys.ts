import type { Migration } from "./index";

// What a request with an Idempotency-Key did, written in the transaction that did it. The answer is missing only while
// that transaction runs. Keys are kept for ever: a key that was forgotten would let its request count twice.
const idempotencyKeys = `
  create table idempotency_keys (
    business_id uuid not null references businesses (id),
    endpoint text not null,
    key text not null,
    content_hash text not null check (length(content_hash) = 64),
    answer text,
    created_at timestamptz not null default now(),
    primary key (business_id, endpoint, key)
  )`;

export const closingAndKeys: Migration = {
  name: "002-closing-and-keys",
  statements: [idempotencyKeys, "alter table businesses add column closed_through date"],
};
