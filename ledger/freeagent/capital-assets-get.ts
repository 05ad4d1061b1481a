import { allAssets } from "../books/list-assets";
import { flagText, oneOf } from "../doors/schema";
import { baseOf } from "./base";
import { shownCapitalAssets } from "./capital-asset";
import { linkPages, partAsked } from "./pages";
import type { Asset } from "../books/asset";
import type { Store } from "../store/store";
import type { PageQuery } from "./pages";
import type { FastifyInstance } from "fastify";

/** FreeAgent's views of its list. */
const views: Readonly<Record<string, (asset: Asset) => boolean>> = {
  all: () => true,
  disposed: (asset) => asset.status === "disposed",
  disposable: (asset) => asset.status !== "disposed",
};

interface Query extends PageQuery {
  readonly view?: string;
  readonly include_history?: string;
}

const querystring = {
  type: "object",
  properties: { view: oneOf(Object.keys(views)), include_history: flagText },
};

/** Lists the assets of the business, whichever door they came through. */
export function getCapitalAssets(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: Query }>("/v2/capital_assets", { schema: { querystring } }, async (request, reply) => {
    const { view = "all", include_history: history } = request.query;
    const part = partAsked(request.query);
    const assets = (await allAssets(store, request.businessId)).filter((asset) => views[view]?.(asset) === true);
    linkPages(request, reply, part, assets.length);
    const page = assets.slice(part.from, part.from + part.size);
    return {
      capital_assets: await shownCapitalAssets(store, page, {
        base: baseOf(request),
        withHistory: history === "true",
      }),
    };
  });
}
