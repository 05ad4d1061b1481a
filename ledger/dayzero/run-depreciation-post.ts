import { monthBeginning } from "../books/calendar";
import { onceForEachKey } from "../books/keyed";
import { runDepreciation } from "../books/run-depreciation";
import { actorOf } from "../doors/actor";
import { idempotencyKeyOf } from "../doors/idempotency-key";
import { firstOfMonth, flag, objectOf, text } from "../doors/schema";
import type { Run } from "../books/run-depreciation";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly period_date: string;
  readonly asset_ids?: readonly string[];
  readonly create_journal_entries?: boolean;
}

const endpoint = "/api/v1/fixed-assets/run-depreciation";
const assetsMost = 10_000;

const body = objectOf(["period_date"], {
  period_date: firstOfMonth,
  asset_ids: {
    type: "array",
    // An empty list could mean all assets or none, so it means neither.
    minItems: 1,
    maxItems: assetsMost,
    items: text(1, 100),
    description: `a list of 1 to ${assetsMost} asset ids; leave it out for all active assets`,
  },
  create_journal_entries: flag,
});

/**
 * Depreciates a month: one entry for each asset, all or nothing, each with its journal entry unless that is declined. An
 * asset that has its charge of the month gets no second one; `errors` says so. With an Idempotency-Key that is known
 * already it does nothing and gives the first answer.
 */
export function postRunDepreciation(app: FastifyInstance, store: Store): void {
  const once = onceForEachKey(store);
  app.post<{ Body: Body }>(endpoint, { schema: { body } }, async (request, reply) => {
    const { businessId } = request;
    const { period_date, asset_ids, create_journal_entries = true } = request.body;
    const month = monthBeginning(period_date);
    if (month === undefined) throw new Error(`The schema let the period ${period_date} through.`);
    const asked = { month, assetIds: asset_ids, journaled: create_journal_entries, actor: actorOf(request) };
    const key = idempotencyKeyOf(request);
    if (key === undefined) {
      const run = await runDepreciation((work) => store.transaction(work), businessId, asked);
      return reply.code(201).send(shown(period_date, run));
    }
    const keyed = { businessId, endpoint, key, content: { period_date, asset_ids, create_journal_entries } };
    const { answer, isHit } = await runDepreciation(
      (work) => once(keyed, async (session) => ({ body: shown(period_date, await work(session)), isHit: false })),
      businessId,
      asked,
    );
    if (isHit) void reply.header("idempotency-hit", "true");
    return reply.code(201).type("application/json; charset=utf-8").send(answer);
  });
}

function shown(periodDate: string, run: Run) {
  return {
    period_date: periodDate,
    assets_processed: run.assetsProcessed,
    total_depreciation: run.total,
    entries_created: run.entriesCreated,
    journal_entries_created: run.journalEntriesCreated,
    errors: run.errors,
  };
}
