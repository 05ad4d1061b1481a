import { assetById } from "../books/asset";
import { Refusal } from "../books/refusal";
import { shownAssets } from "./asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one asset. */
export function getAsset(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { assetId: string } }>("/v1/businesses/:businessId/assets/:assetId", async (request) => {
    const asset = await assetById(store, request.businessId, request.params.assetId);
    if (asset === undefined) throw new Refusal("not-found", "This business has no such asset.");
    const [data] = await shownAssets(store, request.businessId, [asset]);
    return { data };
  });
}
