import { assetById } from "../books/asset";
import { Refusal } from "../books/refusal";
import { flagText } from "../doors/schema";
import { baseOf } from "./base";
import { shownCapitalAssets } from "./capital-asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const querystring = { type: "object", properties: { include_history: flagText } };

/** Shows one asset, with its depreciation profile and, where it is asked for, its history. */
export function getCapitalAsset(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { id: string }; Querystring: { include_history?: string } }>(
    "/v2/capital_assets/:id",
    { schema: { querystring } },
    async (request) => {
      const asset = await assetById(store, request.businessId, request.params.id);
      if (asset === undefined) throw new Refusal("not-found", "Resource not found");
      const withHistory = request.query.include_history === "true";
      const [shown] = await shownCapitalAssets(store, [asset], { base: baseOf(request), withHistory });
      return { capital_asset: shown };
    },
  );
}
