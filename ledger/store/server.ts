import { Pool } from "pg";
import type { PoolClient } from "pg";
import { again } from "./again";
import { columnReaders } from "./column-readers";
import type { Column, Session, Store } from "./store";

const connectionsMax = 16;

/** A ledger in a PostgreSQL server (or one that speaks its protocol), which several processes may share. */
export function openServer(databaseUrl: string): Store {
  const pool = new Pool({
    connectionString: databaseUrl,
    max: connectionsMax,
    types: { getTypeParser: (type) => columnReaders[type] ?? ((text: string) => text) },
  });
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on("error", () => undefined);
  return {
    query: (sql, params) => again(() => sessionOf(pool).query(sql, params)),
    transaction: (work) => again(() => inTransaction(pool, work)),
    close: () => pool.end(),
  };
}

async function inTransaction<T>(pool: Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const answer = await work(sessionOf(client));
    await client.query("commit");
    client.release();
    return answer;
  } catch (error) {
    await abandon(client);
    throw error;
  }
}

// A connection that cannot even roll back is broken and must not go back into the pool.
async function abandon(client: PoolClient): Promise<void> {
  try {
    await client.query("rollback");
    client.release();
  } catch (error) {
    client.release(error instanceof Error ? error : true);
  }
}

function sessionOf(asked: Pool | PoolClient): Session {
  return {
    query: async <R>(sql: string, params: readonly Column[] = []) =>
      (await asked.query(sql, [...params])).rows as readonly R[],
  };
}
