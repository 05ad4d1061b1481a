import { assetsPage } from "../books/list-assets";
import { shownAssets } from "./asset";
import { pageMeta, pageQuery, pageRequest } from "./page-query";
import type { PageQuery } from "./page-query";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const sortBy = "created_at";

/** Lists the business's assets, page by page. */
export function getAssets(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: PageQuery }>(
    "/v1/businesses/:businessId/assets",
    { schema: { querystring: pageQuery(sortBy) } },
    async (request) => {
      const page = await assetsPage(store, request.businessId, pageRequest(request.query));
      const data = await shownAssets(store, request.businessId, page.rows);
      return { data, meta: pageMeta(request.query, sortBy, page) };
    },
  );
}
