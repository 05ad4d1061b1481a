import { assetNamed } from "./asset-named";
import { shownFixedAsset } from "./fixed-asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

/** Shows one asset. */
export function getFixedAsset(app: FastifyInstance, store: Store): void {
  app.get<{ Params: { assetId: string } }>("/api/v1/fixed-assets/:assetId", async (request) =>
    shownFixedAsset(await assetNamed(store, request.businessId, request.params.assetId)),
  );
}
