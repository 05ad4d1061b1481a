import { updatesPage } from "../books/value-updates";
import { pageMeta, pageQuery, pageRequest } from "./page-query";
import { shownUpdate } from "./value-update";
import type { PageQuery } from "./page-query";
import type { Store } from "../store/store";
import type { FastifyInstance } from "fastify";

const sortBy = "date";

/** Lists the business's value updates by date, page by page. */
export function getValueUpdates(app: FastifyInstance, store: Store): void {
  app.get<{ Querystring: PageQuery }>(
    "/v1/businesses/:businessId/assets/value-updates",
    { schema: { querystring: pageQuery(sortBy) } },
    async (request) => {
      const page = await updatesPage(store, request.businessId, pageRequest(request.query));
      return { data: page.rows.map(shownUpdate), meta: pageMeta(request.query, sortBy, page) };
    },
  );
}
