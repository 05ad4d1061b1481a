import { monthBeginning } from "../books/calendar";
import { planRun } from "../books/run-depreciation";
import { firstOfMonth } from "../doors/schema";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const querystring = { type: "object", required: ["period_date"], properties: { period_date: firstOfMonth } };

/** Shows what a run of the month would write for all active assets; what is charged already is not in it. */
export function getDepreciationPreview(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: { period_date: string } }>(
    "/api/v1/fixed-assets/depreciation-preview",
    { schema: { querystring } },
    async (request) => {
      const { period_date } = request.query;
      const month = monthBeginning(period_date);
      if (month === undefined) throw new Error(`The schema let the period ${period_date} through.`);
      const { charges } = await planRun(store, request.businessId, { month });
      return {
        period_date,
        assets_count: charges.length,
        total_depreciation: charges.reduce((sum, charge) => sum + charge.cents, 0),
        entries: charges.map(({ asset, cents, accumulatedAfter, bookValueAfter }) => ({
          asset_id: asset.id,
          asset_name: asset.name,
          depreciation_amount: cents,
          new_accumulated: accumulatedAfter,
          new_book_value: bookValueAfter,
        })),
      };
    },
  );
}
