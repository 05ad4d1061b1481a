import { monthBeginning } from "../books/calendar";
import { runDepreciation } from "../books/run-depreciation";
import { firstOfMonth, flag, objectOf, text } from "../doors/schema";
import { actorOf } from "./actor";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Body {
  readonly period_date: string;
  readonly asset_ids?: readonly string[];
  readonly create_journal_entries?: boolean;
}

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
 * asset that has its charge of the month gets no second one; `errors` says so.
 */
export function postRunDepreciation(app: FastifyInstance, store: Store): void {
  app.post<{ Body: Body }>("/api/v1/fixed-assets/run-depreciation", { schema: { body } }, async (request, reply) => {
    const { period_date, asset_ids, create_journal_entries = true } = request.body;
    const month = monthBeginning(period_date);
    if (month === undefined) throw new Error(`The schema let the period ${period_date} through.`);
    const run = await runDepreciation(store, request.businessId, {
      month,
      assetIds: asset_ids,
      journaled: create_journal_entries,
      actor: actorOf(request),
    });
    return reply.code(201).send({
      period_date,
      assets_processed: run.assetsProcessed,
      total_depreciation: run.total,
      entries_created: run.entriesCreated,
      journal_entries_created: run.journalEntriesCreated,
      errors: run.errors,
    });
  });
}
