import { writeSync } from "node:fs";
import Fastify from "fastify";
import { openBusiness, openStore, registerLedger } from "../../../ledger";
import type { StoreOptions } from "../../../ledger";

/** What a writer is told: where to write, for whom, and the beginning of its external ids. */
export interface Orders {
  readonly store: StoreOptions;
  readonly businessId: string;
  readonly token: string;
  readonly prefix: string;
}

const atOnce = 16;

/**
 * Posts through the ledger's own doors until it is killed. Each external id that was answered with 201 is told at once, in
 * a line; a pipe keeps what was written into it whatever becomes of the writer.
 */
async function write({ store: options, businessId, token, prefix }: Orders): Promise<void> {
  const store = await openStore(options);
  await openBusiness(store, { id: businessId, name: "A business that is killed", token });
  const app = Fastify();
  await registerLedger(app, store);
  const base = `/layer/v1/businesses/${businessId}/assets`;
  const post = async (url: string, payload: object, key: string | undefined): Promise<number> => {
    const headers = { authorization: `Bearer ${token}`, ...(key === undefined ? {} : { "idempotency-key": key }) };
    return (await app.inject({ method: "POST", url, headers, payload })).statusCode;
  };
  await post(base, { name: "Van", asset_type: "VEHICLE", external_id: "van", original_value: 1 }, undefined);
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (;;) {
        next += 1;
        const id = `${prefix}-${next}`;
        const body = {
          asset_external_id: "van",
          external_id: id,
          amount: 1,
          update_type: "IMPROVEMENT",
          counter_account: "CASH",
          date: "2026-01-31T00:00:00Z",
        };
        // Every fifth goes its own way through a transaction; the others share commits.
        if ((await post(`${base}/value-updates`, body, next % 5 === 0 ? id : undefined)) === 201)
          writeSync(1, `${id}\n`);
      }
    }),
  );
}

if (require.main === module) void write(JSON.parse(process.argv[2] ?? "") as Orders);
