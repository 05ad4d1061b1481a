import { assetById } from "../books/asset";
import { Refusal } from "../books/refusal";
import { updatesOfAsset } from "../books/value-updates";
import { shownUpdate } from "./value-update";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Lists all value updates of one asset by date, those that came through other doors among them. */
export function getAssetValueUpdates(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { assetId: string } }>(
    "/v1/businesses/:businessId/assets/:assetId/value-updates",
    async (request) => {
      const asset = await assetById(store, request.businessId, request.params.assetId);
      if (asset === undefined) throw new Refusal("not-found", "This business has no such asset.");
      const updates = await updatesOfAsset(store, request.businessId, asset.id);
      return { data: updates.map(shownUpdate) };
    },
  );
}
