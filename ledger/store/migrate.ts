import { migrations } from "./migrations";
import { sqlState } from "./failures";
import type { Migration } from "./migrations";
import type { Store } from "./store";

/** Applies what this database does not have yet, each migration in one transaction of its own. */
export async function migrate(store: Store, steps: readonly Migration[] = migrations): Promise<void> {
  await makeTable(store);
  const rows = await store.query<{ name: string }>("select name from migrations");
  const applied = new Set(rows.map((row) => row.name));
  for (const migration of steps) if (!applied.has(migration.name)) await apply(store, migration);
}

async function makeTable(store: Store): Promise<void> {
  try {
    await store.query(
      "create table if not exists migrations (name text primary key, applied_at timestamptz not null default now())",
    );
  } catch (error) {
    // Two processes that start on an empty server at once can both try; the second finds the table there.
    if (!["23505", "42P07"].includes(sqlState(error) ?? "")) throw error;
  }
}

// The row is written first: a second process waits for it, then finds the migration applied.
async function apply(store: Store, migration: Migration): Promise<void> {
  await store.transaction(async (session) => {
    const mine = await session.query(
      "insert into migrations (name) values ($1) on conflict do nothing returning name",
      [migration.name],
    );
    if (mine.length === 0) return;
    for (const statement of migration.statements) await session.query(statement);
  });
}
