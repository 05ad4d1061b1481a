import { allAssets } from "../books/list-assets";
import { oneOf, text, uuid } from "../doors/schema";
import { assetStatuses, shownFixedAsset, statusOf } from "./fixed-asset";
import type { AssetStatus } from "./fixed-asset";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

interface Query {
  readonly status?: AssetStatus;
  readonly category_id?: string;
  readonly search?: string;
}

const querystring = {
  type: "object",
  properties: { status: oneOf(assetStatuses), category_id: uuid, search: text(0, 255) },
};

/** Lists the business's assets in the order in which they were created; all of them, or those that the query names. */
export function getFixedAssets(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: Query }>("/api/v1/fixed-assets", { schema: { querystring } }, async (request) => {
    const { status, category_id: category, search } = request.query;
    const assets = (await allAssets(store, request.businessId)).filter(
      (asset) =>
        (status === undefined || statusOf(asset) === status) &&
        (category === undefined || asset.category_id === category) &&
        (search === undefined || asset.name.toLowerCase().includes(search.toLowerCase())),
    );
    return { assets: assets.map(shownFixedAsset), count: assets.length };
  });
}
